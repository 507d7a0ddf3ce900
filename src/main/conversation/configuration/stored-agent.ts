import {
  turnDetectionSchema,
  type InlineSessionConfig,
  type ResolvedConfig,
  type TurnDetection,
} from '../../../shared/protocol';
import { noAdjustments, type Adjustments } from './adjustments';
import { turnDetection } from './turn-taking';

/**
 * A bound stored agent with what this talk adjusts, in the fields that may change without widening it: when a turn is
 * over, and how loud it is. Never prompt or tools: an update of the tools would drop those that the service runs.
 */
export function storedAgentConfig(
  bound: ResolvedConfig,
  adjustments: Adjustments = noAdjustments,
): InlineSessionConfig {
  const turns: TurnDetection = {
    ...ownTurns(bound),
    ...turnDetection({
      preset: adjustments.preset ?? 'natural',
      pacing: adjustments.pacing,
      hold: adjustments.hold,
      bargeIn: !adjustments.halfDuplex,
      interruptionDelay: null,
    }),
  };
  const volume = adjustments.volume ?? bound.output.volume;
  return {
    ...(Object.keys(turns).length > 0 ? { input: { turn_detection: turns } } : {}),
    ...(volume === null ? {} : { output: { volume } }),
  };
}

/** The agent's own way of taking turns, as far as it can be sent back. */
function ownTurns({ input }: ResolvedConfig): TurnDetection {
  const set = Object.fromEntries(
    Object.entries(input.turn_detection ?? {}).filter(([key, value]) => key !== 'type' && value !== null),
  );
  return turnDetectionSchema.safeParse(set).data ?? {};
}
