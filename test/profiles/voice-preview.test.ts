/** Samples of voices against the real local agent: the voice is heard, and no paid session stays open. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';
import { TestServer } from '../../src/local-agent/server/test-server.fixture';
import type { Endpoint } from '../../src/main/conversation/socket';
import type { ConversationRecord } from '../../src/main/conversation/records';
import { VoicePreview, type PreviewSurroundings } from '../../src/main/profiles/voice-preview';
import type { PlaybackCommand } from '../../src/shared/ipc/audio-port';
import { ProblemError } from '../../src/shared/problem';
import { until } from '../support/until';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({ control: true });
});
afterEach(() => server.server.close());

/** A preview with speakers that hear everything at once, as fast as it comes. */
function bench(changes: Partial<PreviewSurroundings> = {}) {
  const records: ConversationRecord[] = [];
  const commands: PlaybackCommand[] = [];
  const speakers: ('open' | 'close')[] = [];
  let ids = 0;
  const preview: VoicePreview = new VoicePreview({
    now: () => 1_000,
    newId: () => `talk-${String((ids += 1))}`,
    longestMs: 15_000,
    allowance: () => ({ allowed: true, milliseconds: null }),
    soundFree: () => true,
    endpoint: () => Promise.resolve(agent()),
    record: (record) => records.push(record),
    synthesize: () => Promise.resolve(new Int16Array(2_400)),
    explainTrouble: () => ({ code: 'sound_failed', sentence: 'No sound.', next: '' }),
    audio: {
      open: () => speakers.push('open'),
      close: () => speakers.push('close'),
      play: (command) => {
        commands.push(command);
        if (command.type !== 'finish') return;
        const { reply } = command;
        setImmediate(() => preview.played({ type: 'drained', reply, samples: 0, at: 0 }));
      },
    },
    ...changes,
  });
  const heardSamples = () =>
    commands.reduce((sum, command) => sum + (command.type === 'audio' ? command.pcm.length : 0), 0);
  return { preview, records, commands, speakers, heardSamples };
}

const agent = (): Endpoint => ({ url: `ws://127.0.0.1:${String(server.server.port)}/v1/ws`, key: 'any' });

const code = (rejected: Promise<unknown>): Promise<string> =>
  rejected.then(
    () => 'resolved',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

/** Kinds of record, with what tells whether the paid time was ended well. */
const told = (records: readonly ConversationRecord[]) =>
  records.map((record) =>
    record.type === 'socket-closed' ? `${record.type} goodbye=${String(record.saidGoodbye)}` : record.type,
  );

const ENDED_WELL = [
  'conversation-began',
  'socket-opened',
  'session-ready',
  'socket-closed goodbye=true',
  'conversation-ended',
];

/** Sessions that the agent holds open. */
async function openSessions(): Promise<number> {
  return Number((await server.rest('GET', '/control')).body['open_sessions']);
}

describe('a hosted voice', () => {
  it('says its sentence, and its session is ended and told to the ledger with the service’s own figure', async () => {
    const { preview, records, speakers, heardSamples } = bench();
    await preview.play({ engine: 'hosted', voice: 'juergen' });
    expect(server.speech.spoken.join(' ')).toContain('Juergen');
    expect(heardSamples()).toBeGreaterThan(10_000);
    expect(told(records)).toEqual(ENDED_WELL);
    expect(records.find(({ type }) => type === 'socket-closed')).toMatchObject({
      seconds: expect.any(Number) as number,
      sessionId: expect.stringMatching(/./) as string,
    });
    expect(speakers).toEqual(['open', 'close']);
    expect(await openSessions()).toBe(0);
  });

  it('stopped in the middle is silent at once and its session is ended', async () => {
    const { preview, records, commands, speakers } = bench();
    const playing = preview.play({ engine: 'hosted', voice: 'anna' });
    await until('it speaks', () => commands.some(({ type }) => type === 'audio'));
    const stopped = preview.stop();
    expect(speakers).toEqual(['open', 'close']);
    expect(commands.at(-1)?.type).toBe('flush');
    const count = commands.length;
    await Promise.all([stopped, playing]);
    expect(commands).toHaveLength(count);
    expect(told(records)).toEqual(ENDED_WELL);
    expect(await openSessions()).toBe(0);
  });

  it('stopped while the socket is being opened leaves nothing open and nothing to pay', async () => {
    const { preview, records } = bench();
    const playing = preview.play({ engine: 'hosted', voice: 'anna' });
    await until('the endpoint was asked for', () => true);
    await preview.stop();
    await playing;
    expect(told(records)).toEqual([]);
    await until('no session', async () => (await openSessions()) === 0);
  });

  it('that the service does not offer is told in a sentence, and the session is closed', async () => {
    const { preview, records, speakers } = bench();
    expect(await code(preview.play({ engine: 'hosted', voice: 'nobody' }))).toBe('invalid_value');
    expect(told(records).slice(-2)).toEqual([expect.stringMatching(/^socket-closed/), 'conversation-ended']);
    expect(speakers).toEqual(['open', 'close']);
    await until('no session', async () => (await openSessions()) === 0);
  });

  it('is cut by the clock when the service never gets ready', async () => {
    const silent = await silentService();
    const { preview, records } = bench({ endpoint: () => Promise.resolve(silent.endpoint), longestMs: 100 });
    expect(await code(preview.play({ engine: 'hosted', voice: 'anna' }))).toBe('sample_silent');
    expect(silent.received).toEqual(['session.update', 'session.end']);
    await until('it is closed', () => silent.open() === 0);
    expect(told(records).at(-1)).toBe('conversation-ended');
    await silent.close();
  });

  it('is not opened when a cap is reached, and ends with the little that is left', async () => {
    const problem = { code: 'cap_reached', sentence: 'The cap of the day is reached.', next: '' };
    const capped = bench({ allowance: () => ({ allowed: false, problem }) });
    expect(await code(capped.preview.play({ engine: 'hosted', voice: 'anna' }))).toBe('cap_reached');
    expect(capped.records).toEqual([]);
    const silent = await silentService();
    const scarce = bench({
      endpoint: () => Promise.resolve(silent.endpoint),
      allowance: () => ({ allowed: true, milliseconds: 50 }),
    });
    expect(await code(scarce.preview.play({ engine: 'hosted', voice: 'anna' }))).toBe('sample_silent');
    await silent.close();
  });

  it('that loses its connection says so', async () => {
    const { preview } = bench();
    const playing = code(preview.play({ engine: 'hosted', voice: 'anna' }));
    await until('a session', async () => (await openSessions()) > 0);
    await server.server.close();
    expect(await playing).not.toBe('resolved');
  });

  it('cannot be heard where nobody listens, and without a key', async () => {
    const nowhere = bench({ endpoint: () => Promise.resolve({ url: 'ws://127.0.0.1:1/v1/ws', key: 'x' }) });
    expect(await code(nowhere.preview.play({ engine: 'hosted', voice: 'anna' }))).toBe('connection_refused');
    expect(nowhere.speakers).toEqual(['open', 'close']);
    const problem = { code: 'key_missing', sentence: 'No key.', next: '' };
    const keyless = bench({ endpoint: () => Promise.reject(new ProblemError(problem)) });
    expect(await code(keyless.preview.play({ engine: 'hosted', voice: 'anna' }))).toBe('key_missing');
    expect(keyless.speakers).toEqual(['open', 'close']);
  });
});

describe('a local voice', () => {
  it('is synthesized here and costs nothing', async () => {
    const { preview, records, heardSamples } = bench();
    await preview.play({ engine: 'local', voice: 'rms' });
    expect(heardSamples()).toBe(2_400);
    expect(records).toEqual([]);
    expect(server.speech.spoken).toEqual([]);
  });

  it('is not played while a conversation has the sound', async () => {
    const { preview, speakers } = bench({ soundFree: () => false });
    expect(await code(preview.play({ engine: 'local', voice: 'rms' }))).toBe('preview_in_conversation');
    expect(speakers).toEqual([]);
  });

  it('tells when the speakers fail', async () => {
    const { preview, speakers } = bench({
      audio: { open: () => undefined, close: () => speakers.push('close'), play: () => undefined },
    });
    const playing = code(preview.play({ engine: 'local', voice: 'rms' }));
    await until('it waits', () =>
      preview.audioReported({ type: 'trouble', trouble: 'sound_failed', fatal: true, device: '' }),
    );
    expect(await playing).toBe('sound_failed');
    expect(speakers).toEqual(['close']);
    expect(preview.audioReported({ type: 'closed' })).toBe(false);
  });
});

it('another sample takes the place of the one that plays, whose session is ended first', async () => {
  const { preview, records, commands } = bench();
  const first = preview.play({ engine: 'hosted', voice: 'anna' });
  await until('it speaks', () => commands.some(({ type }) => type === 'audio'));
  const second = preview.play({ engine: 'hosted', voice: 'vera' });
  await Promise.all([first, second]);
  expect(told(records)).toEqual([...ENDED_WELL, ...ENDED_WELL]);
});

it('of two asked for at the same moment one plays at a time', async () => {
  const { preview, records } = bench();
  await Promise.all([
    preview.play({ engine: 'hosted', voice: 'anna' }),
    preview.play({ engine: 'hosted', voice: 'vera' }),
  ]);
  let open = 0;
  for (const { type } of records) {
    open += type === 'socket-opened' ? 1 : type === 'socket-closed' ? -1 : 0;
    expect(open).toBeLessThanOrEqual(1);
  }
  expect(open).toBe(0);
});

/** A server that takes everything and never answers. */
async function silentService() {
  const received: string[] = [];
  const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  sockets.on('connection', (socket) =>
    socket.on('message', (data) =>
      received.push((JSON.parse(String(data)) as { readonly type: string }).type),
    ),
  );
  await new Promise((resolve) => sockets.once('listening', resolve));
  const { port } = sockets.address() as AddressInfo;
  return {
    received,
    endpoint: { url: `ws://127.0.0.1:${String(port)}/v1/ws`, key: 'x' },
    open: () => sockets.clients.size,
    close: () => new Promise((resolve) => sockets.close(resolve)),
  };
}
