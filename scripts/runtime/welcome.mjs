import { secondsSince } from './progress.mjs';

/** What to open, and as whom. */
export function welcome(address, demo) {
  const lines = [`Cloudfair is ready in ${secondsSince()} s.`, '', row('Open', address)];
  if (demo) lines.push(...addressRows(address, demo), '', ...accountRows(demo.accounts));
  else lines.push('', 'npm run operator -- you@example.org makes the first administrator.');
  return [...lines, '', 'Ctrl-C stops it.', ''].map((line) => `  ${line}`.trimEnd()).join('\n');
}

function addressRows(address, demo) {
  const full = (path) => new URL(path, address).href;
  return [
    row('The fair', full(demo.fairUrl)),
    row('On air', full(demo.sessionUrl)),
    row('The wall', full(demo.wallUrl)),
  ];
}

/** One password for all is said once. */
function accountRows(accounts) {
  const passwords = new Set(accounts.map((account) => account.password));
  const shared = passwords.size === 1 ? ` (password: ${[...passwords][0]})` : '';
  return [
    `Demo accounts${shared}`,
    ...accounts.map(({ role, email, password }) =>
      row(role, shared ? email : `${email}  ${password}`),
    ),
  ];
}

const row = (label, value) => `${label.padEnd(14)} ${value}`;
