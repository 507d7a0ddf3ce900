import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every regular file below a folder, as absolute paths. Files that go while we look are left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

/** The files below a folder that hold the text in UTF-8, UTF-16, Base64 or URL encoding. */
export function filesHolding(folder: string, text: string): readonly string[] {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    ...[0, 1, 2].map((shift) => Buffer.from(base64Core(text, shift))),
    Buffer.from(encodeURIComponent(text)),
  ];
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

/** The Base64 characters that stand for the text alone, when it begins `shift` bytes into a group of three. */
function base64Core(text: string, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
  return encoded.slice(shift === 0 ? 0 : 4).replace(/.{0,4}$/, '');
}
