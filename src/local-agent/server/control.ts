import { z } from 'zod';
import { catalogue, type Faults } from '../faults/catalogue';
import { parseFaults } from '../faults/parse';
import type { Switchboard } from '../faults/switchboard';
import { RestError } from './errors';
import { parseBody } from './parse-body';

/** What a call of the control side works on. */
export interface ControlWorld {
  readonly switchboard: Switchboard;
  /** Whether the agent was started with `--control`. */
  readonly control: boolean;
  readonly openSessions: () => number;
}

/** One call of the control side. */
export interface ControlCall {
  readonly method: string;
  readonly path: readonly string[];
  readonly body: () => Promise<unknown>;
}

/** `PUT /control/faults`: faults as on the command line, for every connection or for the next one. */
const putSchema = z.strictObject({
  faults: z.array(z.string()).max(100),
  for: z.enum(['every-connection', 'next-connection']).default('every-connection'),
});

/**
 * Switches faults while the agent runs: `GET /control`, `PUT /control/faults`, `DELETE /control/faults`. All three
 * answer with what holds then. @throws RestError when control is off, or the body is wrong.
 */
export async function answerControl(
  { method, path, body }: ControlCall,
  world: ControlWorld,
): Promise<{ readonly status: number; readonly body: object }> {
  if (!world.control)
    throw new RestError('not_found', 'Control is off: start the agent with --control', null, 403);
  const [part, ...rest] = path;
  if (rest.length > 0 || (part !== undefined && part !== 'faults'))
    throw new RestError('not_found', 'Not found');
  if (part === 'faults' && method === 'PUT') put(world.switchboard, await body());
  else if (part === 'faults' && method === 'DELETE') world.switchboard.clear();
  else if (part !== undefined || method !== 'GET')
    throw new RestError('method_not_allowed', 'Method Not Allowed');
  return { status: 200, body: shown(world) };
}

function put(switchboard: Switchboard, body: unknown): void {
  const wish = parseBody(putSchema, body);
  const read = parseFaults(wish.faults);
  if (read.kind === 'wrong') throw new RestError('validation_error', `faults: ${read.sentence}`, 'faults');
  if (wish.for === 'every-connection') switchboard.setStanding(read.faults);
  else if (!switchboard.addNext(read.faults)) {
    throw new RestError('invalid_request', 'Faults wait for too many connections already');
  }
}

function shown({ switchboard, openSessions }: ControlWorld): object {
  return {
    faults: written(switchboard.current),
    next_connections: switchboard.waiting.map(written),
    open_sessions: openSessions(),
    known: Object.entries(catalogue).map(([name, { does, value }]) => ({ name, does, value })),
  };
}

const written = (faults: Faults): object => ({ ...faults });
