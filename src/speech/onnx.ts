import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { PartError } from './part';

const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  logSeverityLevel: 4,
};

/**
 * Opens a model of the models directory for the CPU. One thread is as fast as two for these models, and
 * leaves the other cores to the other parts. Throws PartError `model_missing` or `model_unreadable`.
 */
export async function openModel(directory: string, name: string): Promise<InferenceSession> {
  const path = join(directory, name);
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) throw new PartError('model_missing', `${name} is not in the models directory.`);
  try {
    await access(path, constants.R_OK);
    return await InferenceSession.create(path, OPTIONS);
  } catch {
    throw new PartError('model_unreadable', `${name} cannot be read as a model.`);
  }
}

/** Opens a model that lies in memory, as {@link openModel} does. `name` is for the error's message. */
export async function openGraph(graph: Uint8Array, name: string): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(graph, OPTIONS);
  } catch {
    throw new PartError('model_unreadable', `${name} cannot be read as a model.`);
  }
}
