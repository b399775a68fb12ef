/**
 * notification: tells people what happened: in the product, on their socket, by mail.
 *
 * A notice is a row for one person, with a kind and what it is about; its words in both languages come
 * from a catalogue when it is read. A notice of an important kind is also a mail intent, sent over
 * SMTP where it is connected. It listens; nobody imports it.
 *
 * Calls in:  none.
 * Facts in:  application.processed, application.status-changed, fair.cancelled, fair.booth-decided.
 * Facts out: none.
 * Sockets:   `notice.new` to the recipient's own room, a hint to read /notices.
 */
export { NotificationModule } from './notification.module.js';
