import type { Json } from '../../shared/json';
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
  readonly input?: Readonly<Record<string, unknown>> | null | undefined;
  readonly output?: Readonly<Record<string, unknown>> | null | undefined;
  /** `http` as clients may see it: without values of headers. */
  readonly tools: readonly (Readonly<Record<string, unknown>> & {
    readonly http: Readonly<Record<string, Json>> | null;
  })[];
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
    tools: agent.tools.map((tool) => ({ type: 'function', ...without(tool, ['http', 'id']) })),
  };
  const verdict = validateFirstUpdate(inline, voiceNames);
  if (verdict.kind === 'refused') {
    const param = verdict.param === 'output.voice' ? 'voice.voice_id' : verdict.param;
    throw new RestError('validation_error', verdict.message, param ?? null);
  }
  const config = resolveConfig(verdict.session, defaultConfig(defaultVoiceName));
  const tools = config.tools.map((tool, index) => ({ ...tool, http: agent.tools[index]?.http ?? null }));
  return { ...config, id, tools };
}

function without(tool: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tool).filter(([key]) => !keys.includes(key)));
}
