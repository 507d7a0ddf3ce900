import type { DemoTurn, TurnRecord } from './turns';

/** A turn as it went. Milliseconds; null where this machine cannot measure it. */
export interface PlayedTurn {
  readonly turn: DemoTurn;
  readonly record: TurnRecord;
  /** From the last sample fed into the microphone to the first one heard at the speakers. */
  readonly latencyMs: number | null;
  /** From the first sample of an interruption to the last one heard of the old answer. */
  readonly silencedMs: number | null;
  /** The latency in the app's own words, where nothing outside measures it. */
  readonly toldLatency: string | null;
  readonly mistakes: readonly string[];
}

/** One turn, for the console. */
export function turnText({ turn, record, latencyMs, silencedMs, toldLatency, mistakes }: PlayedTurn): string {
  const lines = [
    `  person   ${turn.says}${turn.interrupts ? '   (into the answer)' : ''}`,
    `  heard    ${record.heard}`,
    `  tool     ${record.tool?.text ?? 'none'}`,
    `  answer   ${record.answer}`,
    ...(latencyMs === null ? [] : [`  latency  ${Math.round(latencyMs)} ms, end of speech to first sound`]),
    ...(toldLatency === null ? [] : [`  latency  ${toldLatency}, as the window tells it`]),
    ...(silencedMs === null ? [] : [`  silence  ${Math.round(silencedMs)} ms after the interruption began`]),
    ...mistakes.map((mistake) => `  WRONG    ${mistake}`),
  ];
  return lines.join('\n');
}
