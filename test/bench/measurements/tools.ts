/** What the app adds to a tool's own time: from `tool.call` sent to its run, from its end to `tool.result` sent. */
import { tone } from '../../support/sound/voice';
import { WIRE_RATE } from '../../support/scripted-session';
import { pause } from '../../support/until';
import { probedUntil } from '../bench';
import type { Measurement, Row } from '../measurement';
import { percentile, summarize } from '../statistics';

const CALLS = 150;
/** The agent speaks all the while, as it may while it calls. */
const BETWEEN_MS = 100;
const TARGET_MS = 5;

/** A call, in milliseconds. */
interface Call {
  /** From the frame sent by the service to the call handed to the tools. */
  readonly there: number;
  /** The tool's own time, with the check of its arguments. */
  readonly run: number;
  /** From the result in hand to its frame handed to the socket. */
  readonly back: number;
  /** From the frame sent to the answer at the service; how soon this process wakes is in it. */
  readonly whole: number;
}

export const tools: Measurement = {
  name: 'tools',
  run: async (bench) => {
    const talk = await bench.scriptedTalk();
    const { session } = talk;
    const pcm = tone(CALLS * BETWEEN_MS * 2, 440, 8_000, WIRE_RATE);
    const speaking = session.reply({ id: 'resp_calls', pcm, open: true });
    const wires: { readonly sent: number; readonly answered: number }[] = [];
    for (let number = 0; number < CALLS; number++) {
      // The same call in the same turn would be run once only.
      const place = Intl.supportedValuesOf('timeZone')[number];
      const call = { call_id: `call_${number}`, name: 'get_time', arguments: { place } };
      const sent = session.send({ type: 'tool.call', ...call });
      wires.push({ sent, answered: (await session.waitFor('tool.result', number)).at });
      await pause(BETWEEN_MS);
    }
    session.stopSending();
    await speaking;
    const answers = await probedUntil(talk, 'tool-answered', wires.at(-1)!.sent);
    const calls = talk.probed('tool-run').map(({ at, milliseconds }, number): Call => {
      const { sent, answered } = wires[number]!;
      const back = answers[number]!.milliseconds;
      return { there: at - milliseconds - sent, run: milliseconds, back, whole: answered - sent };
    });
    const of = (part: keyof Call) => calls.map((call) => call[part]);
    return {
      rows: [
        rowOf('tool.call sent -> the tool runs', of('there'), TARGET_MS),
        rowOf('the tool is done -> tool.result handed to the socket', of('back'), TARGET_MS),
        rowOf('  the tool itself, its arguments checked', of('run'), null),
        rowOf('  tool.call sent -> tool.result at the service', of('whole'), null),
      ],
      details: { calls },
    };
  },
};

function rowOf(measurement: string, milliseconds: readonly number[], target: number | null): Row {
  const { p50, p99, max, count } = summarize(milliseconds);
  const p95 = percentile(milliseconds, 0.95);
  return {
    measurement,
    p50,
    p99,
    other: `p95 ${p95.toFixed(1)}, max ${max.toFixed(1)}; ${count} calls`,
    target: target === null ? 'none' : `p95 <= ${target}`,
    met: target === null ? null : p95 <= target,
  };
}
