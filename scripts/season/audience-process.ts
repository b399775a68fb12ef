import type { AudiencePlan, AudienceReport, AudienceView } from './audience.js';
import { FrameLog } from './frame-log.js';
import { ViewerSocket } from './viewer-socket.js';

const wave = 50;

const plan = JSON.parse(process.argv[2] ?? '{}') as AudiencePlan;
const wall = new FrameLog('wall.frame', plan.viewers);
const session = new FrameLog('live-session.frame', plan.viewers);
const viewers: ViewerSocket[] = [];
let lost = 0;

function report(message: AudienceReport): void {
  process.send?.(message);
}

function joinOne(viewer: number): Promise<void> {
  const socket = new ViewerSocket(
    plan,
    (payload) => {
      if (!wall.take(viewer, payload)) session.take(viewer, payload);
    },
    () => (lost += 1),
  );
  viewers.push(socket);
  return socket.joined;
}

async function joinAll(): Promise<void> {
  for (let joined = 0; joined < plan.viewers; joined += wave) {
    const size = Math.min(wave, plan.viewers - joined);
    await Promise.all(Array.from({ length: size }, (_, index) => joinOne(joined + index)));
    report({ kind: 'progress', joined: joined + size });
  }
}

function view(): AudienceView {
  return {
    connected: viewers.length - lost,
    wallFrames: wall.received,
    sessionFrames: session.received,
    gaps: session.gaps,
    lastWall: wall.newest(),
    lastSession: session.newest(),
  };
}

process.on('message', () => report({ kind: 'view', view: view() }));
process.on('disconnect', () => {
  for (const viewer of viewers) viewer.leave();
  process.exit();
});
joinAll().then(
  () => report({ kind: 'joined' }),
  (error: Error) => report({ kind: 'failed', reason: error.message }),
);
