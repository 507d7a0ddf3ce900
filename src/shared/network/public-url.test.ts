import { describe, expect, it } from 'vitest';
import { publicUrlTrouble } from './public-url';

describe('the address of a tool', () => {
  it.each([
    'https://api.example.org',
    'HTTPS://api.example.org:8443/a?b=c#d',
    'https://münchen.example/',
    'https://8.8.8.8/x',
    'https://[2606:4700::1111]/',
  ])('may be %s', (url) => expect(publicUrlTrouble(url)).toBeNull());

  it.each([
    ['', 'begins with https'],
    ['http://api.example.org', 'begins with https'],
    ['ftp://api.example.org', 'begins with https'],
    ['https://user:pass@api.example.org/', 'use a header'],
    ['https://api.example.org:99999/', 'cannot be read'],
    ['https://api example.org/', 'cannot be read'],
    ['https://localhost/', 'public internet'],
    ['https://printer/', 'public internet'],
    ['https://nas.local/', 'public internet'],
    ['https://127.0.0.1/', 'public internet'],
    ['https://127.0.0.1./', 'public internet'],
    ['https://2130706433/', 'public internet'],
    ['https://0x7f.1/', 'public internet'],
    ['https://10.1/', 'public internet'],
    ['https://[::1]/', 'public internet'],
    ['https://[::ffff:10.0.0.1]/', 'public internet'],
    [`https://api.example.org/${'x'.repeat(2_048)}`, '2,048'],
  ])('may not be %s', (url, why) => expect(publicUrlTrouble(url)).toContain(why));
});
