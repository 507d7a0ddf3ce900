import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import manifest from '../../../resources/models.json';
import type { Problem } from '../../shared/problem';

const manifestSchema = z.object({
  packages: z.array(z.object({ files: z.array(z.object({ name: z.string() })) })),
});

/**
 * Why nothing can be heard or spoken on this computer, or null when it can: its processor, or files of the speech
 * models that are not in their folder.
 */
export function speechTrouble(
  folder: string,
  system: { readonly platform: string; readonly arch: string } = process,
): Problem | null {
  // onnxruntime-node has no binary for it since 1.24.
  if (system.platform === 'darwin' && system.arch === 'x64') return processorUnknown;
  const { packages } = manifestSchema.parse(manifest);
  const names = packages.flatMap(({ files }) => files.map(({ name }) => name));
  return names.every((name) => existsSync(join(folder, name))) ? null : modelsMissing;
}

const modelsMissing: Problem = {
  code: 'models_missing',
  sentence: 'The speech models of the local agent are missing.',
  next: 'Install Parley again, or run npm start where it runs from its source; it fetches them. Or choose the hosted engine in Settings.',
};

const processorUnknown: Problem = {
  code: 'local_speech_unsupported',
  sentence: 'The local agent does not run on Macs with an Intel processor.',
  next: 'Choose the hosted engine in Settings.',
};
