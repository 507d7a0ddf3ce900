import { floatToPcm16, pcm16ToFloat } from '../../src/shared/audio/pcm';
import { resample } from '../../src/shared/audio/resample';
import { now } from './clock';
import { WIRE_RATE, type ScriptedSession } from './scripted-session';
import { RIG_RATE } from './sound/pulse-server';
import type { SoundRig } from './sound-rig';
import { speak } from './sound/voice';

/** A text that Parley is reading aloud. */
export interface Reading {
  /** When its first sample was heard. */
  readonly at: number;
  readonly seconds: number;
  /** Everything was sent, or sending was stopped. */
  readonly sent: Promise<void>;
}

/** Has Parley read sentences aloud, with its words placed as the service places them; resolves once it is heard. */
export async function readAloud(
  rig: SoundRig,
  session: ScriptedSession,
  id: string,
  sentences: readonly string[],
): Promise<Reading> {
  const begun = now();
  const parts = await Promise.all(sentences.map((sentence) => speak(sentence, 'slt')));
  const samples = parts.flatMap(({ pcm }) => [
    ...floatToPcm16(resample(pcm16ToFloat(pcm), RIG_RATE, WIRE_RATE)),
  ]);
  const pcm = Int16Array.from(samples);
  const text = sentences.join(' ');
  const msPerLetter = pcm.length / (WIRE_RATE / 1_000) / (text.length + 1);
  session.send({ type: 'reply.started', reply_id: id });
  let letters = 0;
  for (const word of text.split(' ')) {
    const start_ms = Math.round(letters * msPerLetter);
    session.send({ type: 'transcript.agent.delta', reply_id: id, delta: word, start_ms });
    letters += word.length + 1;
  }
  const sent = session.speak(id, pcm);
  return { at: await rig.speakers.waitForSound(begun, 10_000), seconds: pcm.length / WIRE_RATE, sent };
}
