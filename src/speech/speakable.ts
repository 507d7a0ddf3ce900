/** Signs outside ASCII that the synthesizer would read byte by byte, and what to say instead. */
const SPOKEN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '–': ', ',
  '—': ', ',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '•': ', ',
  '·': ', ',
  '×': ' times ',
  '÷': ' divided by ',
  '±': ' plus or minus ',
  '→': ' to ',
  '≤': ' at most ',
  '≥': ' at least ',
  '≠': ' is not ',
  '°': ' degrees ',
  µ: ' micro',
  '½': ' one half ',
  '¼': ' one quarter ',
  '¾': ' three quarters ',
  '€': ' euros ',
  '£': ' pounds ',
  '¥': ' yen ',
  '©': ' copyright ',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * Text in the printable ASCII that the synthesizer reads: accents are dropped, quotes, dashes and common signs
 * put into plain ones or into words, everything else (emoji, other scripts, controls, NUL) becomes a space.
 * Empty when nothing is left that can be said.
 */
export function toSpeakable(text: string): string {
  const ascii = [...text.normalize('NFC')].map((sign) => SPOKEN[sign] ?? plain(sign)).join('');
  const single = ascii
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return /[A-Za-z0-9$%&+=@#]/.test(single) ? single : '';
}

function plain(sign: string): string {
  const letters = sign.normalize('NFKD').replace(/\p{M}/gu, '');
  return /^[\x20-\x7e]+$/.test(letters) ? letters : ' ';
}

/**
 * Groups words into pieces of at most `limit` signs, so that the synthesizer never holds a thread for long.
 * Prefers to end a piece after a full stop, then after a comma, then anywhere. A longer word stands alone.
 */
export function splitWords(words: readonly string[], limit: number): readonly (readonly string[])[] {
  const pieces: string[][] = [];
  let rest = words;
  while (rest.length > 0) {
    const count = pieceLength(rest, limit);
    pieces.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return pieces;
}

function pieceLength(words: readonly string[], limit: number): number {
  let length = 0;
  let fits = 0;
  while (fits < words.length && length + words[fits]!.length <= limit) length += words[fits++]!.length + 1;
  if (fits === words.length) return fits;
  const head = words.slice(0, fits);
  const sentence = head.findLastIndex((word) => /[.!?]["')]*$/.test(word));
  const pause = head.findLastIndex((word) => /[,;:]["')]*$/.test(word));
  const end = sentence >= 0 ? sentence : pause;
  return end >= 0 ? end + 1 : Math.max(1, fits);
}
