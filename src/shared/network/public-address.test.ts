import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAddress, isPublicAddress } from './public-address';

describe('addresses', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...[
      '127.0.0.1',
      '127.8.9.1',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['0.0.0.0', '100.64.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1', '203.0.113.9'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
    ...['64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', '2001::1', 'example.org', ''],
    ...['2606:4700::1%eth0', '2606:4700:::1', '2606::4700::1', '8.8.8', '8.8.8.8.8', '08.8.8.8', '0x8.8.8.8'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

const word = fc.integer({ min: 0, max: 0xffff });
const ipv6 = fc
  .tuple(fc.array(word, { minLength: 0, maxLength: 8 }), fc.nat(8), fc.boolean())
  .map(([words, at, squeezed]) => {
    const text = words.map((one) => one.toString(16));
    return squeezed ? `${text.slice(0, at).join(':')}::${text.slice(at).join(':')}` : text.join(':');
  });
const almost = fc
  .array(fc.constantFrom('0', '1', '255', '256', 'f', ':', '::', '.', '%', '2001'), { maxLength: 14 })
  .map((parts) => parts.join(''));

it('takes for an address what Node takes for one, but for zones', () => {
  fc.assert(
    fc.property(fc.oneof(ipv6, fc.ipV4(), fc.ipV6(), almost), (text) => {
      if (!text.includes('%')) expect(isAddress(text)).toBe(isIP(text) !== 0);
    }),
    { numRuns: 3_000 },
  );
});

it('judges a network by its first bits, as Node does', () => {
  const carrier = new BlockList();
  carrier.addSubnet('100.64.0.0', 10, 'ipv4');
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), (second, third) => {
      const address = `100.${String(second)}.${String(third)}.1`;
      expect(isPublicAddress(address)).toBe(!carrier.check(address, 'ipv4'));
    }),
  );
});
