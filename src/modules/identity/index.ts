/**
 * identity: who somebody is and what that person may do.
 *
 * Accounts, sessions and passwords are better-auth's on our tables; organizations, members
 * and the permission matrix are ours. Everybody may import this module.
 *
 * Calls in:  IdentityService (organizations, members, contact data for sending),
 *            ActorReader (platform/auth), the person behind a cookie.
 * Facts out: none. Facts in: none.
 */
export { AUTHENTICATION } from './authentication.js';
export type { Authentication } from './authentication.js';
export { describeAuthentication } from './authentication.operations.js';
export { PasswordBrake } from './password-brake.js';
export { mountAuthentication } from './authentication.routes.js';
export { IdentityModule } from './identity.module.js';
export type { OrganizationKind, Role } from './identity.rules.js';
export type { Contact } from './identity.queries.js';
export { IdentityService } from './identity.service.js';
export { sessionCookieName, writeSessionCookie } from './session-cookie.js';
