import { resolve } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * What `npm start` itself needs to know, checked before anything slow is done. The server checks
 * all its variables again, and it alone knows the others.
 *
 * @param {string[]} parameters @param {NodeJS.ProcessEnv} environment
 */
export function readStartSettings(parameters, environment) {
  const unknown = parameters.find((parameter) => parameter !== '--empty');
  if (unknown) {
    throw new Problem(
      `Unknown option "${unknown}". There is one: --empty starts without demo data.`,
    );
  }
  return {
    empty: parameters.includes('--empty'),
    port: readPort(environment),
    host: environment.HOST || '0.0.0.0',
    dataFolder: readDataFolder(environment),
    databaseUrl: readAddress(environment, 'DATABASE_URL', ['postgresql:', 'postgres:']),
    redisUrl: readAddress(environment, 'REDIS_URL', ['redis:', 'rediss:']),
  };
}

export function readDataFolder(environment) {
  return resolve(environment.DATA_DIR || '.data');
}

function readPort({ PORT: text }) {
  if (!text) return 3000;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`PORT must be a whole number from 1 to 65535, not "${text}".`);
}

function readAddress(environment, name, protocols) {
  const text = environment[name];
  if (!text) return null;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new Problem(`${name} must be an address that begins with ${protocols.join('// or ')}//.`);
}
