/**
 * Values of the bus as bytes (D-Bus Specification 0.43, "Type System" and "Marshaling"), little-endian; what a message
 * is made of (bus-wire.ts).
 */

/** A value in a message. A variant names its type. */
export type BusValue =
  | string
  | number
  | bigint
  | boolean
  | readonly BusValue[]
  | { readonly variant: string; readonly value: BusValue };

/** Arrays within arrays are no deeper by the specification than twice this. */
const MOST_DEEP = 32;

/** The value of a key in an `a{sv}`; undefined when it is not there. */
export function entryOf(dictionary: BusValue | undefined, key: string): BusValue | undefined {
  if (!Array.isArray(dictionary)) return undefined;
  const entries = dictionary as readonly BusValue[];
  for (const entry of entries) {
    if (!Array.isArray(entry) || (entry as readonly BusValue[])[0] !== key) continue;
    const value = (entry as readonly BusValue[])[1];
    return isVariant(value) ? value.value : value;
  }
  return undefined;
}

function isVariant(value: BusValue | undefined): value is Extract<BusValue, { readonly variant: string }> {
  return typeof value === 'object' && 'variant' in value;
}

/** The complete types in a signature, one after the other. Throws on one that is none. */
export function splitSignature(signature: string): readonly string[] {
  const types: string[] = [];
  for (let at = 0; at < signature.length;) {
    const end = typeEnd(signature, at, 0);
    types.push(signature.slice(at, end));
    at = end;
  }
  return types;
}

function typeEnd(signature: string, at: number, deep: number): number {
  const letter = signature[at];
  if (letter === undefined || deep > MOST_DEEP) throw new RangeError('No such type.');
  if (letter === 'a') return typeEnd(signature, at + 1, deep + 1);
  const close = { '(': ')', '{': '}' }[letter];
  if (close === undefined) {
    if (!'ybnqiuxtdsogv'.includes(letter)) throw new RangeError('No such type.');
    return at + 1;
  }
  let end = at + 1;
  // A struct of nothing would be read for ever.
  if (signature[end] === close) throw new RangeError('No such type.');
  while (signature[end] !== close) end = typeEnd(signature, end, deep + 1);
  return end + 1;
}

/** How a type is aligned, in bytes. */
function alignment(type: string): number {
  switch (type[0]) {
    case 'y':
    case 'g':
    case 'v':
      return 1;
    case 'n':
    case 'q':
      return 2;
    case 'x':
    case 't':
    case 'd':
    case '(':
    case '{':
      return 8;
    default:
      return 4;
  }
}

/** Writes values one after the other, each aligned as its type asks. */
export class BusWriter {
  private parts: Buffer[] = [];
  private length = 0;

  /** All that was written. */
  bytes(): Buffer {
    return Buffer.concat(this.parts);
  }

  /** Fills up with zeros to a multiple of `to` bytes. */
  align(to: number): void {
    this.add(Buffer.alloc(-this.length & (to - 1)));
  }

  /** Writes a value of one complete type. Throws a RangeError on a type that Parley never sends. */
  write(type: string, value: BusValue): void {
    this.align(alignment(type));
    switch (type[0]) {
      case 'y':
        return this.add(Buffer.from([Number(value)]));
      case 'b':
      case 'u':
      case 'i':
        return this.word(Number(value) >>> 0);
      case 't':
      case 'x': {
        const bytes = Buffer.alloc(8);
        bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value as bigint)));
        return this.add(bytes);
      }
      case 's':
      case 'o':
        return this.text(String(value), (length) => this.word(length));
      case 'g':
        return this.text(String(value), (length) => this.add(Buffer.from([length])));
      case 'v': {
        const { variant, value: inner } = value as Extract<BusValue, { readonly variant: string }>;
        this.write('g', variant);
        return this.write(variant, inner);
      }
      case 'a':
        return this.array(type.slice(1), value as readonly BusValue[]);
      case '(':
      case '{':
        return splitSignature(type.slice(1, -1)).forEach((one, at) =>
          this.write(one, (value as readonly BusValue[])[at]!),
        );
      default:
        throw new RangeError(`The type ${type} is not written.`);
    }
  }

  private array(type: string, items: readonly BusValue[]): void {
    const size = Buffer.alloc(4);
    this.add(size);
    this.align(alignment(type));
    const from = this.length;
    for (const item of items) this.write(type, item);
    size.writeUInt32LE(this.length - from);
  }

  private text(text: string, length: (bytes: number) => void): void {
    const bytes = Buffer.from(text);
    length(bytes.length);
    this.add(bytes);
    this.add(Buffer.alloc(1));
  }

  private word(value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    this.add(bytes);
  }

  private add(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }
}

/** Reads values one after the other, from `at` on. */
export class BusReader {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  /** The next value, of one complete type. Throws a RangeError when the bytes end before it does. */
  read(type: string, deep = 0): BusValue {
    if (deep > MOST_DEEP) throw new RangeError('Too deep.');
    this.at = (this.at + alignment(type) - 1) & ~(alignment(type) - 1);
    switch (type[0]) {
      case 'y':
        return this.bytes.readUInt8(this.skip(1));
      case 'b':
        return this.word() !== 0;
      case 'n':
        return this.bytes.readInt16LE(this.skip(2));
      case 'q':
        return this.bytes.readUInt16LE(this.skip(2));
      case 'i':
        return this.bytes.readInt32LE(this.skip(4));
      case 'u':
        return this.word();
      case 'x':
        return this.bytes.readBigInt64LE(this.skip(8));
      case 't':
        return this.bytes.readBigUInt64LE(this.skip(8));
      case 'd':
        return this.bytes.readDoubleLE(this.skip(8));
      case 's':
      case 'o':
        return this.text(this.word());
      case 'g':
        return this.text(this.bytes.readUInt8(this.skip(1)));
      case 'v': {
        const [variant, ...more] = splitSignature(String(this.read('g')));
        if (variant === undefined || more.length > 0) throw new RangeError('No such variant.');
        return { variant, value: this.read(variant, deep + 1) };
      }
      case 'a':
        return this.array(type.slice(1), deep);
      default:
        return splitSignature(type.slice(1, -1)).map((one) => this.read(one, deep + 1));
    }
  }

  private array(type: string, deep: number): readonly BusValue[] {
    const size = this.word();
    this.at = (this.at + alignment(type) - 1) & ~(alignment(type) - 1);
    const end = this.at + size;
    if (end > this.bytes.length) throw new RangeError('cut off');
    const items: BusValue[] = [];
    while (this.at < end) items.push(this.read(type, deep + 1));
    return items;
  }

  private text(length: number): string {
    const from = this.skip(length + 1);
    return this.bytes.toString('utf8', from, from + length);
  }

  private word(): number {
    return this.bytes.readUInt32LE(this.skip(4));
  }

  private skip(count: number): number {
    const from = this.at;
    this.at += count;
    if (this.at > this.bytes.length) throw new RangeError('cut off');
    return from;
  }
}
