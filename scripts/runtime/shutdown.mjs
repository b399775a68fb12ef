import { setTimeout as sleep } from 'node:timers/promises';
import { complain } from './progress.mjs';
import { stopCommands } from './run-command.mjs';

/**
 * What has to be undone when this process ends, whatever ends it: the newest first. A second
 * Ctrl-C does not wait; npm repeats the first one at once, so only a later one counts as second.
 */
export class Shutdown {
  #steps = [];
  #begun = null;

  constructor({ onBegin = () => undefined } = {}) {
    const onSignal = () => {
      if (this.#begun && Date.now() - this.#begun < 1000) return;
      if (this.#begun) process.exit(1);
      onBegin();
      void this.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
    whenNpmIsGone(onSignal);
  }

  get hasBegun() {
    return this.#begun !== null;
  }

  /** @param {() => unknown} step @param {number} seconds how long it may take */
  add(step, seconds = 30) {
    this.#steps.push({ step, seconds });
  }

  async exit(code) {
    if (this.#begun) return;
    this.#begun = Date.now();
    this.add(stopCommands);
    for (const { step, seconds } of this.#steps.reverse()) {
      const timeLimit = sleep(seconds * 1000, undefined, { ref: false });
      await Promise.race([attempt(step), timeLimit]);
    }
    process.exit(code);
  }
}

async function attempt(step) {
  try {
    await step();
  } catch (error) {
    complain(`While stopping: ${error.message}`);
  }
}

/** A killed npm passes no signal on, and nobody could press Ctrl-C any more. */
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}
