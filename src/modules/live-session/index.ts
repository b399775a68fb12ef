/**
 * live-session: a broadcast of a fair to its audience, with what people say in it, the openings
 * that the host holds up, and how many watch.
 *
 * The feed of a session is rows with a gap-free place each; rooms hear it in frames, and whoever
 * misses something asks HTTP. Nobody imports more of it than its module.
 *
 * Calls in:  none. Sockets: live-session.join, live-session.leave, live-session.say.
 * Facts out: none. Facts in: fair.closed, fair.cancelled, job-posting.closed.
 * Counters:  messages of session:<id>; shows applications of session:<id>.
 * Views:     reporting.live_session, reporting.live_session_message.
 */
export { LiveSessionModule } from './live-session.module.js';
export type * from './live-session.socket-events.js';
