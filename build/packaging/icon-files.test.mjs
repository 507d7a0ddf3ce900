import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shortHash } from '../setup/files.mjs';
import { ALL_SIZES, icns, ICO_SIZES, ico, LINUX_SIZES } from './icon-files.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const pictures = ALL_SIZES.map((size) => ({ size, png: Buffer.from(`picture of ${size}`) }));

describe('icon containers', () => {
  it('finds every picture of a Windows icon where its directory says', () => {
    const file = ico(pictures);
    expect([...file.subarray(0, 6)]).toEqual([0, 0, 1, 0, ICO_SIZES.length, 0]);
    ICO_SIZES.forEach((size, index) => {
      const entry = 6 + 16 * index;
      expect(file.readUInt8(entry)).toBe(size === 256 ? 0 : size);
      const [length, at] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
      expect(file.subarray(at, at + length).toString()).toBe(`picture of ${size}`);
    });
  });

  it('walks through a macOS icon from block to block to its very end', () => {
    const file = icns(pictures);
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const blocks = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      blocks.push(file.toString('latin1', at, at + 4));
    }
    expect(blocks).toContain('ic10');
    expect(blocks).toHaveLength(10);
  });

  it('says which size is missing', () => {
    expect(() => ico(pictures.filter(({ size }) => size !== 48))).toThrow('48 pixels');
  });
});

describe('the icons in the repository', () => {
  it('are drawn from the drawing as it is', () => {
    const drawing = readFileSync(join(HERE, 'icon.svg'), 'utf8');
    const drawnFrom = readFileSync(join(HERE, 'icons', 'drawn-from.txt'), 'utf8').trim();
    expect(drawnFrom, 'run: node build/packaging/render-icons.mjs').toBe(shortHash(drawing));
  });

  it('have the sizes that their names say', () => {
    for (const size of LINUX_SIZES) {
      const png = readFileSync(join(HERE, 'icons', 'linux', `${size}x${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});
