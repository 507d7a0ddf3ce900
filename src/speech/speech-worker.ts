/** Entry of a worker thread of the speech process: one heavy part, named by its task. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { assertNever } from '../shared/assert-never';
import type { Clause, Utterance } from './part';
import { serveCalls, type WorkerPort, type WorkerTask } from './worker-calls';

const taskSchema: z.ZodType<WorkerTask> = z.object({
  part: z.enum(['recognizer', 'partial-recognizer', 'synthesizer', 'embedder']),
  modelsDirectory: z.string(),
});

// Imported on demand: a thread loads the runtime of its own part only.
async function serve(port: WorkerPort, { part, modelsDirectory }: WorkerTask): Promise<void> {
  const now = () => performance.now();
  switch (part) {
    case 'recognizer':
    case 'partial-recognizer':
      return serveCalls(port, async () => {
        const { loadRecognizer } = await import('./recognizer');
        const size = part === 'recognizer' ? 'base' : 'tiny';
        const recognizer = await loadRecognizer(modelsDirectory, size, now);
        return {
          perform: (utterance: Utterance, signal) => recognizer.recognize(utterance, signal),
          close: () => recognizer.close(),
        };
      });
    case 'synthesizer':
      return serveCalls(port, async () => {
        const { loadSynthesizer } = await import('./synthesizer');
        const { Voices } = await import('./voices');
        const others = {
          system: async () => (await import('./system-synthesizer')).loadSystemVoice(process.platform, now),
          neural: async () => (await import('./neural-voice')).loadNeuralVoice(modelsDirectory, now),
        };
        const report = (message: string) => process.stderr.write(`speech: ${message}\n`);
        const voices = new Voices(await loadSynthesizer(now), others, report);
        return {
          perform: (clause: Clause, signal) => voices.synthesize(clause, signal),
          close: () => Promise.resolve(),
        };
      });
    case 'embedder':
      return serveCalls(port, async () => {
        const { loadEmbedder } = await import('./embedder');
        const embedder = await loadEmbedder(modelsDirectory);
        return {
          perform: (texts: readonly string[], signal) => embedder.embed(texts, signal),
          close: () => embedder.close(),
        };
      });
    default:
      return assertNever(part);
  }
}

if (!parentPort) throw new Error('speech-worker runs as a worker thread.');
await serve(parentPort, taskSchema.parse(workerData));
