import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import manifest from '../../../resources/models.json';
import type { Problem } from '../../shared/problem';

const manifestSchema = z.object({
  packages: z.array(z.object({ files: z.array(z.object({ name: z.string() })) })),
});

/** The problem to tell when files of the speech models are not in their folder; null when all are there. */
export function missingModels(folder: string): Problem | null {
  const { packages } = manifestSchema.parse(manifest);
  const names = packages.flatMap(({ files }) => files.map(({ name }) => name));
  return names.every((name) => existsSync(join(folder, name))) ? null : modelsMissing;
}

const modelsMissing: Problem = {
  code: 'models_missing',
  sentence: 'The speech models of the local agent are missing.',
  next: 'Run npm start again; it fetches them. Or choose the hosted engine in Settings.',
};
