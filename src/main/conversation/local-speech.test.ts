import { describe, expect, it } from 'vitest';
import { SpeechClient } from '../../shared/ipc/speech-client';
import type { SpeechAnswer, SpeechRequest } from '../../shared/ipc/speech-port';
import { LocalSpeech } from './local-speech';

/** A speech process whose voice detector says what the test says. */
function rig() {
  const sent: SpeechRequest[] = [];
  let answer: (answer: SpeechAnswer) => void = () => undefined;
  const client = new SpeechClient({
    post: (message) => void sent.push(message),
    listen: (listener) => void (answer = listener),
  });
  const changes: boolean[] = [];
  const local = new LocalSpeech(client, (speaking) => changes.push(speaking));
  const stream = sent[0]?.type === 'vad.open' ? sent[0].stream : -1;
  let endSample = 0;
  const hear = (...probabilities: readonly number[]) => {
    for (const probability of probabilities) {
      endSample += 768;
      answer({ type: 'vad.frame', stream, endSample, probability });
    }
  };
  return { local, changes, hear, sent };
}

describe('speech heard locally', () => {
  it('begins after two frames, so that a click does not count', () => {
    const { hear, changes } = rig();
    hear(0.9, 0.1, 0.9);
    expect(changes).toEqual([]);
    hear(0.9);
    expect(changes).toEqual([true]);
  });

  it('ends after a pause, not at a breath', () => {
    const { hear, changes } = rig();
    hear(0.9, 0.9, ...Array<number>(11).fill(0.1), 0.5);
    expect(changes).toEqual([true]);
    hear(...Array<number>(12).fill(0.1));
    expect(changes).toEqual([true, false]);
  });

  it('dates speech by the moment it was captured, not by when the model answered', () => {
    const { local, hear } = rig();
    expect(local.voicedAt).toBeNull();
    local.push(new Int16Array(1_200), 10_050);
    local.push(new Int16Array(1_200), 10_100);
    hear(0.9);
    expect(local.voicedAt).toBeCloseTo(10_032, 5);
  });

  it('closes its stream once', () => {
    const { local, sent } = rig();
    local.close();
    local.close();
    expect(sent.filter(({ type }) => type === 'vad.close')).toHaveLength(1);
  });
});
