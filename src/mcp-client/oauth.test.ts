import { request } from 'node:http';
import { expect, test } from 'vitest';
import { listenForCode } from './oauth';

/** The status of the answer to a request for exactly this path. */
const asks = (port: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end();
  });

test('only who knows the state gives the code, whatever else calls here', async () => {
  const back = await listenForCode(new AbortController().signal);
  try {
    const { port, hostname } = new URL(back.url);
    expect(hostname).toBe('127.0.0.1');
    for (const path of ['//', '/callback', '/callback?code=x&state=wrong', '/%', '/callback?code=x']) {
      expect(await asks(port, path)).toBe(404);
    }
    expect(await asks(port, `/callback?code=right&state=${back.state}`)).toBe(200);
    expect(await back.code).toBe('right');
  } finally {
    back.close();
  }
});

test('a sign-in that is stopped waits for nobody', async () => {
  const stop = new AbortController();
  const back = await listenForCode(stop.signal);
  stop.abort();
  await expect(back.code).rejects.toThrow('cancelled');
  back.close();
});
