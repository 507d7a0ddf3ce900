/** The real recognizer and names that it cannot know. */
import { expect, test } from 'vitest';
import { SYNTHESIS_RATE } from '../shared/ipc/speech-port';
import { modelsDirectory } from './models.fixture';
import { loadRecognizer } from './recognizer';
import { loadSynthesizer } from './synthesizer';

const never = new AbortController().signal;
const now = () => performance.now();
const NAMES = ['Grafana', 'Inkscape', 'Thunderbird', 'Reykjavik', 'Zettelkasten'];

test('names are heard when it is told of them, and not where they were not said', async () => {
  const recognizer = await loadRecognizer(modelsDirectory(), 'base', now);
  const synthesizer = await loadSynthesizer(now);
  const hear = async (text: string) => {
    const { pcm } = await synthesizer.synthesize({ text, voice: 'slt', speed: 1 }, never);
    return (await recognizer.recognize({ pcm, sampleRate: SYNTHESIS_RATE, keyterms: NAMES }, never)).text;
  };
  expect(await hear('open inkscape and make it larger')).toContain('Inkscape');
  for (const sentence of ['turn the volume down', 'set a timer for ten minutes', 'read my last email']) {
    const text = await hear(sentence);
    for (const name of NAMES) expect(text).not.toContain(name);
  }
});
