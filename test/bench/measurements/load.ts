/** Processor time and memory in a talk in which both sides speak all the time, and idle after it. */
import { speak } from '../../support/sound/voice';
import { RIG_RATE } from '../../support/sound/pulse-server';
import { WIRE_RATE, type ScriptedSession } from '../../support/scripted-session';
import { pause } from '../../support/until';
import { endTalk } from '../bench';
import type { Measurement, Row } from '../measurement';
import { measureUsage, type Usage } from '../processes';

const TALK_MS = 20_000;
const IDLE_MS = 15_000;
/** What it takes until everything runs as it will go on. */
const SETTLING_MS = 3_000;
const TARGET_PERCENT = 5;
/** About the pace of speech. */
const WORD_MS = 330;
const STORY =
  'The garden lies behind the house, and every morning the old man walks down to the river with his dog. ' +
  'They stop at the bridge, look at the boats, and talk about the weather of the day.';

export const load: Measurement = {
  name: 'load',
  run: async (bench) => {
    const talk = await bench.scriptedTalk({ probe: false });
    const rig = await bench.rig();
    const story = (await speak(STORY)).pcm;
    rig.play(repeated(story, ((SETTLING_MS + TALK_MS + 1_000) * RIG_RATE) / 1_000));
    const telling = tell(talk.session, halved(story));
    await pause(SETTLING_MS);
    const talking = await measureUsage(talk.app, () => pause(TALK_MS));
    await telling;
    await endTalk(talk);
    await pause(SETTLING_MS);
    const idle = await measureUsage(talk.app, () => pause(IDLE_MS));
    return {
      rows: [...rowsOf('in a talk', talking, TARGET_PERCENT), ...rowsOf('idle', idle, null)],
      details: { talking, idle },
    };
  },
};

function rowsOf(when: string, usages: readonly Usage[], target: number | null): readonly Row[] {
  return [true, false].flatMap((own) => {
    const chosen = usages.filter((usage) => usage.own === own).sort((a, b) => b.cpu - a.cpu);
    const cpu = chosen.reduce((sum, usage) => sum + usage.cpu, 0);
    const memory = chosen.reduce((sum, usage) => sum + usage.memory, 0);
    const held = own ? target : null;
    const name = `${own ? "app's own processes" : 'speech processes'} ${when}`;
    return [
      {
        ...rowOf(name, cpu, memory),
        target: held === null ? 'none' : `<= ${held} %`,
        met: held === null ? null : cpu <= held,
      },
      ...chosen.map((usage) => rowOf(`  ${usage.name}`, usage.cpu, usage.memory)),
    ];
  });
}

function rowOf(measurement: string, cpu: number, memory: number): Row {
  const other = `${cpu.toFixed(1)} % of a core, ${Math.round(memory)} MB`;
  return { measurement, p50: null, p99: null, other, target: '', met: null };
}

/** The agent's side, with everything that the service sends of a turn: sound, its words, and what it hears. */
async function tell(session: ScriptedSession, pcm: Int16Array): Promise<void> {
  const id = 'resp_story';
  const words = STORY.split(' ');
  let [said, heard] = [0, ''];
  const speaking = session.reply({
    id,
    pcm: repeated(pcm, ((SETTLING_MS + TALK_MS + 1_000) * WIRE_RATE) / 1_000),
    text: STORY,
  });
  const timer = setInterval(() => {
    const word = words[said % words.length]!;
    const start_ms = said * WORD_MS;
    session.send({
      type: 'transcript.agent.delta',
      reply_id: id,
      delta: `${word} `,
      start_ms,
      end_ms: start_ms + WORD_MS,
    });
    heard = said % words.length === 0 ? word : `${heard} ${word}`;
    session.send({ type: 'transcript.user.delta', text: heard });
    said += 1;
  }, WORD_MS);
  await speaking;
  clearInterval(timer);
}

function repeated(pcm: Int16Array, length: number): Int16Array {
  return Int16Array.from({ length }, (_, at) => pcm[at % pcm.length]!);
}

/** Half the sample rate; for something to listen to, not to measure. */
function halved(pcm: Int16Array): Int16Array {
  return pcm.filter((_, at) => at % 2 === 0);
}
