/**
 * `node build/packaging/render-icons.mjs`: draws the icons of every system from icon.svg. The results are kept in
 * the repository, so that a package needs no renderer; a test tells when they are not those of the drawing.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../setup/cache.mjs';
import { shortHash } from '../setup/files.mjs';
import { runEntry, say } from '../setup/report.mjs';
import { ALL_SIZES, icns, ico, LINUX_SIZES } from './icon-files.mjs';
import { ensurePackagingTools, importTool } from './tools.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

await runEntry(async () => {
  const tools = await ensurePackagingTools(cacheFolder());
  const { initWasm, Resvg } = await importTool(tools, '@resvg/resvg-wasm');
  const wasm = createRequire(join(tools, 'package.json')).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  const svg = readFileSync(join(HERE, 'icon.svg'), 'utf8');
  const pictures = ALL_SIZES.map((size) => ({
    size,
    png: Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()),
  }));
  const folder = join(HERE, 'icons');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'linux'), { recursive: true });
  writeFileSync(join(folder, 'icon.ico'), ico(pictures));
  writeFileSync(join(folder, 'icon.icns'), icns(pictures));
  for (const { size, png } of pictures) {
    if (LINUX_SIZES.some((wanted) => wanted === size))
      writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
  }
  writeFileSync(join(folder, 'drawn-from.txt'), `${shortHash(svg)}\n`);
  say(`Icons: drawn into ${folder}`);
  return 0;
});
