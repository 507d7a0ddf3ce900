import { z } from 'zod';
import type { UpdatesOff } from '../../shared/ipc/updates';

const description = z.object({
  parley: z.object({
    build: z.enum(['stand-in', 'local', 'unsigned', 'signed']),
    /** Of Linux releases, whose packages no system checks: the public key of their manifests, Ed25519, PEM. */
    updateKey: z.string().optional(),
  }),
});

/** What the packaging wrote into the app's package.json. */
export interface Build {
  readonly kind: 'development' | z.infer<typeof description>['parley']['build'];
  readonly updateKey: string | null;
}

/** Reads it; anything that does not fit counts as development. `text` is the content of package.json. */
export function readBuild(text: string, packaged: boolean): Build {
  const parsed = packaged ? description.safeParse(parsedJson(text)) : null;
  if (!parsed?.success) return { kind: 'development', updateKey: null };
  return { kind: parsed.data.parley.build, updateKey: parsed.data.parley.updateKey ?? null };
}

/** Why this build does not update itself, or null when it does. `wanted` is the person's choice. */
export function updatesOff({ kind }: Build, wanted: boolean): UpdatesOff | null {
  if (kind === 'development') return 'development';
  if (kind !== 'signed') return 'not-signed';
  return wanted ? null : 'chosen';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
