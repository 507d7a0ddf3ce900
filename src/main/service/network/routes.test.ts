import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { environmentRoute, readProxyList } from './routes';

const proxy = (host: string, port: number, secure = false) => ({
  kind: 'http-proxy',
  secure,
  host,
  port,
  credentials: null,
});
const socks = (host: string, port: number, version: 4 | 5) => ({
  kind: 'socks-proxy',
  version,
  host,
  port,
  credentials: null,
});
const direct = { kind: 'direct' };

describe('the proxy list of the system', () => {
  it.each([
    ['DIRECT', [direct]],
    ['PROXY a.example:3128', [proxy('a.example', 3128)]],
    [
      'PROXY a; HTTPS b:8443 ;SOCKS5 [::1]:1081; SOCKS c; DIRECT',
      [proxy('a', 80), proxy('b', 8443, true), socks('::1', 1081, 5), socks('c', 1080, 4), direct],
    ],
    ['QUIC a:1; PROXY b:1', [proxy('b', 1)]],
    ['', [direct]],
    ['PROXY a:99999', [direct]],
  ])('%s', (list, routes) => {
    expect(readProxyList(list)).toEqual(routes);
  });

  it('always gives a way, whatever the system says', () => {
    fc.assert(fc.property(fc.string(), (list) => readProxyList(list).length > 0));
  });
});

describe('the proxy of the environment', () => {
  const url = new URL('https://agents.assemblyai.com/v1/ws');

  it.each([
    [{}, null],
    [{ HTTP_PROXY: 'http://a:1' }, null],
    [{ HTTPS_PROXY: 'a:3128' }, proxy('a', 3128)],
    [{ HTTPS_PROXY: 'https://a' }, proxy('a', 443, true)],
    [{ ALL_PROXY: 'socks4://a' }, socks('a', 1080, 4)],
    [{ https_proxy: 'http://b:1', HTTPS_PROXY: 'http://a:1' }, proxy('b', 1)],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: '*' }, direct],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: '.assemblyai.com' }, direct],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'assemblyai.com:443' }, direct],
    [{ HTTPS_PROXY: 'http://a:1', NO_PROXY: 'assemblyai.com:80' }, proxy('a', 1)],
    [{ HTTPS_PROXY: 'not a proxy' }, null],
  ])('%j', (environment, route) => {
    expect(environmentRoute(url, environment)).toEqual(route);
  });

  it('may hold a user name and a password', () => {
    expect(environmentRoute(url, { HTTPS_PROXY: 'http://me:p%40ss@a:1' })).toMatchObject({
      credentials: { user: 'me', password: 'p@ss' },
    });
  });
});
