/**
 * The rules by which a server of the Voice Agent API judges and applies a configuration,
 * with the live service's own refusals. The local agent uses them; the hosted service has its own.
 */
export type { AcceptedSession } from './incoming-session';
export * from './resolve-config';
export * from './validate-update';
