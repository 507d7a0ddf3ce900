import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const setupSchema = z.object({ models: z.string().min(1) });

/**
 * The folder of the speech models: written by the set-up to `out/setup.json`, shipped in the resources of a
 * package. The speech process says plainly when models are missing there.
 */
export function modelsFolder(appFolder: string, resources: string): string {
  try {
    return setupSchema.parse(JSON.parse(readFileSync(join(appFolder, 'out', 'setup.json'), 'utf8'))).models;
  } catch {
    return join(resources, 'models');
  }
}
