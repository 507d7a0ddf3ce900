import { verify } from 'node:crypto';
import { z } from 'zod';

/** The manifest of a release, as far as it is signed. */
const manifestSchema = z.object({
  version: z.string().min(1),
  files: z.array(z.object({ url: z.string().min(1), sha512: z.string().min(1) })).min(1),
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
