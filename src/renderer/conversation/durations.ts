import type { TurnLatency } from '../../shared/ipc/conversation';
import type { PlainText } from '../../shared/words/catalogue';
import { fixedWritten, t } from '../words.svelte';

/** A duration as a person reads it: "40 ms", "0.6 s", "12 s", "1 min 5 s". */
export function durationText(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 100) return millisecondsText(ms);
  if (ms < 9_950) return t('{number} s', { number: fixedWritten(ms / 1_000, 1) });
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return t('{number} s', { number: seconds });
  const rest = seconds % 60;
  const minutes = Math.floor(seconds / 60);
  return rest ? t('{minutes} min {seconds} s', { minutes, seconds: rest }) : t('{minutes} min', { minutes });
}

/** "Answered in 0.6 s": from the end of the person's speech to the first sound of the answer; null if unknown. */
export function answeredText(latency: TurnLatency | null): string | null {
  const milliseconds = latency?.audible ?? latency?.firstAudio ?? null;
  return milliseconds === null ? null : t('Answered in {time}', { time: durationText(milliseconds) });
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
  const named: readonly (readonly [PlainText, number | null])[] = [
    ['Your words recognised', latency.transcript],
    ['Answer begun', latency.replyStarted],
    ['First sound received', latency.firstAudio],
    ['First sound heard', latency.audible],
  ];
  const seen = named.flatMap(([step, ms]) => (ms === null ? [] : [{ step: t(step), ms: Math.round(ms) }]));
  return seen.map(({ step, ms }, place) => {
    const before = seen[place - 1];
    // Steps may overtake each other: words are often final only after the answer has begun.
    return {
      step,
      time: millisecondsText(ms),
      share: before && ms > before.ms ? `+${millisecondsText(ms - before.ms)}` : '',
    };
  });
}

/** How long tools worked within a turn. */
export function toolsText(milliseconds: number): string {
  return t('Tools worked for {time}.', { time: durationText(milliseconds) });
}

const millisecondsText = (ms: number) => t('{number} ms', { number: ms });
