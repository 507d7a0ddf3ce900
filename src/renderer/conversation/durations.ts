import type { TurnLatency } from '../../shared/ipc/conversation';

/** A duration as a person reads it: "40 ms", "0.6 s", "12 s", "1 min 5 s". */
export function durationText(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 100) return `${ms} ms`;
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest ? ` ${rest} s` : ''}`;
}

/** "Answered in 0.6 s": from the end of the person's speech to the first sound of the answer; null if unknown. */
export function answeredText(latency: TurnLatency | null): string | null {
  const milliseconds = latency?.audible ?? latency?.firstAudio ?? null;
  return milliseconds === null ? null : `Answered in ${durationText(milliseconds)}`;
}

/** A step of a turn: when it was reached, and how much of that went by since the step before. */
export interface LatencyStep {
  readonly step: string;
  readonly time: string;
  /** Empty for the first step. */
  readonly share: string;
}

/** Where the time of a turn went, in order; steps that were not seen are left out. */
export function latencySteps(latency: TurnLatency): readonly LatencyStep[] {
  const named: readonly (readonly [string, number | null])[] = [
    ['Your words recognised', latency.transcript],
    ['Answer begun', latency.replyStarted],
    ['First sound received', latency.firstAudio],
    ['First sound heard', latency.audible],
  ];
  const seen = named.flatMap(([step, ms]) => (ms === null ? [] : [{ step, ms: Math.round(ms) }]));
  return seen.map(({ step, ms }, place) => {
    const before = seen[place - 1];
    // Steps may overtake each other: words are often final only after the answer has begun.
    return { step, time: `${ms} ms`, share: before && ms > before.ms ? `+${ms - before.ms} ms` : '' };
  });
}

/** How long tools worked within a turn. */
export function toolsText(milliseconds: number): string {
  return `Tools worked for ${durationText(milliseconds)}.`;
}
