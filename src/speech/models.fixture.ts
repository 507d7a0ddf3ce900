import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../build/setup/cache.mjs';
import { modelSetName } from '../../build/setup/speech-models.mjs';
import manifest from '../../resources/models.json';

/** Where the real models lie; throws when they were never fetched. */
export function modelsDirectory(): string {
  const directory = process.env['PARLEY_MODELS'] ?? join(cacheFolder(), 'models', modelSetName(manifest));
  if (!existsSync(directory)) {
    throw new Error(
      `The speech models are not in ${directory}. Run npm test, or npm start, once: it fetches them.`,
    );
  }
  return directory;
}
