/**
 * Everything that a session is told about itself (protocol.md section 5), and how that changes during a talk. Pure.
 * Nothing outside this folder builds a `session.update`.
 */
export { noAdjustments, withRule, type Adjustments } from './adjustments';
export { configChange, type FrozenField } from './change';
export { configProblem } from './check';
export { fromNextConversation } from './frozen';
export { pacingAfter } from './pacing';
export { recapOf } from './recap';
export {
  liveConfig,
  needsNewSession,
  sessionConfig,
  type ConfigSource,
  type TalkSoFar,
  type ToolsWanted,
} from './session-config';
