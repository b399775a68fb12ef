import { buildProject, projectIsBuilt } from './build-project.mjs';
import { waitForFolder } from './folder-claim.mjs';
import { installPackages, packagesAreInstalled } from './install-packages.mjs';
import { Problem } from './problem.mjs';
import { say } from './progress.mjs';
import { inProject } from './project.mjs';

/** Installs and builds what is missing; two starts at once from one folder take turns. */
export async function prepareProject({ build = true } = {}) {
  if (packagesAreInstalled() && (!build || projectIsBuilt())) return;
  const claim = await claimProject();
  try {
    await installPackages();
    if (build) await buildProject();
  } catch (error) {
    throw asProblem(error);
  } finally {
    claim.release();
  }
}

async function claimProject() {
  try {
    return await waitForFolder(inProject('dist', '.preparing'), (holder) =>
      say(`  Process ${holder} is installing or building here; waiting for it`),
    );
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error) {
  if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code)) return error;
  return new Problem(`Cannot write ${error.path ?? inProject()}: ${error.code}`);
}
