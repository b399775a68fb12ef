import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * Makes sure that the data folder exists and can be written. Others may pass through it, because
 * PostgreSQL may run as another user; what lies in it is closed to them one by one.
 */
export function openDataFolder(folder) {
  try {
    makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    if (!statSync(folder).isDirectory()) throw notAFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw dataFolderProblem(error, folder);
  }
}

/** The line for a data folder that cannot be used; any other error comes back as it is. */
export function dataFolderProblem(error, folder) {
  if (['EEXIST', 'ENOTDIR', 'ENOENT'].includes(error.code)) return notAFolder(error.path ?? folder);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code)) {
    return new Problem(
      `The data folder ${folder} cannot be written (${error.code}). Set another DATA_DIR.`,
    );
  }
  return error;
}

/** Folder by folder: the recursive mkdir of Node never ends in a place like /proc. */
function makeFolder(folder, mode) {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

const notAFolder = (path) => new Problem(`${path} is not a folder. Set another DATA_DIR.`);
