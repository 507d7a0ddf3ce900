import { verify } from 'node:crypto';
import { z } from 'zod';

/** Without spaces and ends of lines, so that what is signed can be read in one way only. */
const word = z.string().regex(/^\S+$/);

/** The manifest of a release, as far as it is signed. */
const manifestSchema = z.object({
  version: word,
  files: z.array(z.object({ url: word, sha512: word })).min(1),
  /** Base64. */
  parleySignature: z.string().optional(),
});

/**
 * Whether the manifest of an update was signed by who holds the private half of `key` (Ed25519, PEM). Signed are the
 * version and each file's name and hash, a line each; the updater checks what it fetched against that hash.
 */
export function isManifestSigned(manifest: unknown, key: string): boolean {
  const parsed = manifestSchema.safeParse(manifest);
  if (!parsed.success || parsed.data.parleySignature === undefined) return false;
  const { version, files, parleySignature } = parsed.data;
  const lines = [version, ...files.map(({ url, sha512 }) => `${url} ${sha512}`)];
  try {
    return verify(null, Buffer.from(lines.join('\n')), key, Buffer.from(parleySignature, 'base64'));
  } catch {
    return false;
  }
}

const namesSchema = z.object({
  files: z.array(z.object({ url: z.string().regex(/^[A-Za-z0-9][\w.+-]*$/) })).min(1),
});

/** Whether every file of a manifest has a plain name: what is fetched is kept under it, and must not lead elsewhere. */
export const hasPlainNames = (manifest: unknown): boolean => namesSchema.safeParse(manifest).success;
