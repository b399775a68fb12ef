import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An absolute path from one inside the project. */
export const inProject = (...parts) => join(projectFolder, ...parts);

/** A module of the built server; only after the build. */
export const importBuilt = (path) => import(pathToFileURL(inProject('dist', path)).href);
