/** A network as its first bits. */
interface Net {
  readonly bits: readonly number[];
  readonly length: number;
}

const net = (address: string, length: number): Net => ({ bits: wordsOf(address) ?? [], length });

/** Everything that is not the public internet (RFC 6890 and its successors). */
const closed4 = (
  [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    // Link-local, with the metadata services of the clouds.
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const
).map(([address, length]) => net(address, length));

/** Only global unicast is public, and of that neither documentation nor what leads into IPv4 networks. */
const open6 = net('2000::', 3);
const closed6 = [net('2001::', 23), net('2001:db8::', 32), net('2002::', 16), net('3fff::', 20)];

/** Whether an address in its usual writing belongs to the public internet; what is no address does not. */
export function isPublicAddress(address: string): boolean {
  const words = wordsOf(address);
  if (words === null) return false;
  if (words.length === 2) return !closed4.some((one) => isIn(words, one));
  return isIn(words, open6) && !closed6.some((one) => isIn(words, one));
}

/** Whether the text is an address and no name; IPv6 without brackets. */
export function isAddress(text: string): boolean {
  return wordsOf(text) !== null;
}

function isIn(words: readonly number[], { bits, length }: Net): boolean {
  return words.every((word, at) => {
    const counted = Math.min(16, Math.max(0, length - at * 16));
    return word >> (16 - counted) === (bits[at] ?? 0) >> (16 - counted);
  });
}

/** An address as words of 16 bits: two for IPv4, eight for IPv6; null when it is none. */
function wordsOf(address: string): readonly number[] | null {
  return address.includes(':') ? ipv6Words(address) : ipv4Words(address);
}

function ipv4Words(text: string): readonly number[] | null {
  const bytes = text.split('.').map((part) => (/^(?:0|[1-9]\d{0,2})$/.test(part) ? Number(part) : NaN));
  if (bytes.length !== 4 || !bytes.every((byte) => byte <= 255)) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return [a * 256 + b, c * 256 + d];
}

function ipv6Words(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = [halves[0] ?? '', halves[1]].map((half) => (half === undefined ? [] : groupsOf(half)));
  if (!head || !tail) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1) return missing === 0 ? head : null;
  return missing < 1 ? null : [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** The groups of one side of `::`; the last one may be an IPv4 address. */
function groupsOf(half: string): readonly number[] | null {
  if (half === '') return [];
  const groups = half.split(':').map((group, at, all) => {
    if (/^[0-9a-f]{1,4}$/i.test(group)) return [parseInt(group, 16)];
    return at === all.length - 1 ? ipv4Words(group) : null;
  });
  return groups.some((words) => words === null) ? null : groups.flatMap((words) => words ?? []);
}
