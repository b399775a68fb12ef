import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything a deployment can set, read once at boot. Nobody else reads `process.env`. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where browsers reach this installation; the first allowed origin. */
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly databaseUrl: string;
  /** Connections of the pool that requests and slices share. */
  readonly databasePoolSize: number;
  readonly redisUrl: string | null;
  /** Keeps several installations on one Redis apart. */
  readonly queuePrefix: string;
  /** `inside`: this API process also runs the queue; `external`: `worker.js` processes do. */
  readonly workers: 'inside' | 'external';
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly dataFolder: string;
  readonly authSecret: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly metricsEnabled: boolean;
  readonly documentationEnabled: boolean;
  readonly trustProxy: boolean;
}

export const CONFIG = Symbol('CONFIG');

/** A variable that cannot be used; its message is one line for a newcomer. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment.
 *
 * @throws ConfigError naming the variable and what it accepts
 */
export function loadConfig(environment: Environment): Config {
  const dataFolder = resolve(environment.DATA_DIR ?? '.data');
  const port = readInteger(environment, 'PORT', 3000, 0, 65_535);
  const publicUrl = readPublicUrl(environment);
  return {
    port,
    host: environment.HOST ?? '0.0.0.0',
    publicUrl: publicUrl ?? `http://localhost:${port}`,
    allowedOrigins: readOrigins(environment, publicUrl),
    databaseUrl: readDatabaseUrl(environment),
    databasePoolSize: readInteger(environment, 'DATABASE_POOL_SIZE', 16, 4, 500),
    redisUrl: readUrl(environment, 'REDIS_URL', ['redis:', 'rediss:']),
    queuePrefix: environment.QUEUE_PREFIX ?? 'cloudfair',
    workers: readChoice(environment, 'WORKERS', ['inside', 'external'], 'inside'),
    smtpUrl: readUrl(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: environment.MAIL_FROM ?? 'Cloudfair <no-reply@cloudfair.example>',
    dataFolder,
    authSecret: readSecret(environment, dataFolder),
    logLevel: readChoice(
      environment,
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'info',
    ),
    metricsEnabled: readChoice(environment, 'METRICS', ['on', 'off'], 'off') === 'on',
    documentationEnabled: readChoice(environment, 'API_DOCS', ['on', 'off'], 'on') === 'on',
    trustProxy: readChoice(environment, 'TRUST_PROXY', ['on', 'off'], 'off') === 'on',
  };
}

function readInteger(
  environment: Environment,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
  }
  return value;
}

function readChoice<Choice extends string>(
  environment: Environment,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const choice = choices.find((candidate) => candidate === text);
  if (!choice) throw new ConfigError(`${name} must be one of ${choices.join(', ')}, not "${text}"`);
  return choice;
}

function readUrl(
  environment: Environment,
  name: string,
  protocols: readonly string[],
): string | null {
  const text = environment[name];
  if (text === undefined || text === '') return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new ConfigError(`${name} must be a URL that starts with ${protocols.join(' or ')}//`);
  }
  return text;
}

/** Sign-in and the pages of the client stand at the root of their host. */
function readPublicUrl(environment: Environment): string | null {
  const text = readUrl(environment, 'PUBLIC_URL', ['http:', 'https:']);
  if (text === null) return null;
  const { origin, href } = new URL(text);
  if (href !== `${origin}/`) {
    throw new ConfigError(`PUBLIC_URL must have no path, such as ${origin}`);
  }
  return origin;
}

function readDatabaseUrl(environment: Environment): string {
  const url = readUrl(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  if (!url) throw new ConfigError('DATABASE_URL is missing (npm start sets it for you)');
  return url;
}

function readOrigins(environment: Environment, publicUrl: string | null): readonly string[] {
  const extra = (environment.ALLOWED_ORIGINS ?? '').split(',').filter((entry) => entry !== '');
  const invalid = extra.find((entry) => !URL.canParse(entry));
  if (invalid) throw new ConfigError(`ALLOWED_ORIGINS has "${invalid}", which is not a URL`);
  return [...(publicUrl ? [publicUrl] : []), ...extra].map((entry) => new URL(entry).origin);
}

const shortestSecret = 32;

/**
 * Several processes must share one secret, so it has to be given there; a single
 * machine keeps a generated one in its data folder.
 */
function readSecret(environment: Environment, dataFolder: string): string {
  const given = environment.AUTH_SECRET;
  if (given) {
    if (given.length < shortestSecret) {
      throw new ConfigError(`AUTH_SECRET must have ${shortestSecret} characters or more`);
    }
    return given;
  }
  if (environment.REDIS_URL || environment.WORKERS === 'external') {
    throw new ConfigError('AUTH_SECRET is missing: several processes must share one secret');
  }
  return keptSecret(dataFolder);
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'auth-secret');
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    // Whole or not there; the first of two processes wins.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new ConfigError(`DATA_DIR ${dataFolder} cannot be written`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= shortestSecret) return secret;
  throw new ConfigError(
    `${file} is damaged; without it a new one is made and people sign in again`,
  );
}
