import { parseArgs } from 'node:util';
import { readServerAddress } from '../shared/settings/server-address';
import { faultsHelp, type Faults } from './faults/catalogue';
import { parseFaults } from './faults/parse';
import type { TimingName } from './timing';

/** How the local agent was asked to run. */
export interface Flags {
  /** 0 takes any free port. */
  readonly port: number;
  readonly timing: TimingName;
  /** The only key that is accepted; null accepts any but `bad-key`. */
  readonly token: string | null;
  /** Folder of the speech models; null leaves it to the speech process. */
  readonly models: string | null;
  /** The language model server that thinks; null leaves it to what is built in. */
  readonly think: { readonly address: string; readonly model: string } | null;
  /** What the agent is to do wrong. */
  readonly faults: Faults;
  /** Whether faults may be switched over HTTP while it runs. */
  readonly control: boolean;
}

/** Either flags, or a sentence that says what is wrong with them. */
export type ParsedFlags =
  | { readonly kind: 'run'; readonly flags: Flags }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const USAGE = `Serves the Voice Agent API on this machine only.

  --port N                  port to listen on (default 8765; 0 takes any free one)
  --timing native|hosted    as quick as it can, or in the hosted service's rhythm (default native)
  --token TEXT              the only key to accept (default: any key but "bad-key")
  --models FOLDER           where the speech models are
  --think-url URL           think with the OpenAI-compatible server there (https, or http on this machine);
                            its key, if it needs one, comes from the variable PARLEY_THINK_KEY
  --think-model NAME        the model to ask that server for
  --fault NAME[=VALUE]      do something wrong, or otherwise than by default; may be repeated
  --control                 let faults be switched over HTTP, with the same key:
                              GET /control                what holds, and every fault there is
                              PUT /control/faults         {"faults": ["NAME=VALUE", ...],
                                                           "for": "every-connection" | "next-connection"}
                              DELETE /control/faults      all is well again
  --help                    this text

Faults, for tests of clients (what is in brackets is the VALUE):
${faultsHelp}
`;

const options = {
  port: { type: 'string', default: '8765' },
  timing: { type: 'string', default: 'native' },
  token: { type: 'string' },
  models: { type: 'string' },
  'think-url': { type: 'string' },
  'think-model': { type: 'string' },
  fault: { type: 'string', multiple: true },
  control: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line. */
export function parseFlags(args: readonly string[]): ParsedFlags {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options, allowPositionals: false }));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n] /)[0] ?? '') : 'not understood';
    return { kind: 'wrong', sentence: `${reason.replace(/\.$/, '')}.` };
  }
  if (values.help) return { kind: 'help' };
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    return { kind: 'wrong', sentence: `--port must be a number from 0 to 65535, not "${values.port}".` };
  }
  const { timing } = values;
  if (timing !== 'native' && timing !== 'hosted') {
    return { kind: 'wrong', sentence: `--timing must be native or hosted, not "${timing}".` };
  }
  if (values.token === '') return { kind: 'wrong', sentence: '--token must not be empty.' };
  const read = parseFaults(values.fault ?? []);
  if (read.kind === 'wrong') return read;
  const { faults } = read;
  const { token = null, models = null, control } = values;
  const think = readThink(values['think-url'], values['think-model']);
  if (think && 'kind' in think) return think;
  return { kind: 'run', flags: { port: Number(values.port), timing, token, models, think, faults, control } };
}

function readThink(
  url: string | undefined,
  model: string | undefined,
): Flags['think'] | Extract<ParsedFlags, { kind: 'wrong' }> {
  if (url === undefined && model === undefined) return null;
  if (!url || !model) return { kind: 'wrong', sentence: '--think-url and --think-model belong together.' };
  const read = readServerAddress(url);
  if (!read.ok) return { kind: 'wrong', sentence: `--think-url: ${read.sentence}` };
  return { address: read.address, model };
}
