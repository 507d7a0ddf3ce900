import type { Rule } from '../rule';
import { agentFields } from './agent-fields';
import { agents } from './agents';
import { bargeIn } from './barge-in';
import { configuration } from './configuration';
import { connecting } from './connecting';
import { endings } from './endings';
import { replyFaults } from './faults-of-replies';
import { socketFaults } from './faults-of-sockets';
import { toolFaults } from './faults-of-tools';
import { firstUpdate } from './first-update';
import { frames } from './frames';
import { greetings } from './greetings';
import { laterUpdates } from './later-updates';
import { records } from './records';
import { requestedReplies } from './requested-replies';
import { sound } from './sound';
import { tokens } from './tokens';
import { tools } from './tools';
import { turns } from './turns';

/** Every rule of protocol.md that a client can observe. */
export const RULES: readonly Rule[] = [
  ...connecting,
  ...frames,
  ...firstUpdate,
  ...configuration,
  ...laterUpdates,
  ...greetings,
  ...requestedReplies,
  ...sound,
  ...tools,
  ...turns,
  ...bargeIn,
  ...endings,
  ...tokens,
  ...agents,
  ...agentFields,
  ...records,
  ...socketFaults,
  ...replyFaults,
  ...toolFaults,
];
