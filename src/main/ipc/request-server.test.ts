import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { request } from '../../shared/ipc/contract';
import { ProblemError } from '../../shared/problem';
import { RequestServer, type Answer } from './request-server';

const requests = {
  'thing.double': request(z.number().int()).returning<number>(),
  'thing.fail': request(z.undefined()).returning<undefined>(),
  'thing.refuse': request(z.undefined()).returning<undefined>(),
} as const;

/** A page with its main frame, as far as the server looks at it. */
function page(id: number, url = 'app://parley/window.html') {
  const frame = { url };
  return { id, mainFrame: frame, once: () => undefined, frame };
}

function rig() {
  let handler: (event: object, name: unknown, argument: unknown) => Promise<Answer> = () =>
    Promise.reject(new Error('nobody listens'));
  const log: string[] = [];
  const ipc = { handle: (_channel: string, listener: typeof handler) => void (handler = listener) };
  const server = new RequestServer(ipc as never, (line) => log.push(line));
  const known = page(1);
  server.register(known as never, requests, {
    'thing.double': (n) => n * 2,
    'thing.fail': () => {
      throw new Error('secret path /home/me');
    },
    'thing.refuse': () => {
      throw new ProblemError({ code: 'c', sentence: 'No.', next: 'Wait.' });
    },
  });
  const ask = (name: unknown, argument: unknown, sender = known, frame: object = sender.frame) =>
    handler({ sender, senderFrame: frame }, name, argument);
  return { ask, log, known };
}

describe('the request server', () => {
  it('answers a registered page', async () => {
    expect(await rig().ask('thing.double', 21)).toEqual({ ok: true, value: 42 });
  });

  it.each([
    ['an unknown name', 'thing.other', 1],
    ['a name of the prototype', 'constructor', undefined],
    ['a name that is no text', ['thing.double'], 1],
    ['an argument that does not fit', 'thing.double', '21'],
    ['an argument where there is none', 'thing.fail', 1],
  ])('refuses %s', async (_name, name, argument) => {
    expect(await rig().ask(name, argument)).toMatchObject({
      ok: false,
      problem: { code: 'request_refused' },
    });
  });

  it('refuses a page that is not registered, a frame inside a page, and a foreign address', async () => {
    const { ask, known } = rig();
    const refused = { ok: false, problem: { code: 'request_refused' } };
    expect(await ask('thing.double', 1, page(2))).toMatchObject(refused);
    expect(await ask('thing.double', 1, known, { url: 'app://parley/frame.html' })).toMatchObject(refused);
    known.frame.url = 'https://example.com/';
    expect(await ask('thing.double', 1)).toMatchObject(refused);
    known.frame.url = 'app://parley.example.com/';
    expect(await ask('thing.double', 1)).toMatchObject(refused);
  });

  it('tells a problem as it is and any other failure without its details', async () => {
    const { ask, log } = rig();
    expect(await ask('thing.refuse', undefined)).toMatchObject({ ok: false, problem: { sentence: 'No.' } });
    const failed = await ask('thing.fail', undefined);
    expect(failed).toMatchObject({ ok: false, problem: { code: 'request_failed' } });
    expect(JSON.stringify([failed, log])).not.toContain('/home/me');
  });
});
