import { isAddress, isPublicAddress } from './public-address';

/** Longest address the service takes for a tool (protocol.md section 6.5). */
const MOST_CHARACTERS = 2_048;

const ADDRESS = /^https:\/\/(\[[0-9a-f:.]+\]|[\p{L}0-9._-]+)(?::(\d{1,5}))?(?:[/?#]\S*)?$/iu;
/** Names that lead nowhere on the public internet (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|test|invalid)$/;
/** A host that ends like this is an address to every URL parser, however it is written. */
const ENDS_IN_NUMBER = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/;

/**
 * Why an address cannot be called by the service, in a sentence that says what to do; null when nothing speaks
 * against it. What a name leads to is not looked up here.
 */
export function publicUrlTrouble(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return 'Type an address that begins with https://.';
  if (text.length > MOST_CHARACTERS) return 'Shorten the address to 2,048 characters.';
  if (!/^https:\/\//i.test(text)) return 'Type an address that begins with https://.';
  if (/^https:\/\/[^/?#]*@/i.test(text))
    return 'Take the name and password out of the address; use a header.';
  const [, host = '', port = ''] = ADDRESS.exec(text) ?? [];
  if (host === '' || Number(port) > 65_535) return 'Check the address: it cannot be read.';
  return isPublicHost(host.toLowerCase())
    ? null
    : 'Use an address on the public internet: private ones cannot be reached by the service.';
}

function isPublicHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (isAddress(bare)) return isPublicAddress(bare);
  return bare.includes('.') && !ENDS_IN_NUMBER.test(bare) && !PRIVATE_NAME.test(bare);
}
