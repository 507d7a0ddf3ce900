import { clipboard } from 'electron';
import { nodeTransport } from '../../http-tools/node-transport';
import { agentHandlers } from './agents';

type World = Parameters<typeof agentHandlers>[0];

/** The answers to the requests of the agents screen, on the real clipboard, clock and network. */
export const startAgents = (world: Pick<World, 'client' | 'address'>): ReturnType<typeof agentHandlers> =>
  agentHandlers({
    ...world,
    transport: nodeTransport,
    copy: (text) => clipboard.writeText(text),
    now: () => performance.now(),
  });
