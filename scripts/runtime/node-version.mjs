/** Ends the process with one line when Node is too old. An old Node must be able to read this. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (isNewEnough) return;
  process.stderr.write(
    `Cloudfair needs Node 20.19 or 22.12 or newer, and this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
