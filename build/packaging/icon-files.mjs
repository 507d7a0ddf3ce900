/** The containers that Windows and macOS want their icons in; both hold PNG pictures as they are. */

/** @typedef {{ size: number, png: Buffer }} Picture A square picture; `size` in pixels. */

/** Sizes in each container. */
export const ICO_SIZES = /** @type {const} */ ([16, 24, 32, 48, 64, 128, 256]);
/** By the four letters that macOS knows each by; those for 1x and 2x of the same pixels hold the same picture. */
const ICNS_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);
/** Sizes for the folder of Linux's icon theme. */
export const LINUX_SIZES = /** @type {const} */ ([16, 24, 32, 48, 64, 128, 256, 512]);
/** All sizes that are needed. */
export const ALL_SIZES = /** @type {const} */ ([16, 24, 32, 48, 64, 128, 256, 512, 1024]);

/** @param {readonly Picture[]} pictures @param {number} size */
function pictureOf(pictures, size) {
  const found = pictures.find((picture) => picture.size === size);
  if (!found) throw new Error(`There is no picture of ${size} pixels.`);
  return found.png;
}

/**
 * A Windows icon file.
 *
 * @param {readonly Picture[]} pictures Those of {@link ICO_SIZES}, and maybe more.
 */
export function ico(pictures) {
  const pngs = ICO_SIZES.map((size) => ({ size, png: pictureOf(pictures, size) }));
  const header = Buffer.alloc(6 + 16 * pngs.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pngs.length, 4);
  let at = header.length;
  pngs.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    // 256 is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([header, ...pngs.map(({ png }) => png)]);
}

/**
 * A macOS icon file.
 *
 * @param {readonly Picture[]} pictures Those of {@link ALL_SIZES}.
 */
export function icns(pictures) {
  const block = (/** @type {string} */ type, /** @type {Buffer} */ data) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + data.length, 4);
    return Buffer.concat([head, data]);
  };
  const blocks = ICNS_TYPES.map(([type, size]) => block(type, pictureOf(pictures, size)));
  return block('icns', Buffer.concat(blocks));
}
