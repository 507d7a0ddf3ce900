import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddress } from './address';

describe('addresses that are opened', () => {
  test.each([
    ['https://example.org', 'https://example.org/', 'example.org'],
    ['  HTTPS://Example.ORG/A?b=c#d ', 'https://example.org/A?b=c#d', 'example.org'],
    ['wikipedia.org', 'https://wikipedia.org/', 'wikipedia.org'],
    ['www.example.org/news?x=a:b', 'https://www.example.org/news?x=a:b', 'www.example.org'],
    ['example.org:8443/x', 'https://example.org:8443/x', 'example.org:8443'],
    ['https://example.org/@someone', 'https://example.org/@someone', 'example.org'],
    ['https://example.org:443/', 'https://example.org/', 'example.org'],
  ])('%s', (said, href, host) => {
    expect(checkAddress(said)).toEqual({ ok: true, href, host, warning: null });
  });
});

describe('addresses that are refused', () => {
  test.each([
    ...[
      'http://example.org',
      'ftp://example.org',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
    ],
    ...[
      'ms-msdt:/id',
      'search-ms:query=x',
      'mailto:x@example.org',
      'vscode://x',
      'smb://x/y',
      'https:example.org',
    ],
    ...['https://user@evil.example', 'https://user:pw@evil.example', 'https://bank.example@evil.example/'],
    ...[
      'https://@evil.example',
      'https:/\\evil.example',
      'https://bank.example\\@evil.example',
      'https://a b.example',
    ],
    ...['https://exam\u202Eple.org', 'https://exa\u200Bmple.org', 'https://', 'https:///x'],
    ...['https://[::1', 'https://exa<mple.org', '//example.org', '/etc/passwd', 'example', '', 'C:\\Windows'],
    ...['user@evil.example', '--help', '-h.example.org:x', `https://example.org/${'x'.repeat(2_000)}`],
  ])('%j', (said) => {
    expect(checkAddress(said)).toMatchObject({ ok: false });
  });

  test('whatever is said, what is opened is https and goes to the host that is shown', () => {
    const pieces = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'example.org',
        'evil.example',
        '@',
        ':',
        '/',
        '\\',
        '?',
        '#',
        '%40',
        '%2f',
        '.',
        '-',
      ],
      ...['user', 'xn--', 'аррӏе.com', '。', '[', ']', '8080', '\t', 'javascript:', 'HTTPS:'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const checked = checkAddress(parts.join(''));
        if (!checked.ok) return;
        const { protocol, host, username, password } = new URL(checked.href);
        expect({ protocol, host, username, password }).toEqual({
          protocol: 'https:',
          host: checked.host,
          username: '',
          password: '',
        });
        expect(checked.href.startsWith(`https://${checked.host}/`)).toBe(true);
        expect(checked.host).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('hosts that mislead are told', () => {
  test('letters of another alphabet are shown as the network knows them', () => {
    const checked = checkAddress('https://аррӏе.com/login');
    expect(checked).toMatchObject({
      ok: true,
      host: 'xn--80ak6aa92e.com',
      warning: expect.stringContaining('may imitate another site'),
    });
    expect(checkAddress('https://ｅｘａｍｐｌｅ.org')).toMatchObject({ host: 'example.org', warning: null });
  });

  test.each([
    ['https://127.0.0.1/', 'a number'],
    ['https://2130706433/', 'a number'],
    ['https://[::1]:8080/', 'a number'],
    ['https://localhost:3000/', 'your own network'],
    ['https://router/', 'your own network'],
    ['https://printer.local/', 'your own network'],
    ['https://bank.example.com.evil.example/', 'com.evil.example'],
  ])('%s', (said, warning) => {
    expect(checkAddress(said)).toMatchObject({ ok: true, warning: expect.stringContaining(warning) });
  });
});
