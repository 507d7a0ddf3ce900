/**
 * The wire of the Voice Agent API: every message and its rules, read tolerantly, written exactly.
 * Pure: the hosted service's client and the local agent both stand on it. Field names are the wire's own.
 */
export * from './base64';
export * from './catalogue';
export * from './client-messages';
export * from './decode-client';
export * from './decode-server';
export * from './encode';
export * from './errors';
export * from './explain';
export * from './limits';
export * from './resolved-config';
export * from './rest';
export * from './rest-errors';
export * from './server-messages';
export * from './session-config';
export * from './tools';
export * from './server-rules';
