import { parseArgs } from 'node:util';

export interface SeasonOptions {
  readonly scale: number;
  readonly seed: number;
  readonly json: boolean;
}

/** A wrong option; its message is one line for whoever typed it. */
export class OptionError extends Error {}

const usage = 'Usage: npm run season [-- --scale 0.05] [--seed 2020] [--json]';

export function readOptions(parameters: readonly string[]): SeasonOptions {
  const { scale, seed, json } = parsed(parameters);
  return {
    scale: inRange('scale', Number(scale), 0.001, 10),
    seed: inRange('seed', Number(seed), 0, 4_294_967_295),
    json,
  };
}

function parsed(parameters: readonly string[]): { scale: string; seed: string; json: boolean } {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        scale: { type: 'string', default: '1' },
        seed: { type: 'string', default: '2020' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [reason = ''] = (error as Error).message.split(/\.?\n|\. /);
    throw new OptionError(`${reason.replace(/\.$/, '')}. ${usage}`);
  }
}

function inRange(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new OptionError(`--${name} is a number from ${least} to ${most}. ${usage}`);
}
