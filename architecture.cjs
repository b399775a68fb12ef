'use strict';

// THE map of the server. Read it from top to bottom; .dependency-cruiser.cjs turns every line into an
// import rule, test/architecture proves that each rule bites, and `npm run check` holds the code to it.
//
// Calls go down: a module calls modules of lower levels, through their index.ts.
// Facts go up: a module that must know what happened above or beside it listens to events.

/**
 * Level 0, src/platform/: the ground under every module. It decides nothing about recruitment and imports
 * no module. Each part is a folder and builds only on parts above it.
 */
const platform = {
  clock: 'what time it is',
  ids: 'UUIDv7',
  errors: 'an error of the domain: stable code, category, text in each language',
  codes: 'code lists of the state: regions, occupations, industries, credit codes',
  batching: 'concurrent callers share one statement',
  config: 'the environment, read once, typed, refused when wrong',
  logging: 'structured lines without personal data',
  database: 'connection, transactions, migrations',
  auth: 'who is asking, the permission that every route and socket message names, and whom it reaches',
  http: 'input checks, problem details, pages, idempotency, API document',
  audit: 'who did what to which record',
  files: 'a folder of files under names of ours, kept whole or not at all',
  mail: 'mails that must go out, each once',
  csv: 'import and export of tables, any size',
  queue: 'slices of work and periodic tasks on BullMQ',
  counters: 'figures kept with their facts, and the recount that proves them',
  outbox: 'facts that must be heard: written with the change, relayed, consumed once',
  realtime: 'sockets: who may connect, rooms, one frame per tick',
  health: 'alive, ready, metrics, orderly shutdown',
};

/**
 * Each module is a folder of src/modules/ and stands on exactly one level.
 * `planned` modules have their place but no code yet: to start one, move its line to `modules`.
 * A folder that is not in `modules` fails the check.
 */
const levels = [
  {
    level: 1,
    modules: {
      identity: 'who is calling: accounts, sessions, organisations, members, roles, permissions',
    },
  },
  {
    level: 2,
    modules: {
      company: 'the employer: legal identity, verification, profile',
      applicant: 'the jobseeker: profile, résumé, expectations',
    },
  },
  {
    level: 3,
    modules: {
      'job-posting': 'what a company offers: content, review, publication, expiry',
    },
  },
  {
    level: 4,
    modules: {
      fair: 'the event: its calendar, agenda, booths, and the openings shown in them',
    },
  },
  {
    level: 5,
    modules: {
      application: 'an applicant wants a job: intake, processing, decision',
      'live-session': 'a broadcast to an audience: schedule, chat, pushed job cards, viewers',
    },
    planned: {
      interview: 'one company and one applicant meet: slots, line, call, notes',
      'shared-employment': 'companies lend each other staff for a season',
      consultation: 'a jobseeker asks an adviser and gets an answer in time',
      'employment-monitoring': 'companies report their headcount; the authority sees the trend',
      training: 'courses, enrolment, certificates, subsidies',
    },
  },
  {
    level: 6,
    modules: {
      notification: 'tells people what happened: in the product, on their socket, by mail',
      statistics: 'the figures that organisers publish: one definition each, live on the wall',
    },
  },
];

/**
 * Where each kind of code lives. A kind is a file name: `application.controller.ts`, or `dto/*.ts`.
 * `imports` is complete: what is not listed is refused. It names kinds of the own module, or places;
 * "types of" one of them stands for `import type`. Kinds stand in the order in which a module is read.
 */
const kinds = {
  index: {
    does: 'the public face: module class, one facade service, events, plain types',
    imports: [
      'module',
      'service',
      'rules',
      'types of queries',
      'events',
      'errors',
      'socket-events',
      'plain files',
    ],
  },
  module: {
    does: 'wiring',
    imports: 'anything',
  },
  controller: {
    does: 'HTTP in: binds the input, names the permission, makes one service call',
    imports: ['service', 'rules', 'errors', 'dto', 'platform', 'http', 'packages'],
  },
  gateway: {
    does: 'socket messages in: checks permission and shape, makes one service call',
    imports: [
      'service',
      'rules',
      'errors',
      'dto',
      'socket-events',
      'platform',
      'sockets',
      'packages',
    ],
  },
  service: {
    does: 'use cases; owns the transaction; knows neither HTTP nor sockets',
    imports: [
      'service',
      'rules',
      'repository',
      'queries',
      'entity',
      'events',
      'errors',
      'dto',
      'socket-events',
      'plain files',
      'platform',
      'database',
      'lower modules',
      'packages',
    ],
  },
  rules: {
    does: 'pure decisions: state tables, guards, formulas; "now" is an argument',
    imports: ['rules', 'vocabulary'],
  },
  repository: {
    does: 'writes and locked reads of the own tables; decides nothing',
    imports: ['entity', 'rules', 'events', 'plain files', 'platform', 'database', 'packages'],
  },
  queries: {
    does: 'lists, filters, paging; returns plain rows',
    imports: ['entity', 'rules', 'dto', 'plain files', 'platform', 'database', 'packages'],
  },
  entity: {
    does: 'TypeORM mapping; holds the id of another module’s row, never a relation to it',
    imports: ['entity', 'rules', 'database', 'packages'],
  },
  processor: {
    does: 'durable event or job in, one service call out',
    imports: [
      'service',
      'events',
      'errors',
      'platform',
      'types of database',
      'lower modules',
      'packages',
    ],
  },
  broadcaster: {
    does: 'socket messages out: what services have committed, to rooms; decides nothing',
    imports: ['service', 'rules', 'socket-events', 'platform', 'packages'],
  },
  counters: {
    does: 'what each kept figure counts, as SQL that recounts it',
    imports: ['rules', 'platform'],
  },
  events: {
    does: 'the facts that this module publishes: ids and versions, never personal data',
    imports: ['rules', 'events', 'platform'],
  },
  errors: {
    does: 'the error codes of this module',
    imports: ['errors', 'platform'],
  },
  'socket-events': {
    does: 'typed socket messages and room names; the only server file that web/ may import',
    imports: ['socket-events'],
  },
  dto: {
    does: 'the shapes that HTTP takes and gives',
    imports: ['dto', 'rules', 'types of queries', 'types of repository', 'platform', 'packages'],
  },
};

/** What else a kind may name: mostly places outside the module. */
const places = {
  'plain files': 'own files of no kind, each named for its one job: session-cookie.ts',
  vocabulary: 'pure words of the platform: code lists, errors, who is asking',
  platform: 'src/platform/, except its database part',
  database: 'src/platform/database/, typeorm, pg',
  'lower modules': 'index.ts of a module on a lower level',
  http: 'fastify and its plugins',
  sockets: 'socket.io and the gateways of NestJS',
  packages: 'any other package, and Node itself',
};

/** Names that a commit may bear beside `platform` and the modules: `fix(web): …`. */
const otherScopes = ['web', 'scripts', 'season', 'bench', 'test', 'architecture', 'docs', 'deps'];

module.exports = { platform, levels, kinds, places, otherScopes };
