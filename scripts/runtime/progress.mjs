/** Tells about a slow step when it begins, and how long it took when it ends. */
export async function slowStep(label, work) {
  const begun = Date.now();
  const onTerminal = process.stdout.isTTY;
  process.stdout.write(onTerminal ? `  ${label} …` : `  ${label}\n`);
  const timer = onTerminal && setInterval(() => showSeconds(label, begun), 1000);
  try {
    return await work();
  } finally {
    if (timer) clearInterval(timer);
    if (onTerminal) process.stdout.write(`\r  ${label} … ${secondsSince(begun)} s\n`);
  }
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

export function complain(text) {
  process.stderr.write(`${text}\n`);
}

/** Since a moment, or since this process began; tenths while they matter. */
export function secondsSince(moment = Date.now() - performance.now()) {
  const seconds = (Date.now() - moment) / 1000;
  return seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds));
}

function showSeconds(label, begun) {
  process.stdout.write(`\r  ${label} … ${Math.round((Date.now() - begun) / 1000)} s`);
}
