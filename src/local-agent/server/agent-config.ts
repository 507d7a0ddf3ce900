import {
  resolveConfig,
  validateFirstUpdate,
  defaultConfig,
  type EffectiveConfig,
} from '../../shared/protocol/server-rules';
import { defaultVoiceName, voiceNames } from '../voices';
import { RestError } from './errors';

export type { EffectiveConfig };

/** What of a stored agent makes up a session. */
interface AgentSession {
  readonly system_prompt: string;
  readonly voice: { readonly voice_id: string };
  readonly greeting?: string | null | undefined;
  readonly input?: Readonly<Record<string, unknown>> | undefined;
  readonly output?: Readonly<Record<string, unknown>> | undefined;
  readonly tools?: readonly Readonly<Record<string, unknown>>[] | undefined;
}

/**
 * The session configuration of a stored agent, judged by the rules of an inline one; only `http` may be added to
 * its tools. @throws RestError `validation_error`.
 */
export function incomingSession(id: string, agent: AgentSession): EffectiveConfig {
  const inline = {
    system_prompt: agent.system_prompt,
    ...(agent.greeting ? { greeting: agent.greeting } : {}),
    ...(agent.input && { input: agent.input }),
    output: { ...agent.output, voice: agent.voice.voice_id },
    tools: (agent.tools ?? []).map((tool) => ({ type: 'function', ...without(tool, ['http', 'id']) })),
  };
  const verdict = validateFirstUpdate(inline, voiceNames);
  if (verdict.kind === 'refused') {
    const param = verdict.param === 'output.voice' ? 'voice.voice_id' : verdict.param;
    throw new RestError('validation_error', verdict.message, param ?? null);
  }
  const config = resolveConfig(verdict.session, defaultConfig(defaultVoiceName));
  const served = new Set((agent.tools ?? []).filter(({ http }) => http).map(({ name }) => name));
  return {
    ...config,
    id,
    // Secrets stay in the store: a session sees only that the service runs the tool.
    tools: config.tools.map((tool) => (served.has(tool.name) ? { ...tool, http: {} } : tool)),
  };
}

function without(tool: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tool).filter(([key]) => !keys.includes(key)));
}
