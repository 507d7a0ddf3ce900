import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { fromWire, toWire } from '../conformance/g711';
import { until } from '../support/until';
import { ChannelRig } from './rig';

const HOST = 'bridge.example.com';
const TOKEN = 'twilio-token';
const FRAME_MS = 20;

/** 20 ms of a telephone: a loud tone, or quiet. */
const LOUD = toWire(
  Int16Array.from({ length: 480 }, (_, at) => (at % 48 < 24 ? 9_000 : -9_000)),
  'audio/pcmu',
);
const QUIET = Buffer.alloc(160, 0xff);
interface FromBridge {
  readonly event: 'media' | 'mark' | 'clear';
  readonly streamSid: string;
  readonly media?: { readonly payload: string };
  readonly mark?: { readonly name: string };
}

/** Twilio's side of a media stream: speaks at the pace of a telephone, and plays what it is sent. */
class Caller {
  readonly received: FromBridge[] = [];
  closed = false;
  /** Whether marks come back: Twilio sends them when everything before was played. */
  hears = true;
  private loudUntil = 0;
  private sequence = 0;
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as FromBridge;
      this.received.push(message);
      if (message.event === 'mark' && this.hears) this.send({ event: 'mark', mark: message.mark });
    });
    socket.on('close', () => (this.closed = true));
    let due = performance.now();
    this.timer = setInterval(() => {
      for (; due < performance.now(); due += FRAME_MS) this.frame();
    }, FRAME_MS);
  }

  static async connect(port: number, ticket: string): Promise<Caller> {
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/media`);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    const caller = new Caller(socket);
    caller.send({
      event: 'start',
      start: {
        accountSid: 'AC1',
        callSid: 'CA1',
        streamSid: 'MZ1',
        tracks: ['inbound'],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 },
        customParameters: { ticket },
      },
    });
    return caller;
  }

  speaks(milliseconds: number): void {
    this.loudUntil = performance.now() + milliseconds;
  }

  hangUp(): void {
    this.send({ event: 'stop', stop: { accountSid: 'AC1', callSid: 'CA1' } });
    this.leave();
  }

  leave(): void {
    clearInterval(this.timer);
    this.socket.close();
  }

  count(event: FromBridge['event']): number {
    return this.received.filter((message) => message.event === event).length;
  }

  /** Bytes of sound the caller was sent. */
  sound(): Buffer {
    return Buffer.concat(this.received.map(({ media }) => Buffer.from(media?.payload ?? '', 'base64')));
  }

  private frame(): void {
    const bytes = performance.now() < this.loudUntil ? LOUD : QUIET;
    const media = { track: 'inbound', chunk: '1', timestamp: '1', payload: bytes.toString('base64') };
    this.send({ event: 'media', media });
  }

  private send(message: object): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.socket.send(
      JSON.stringify({ ...message, streamSid: 'MZ1', sequenceNumber: String(++this.sequence) }),
    );
  }
}

let rig: ChannelRig | null = null;
let caller: Caller | null = null;
afterEach(async () => {
  caller?.leave();
  await rig?.stop();
});

const story = Array.from({ length: 40 }, () => 'word').join(' ');

/** A bridge on a free port, before a local agent whose tool tells what `says` holds. */
async function startBridge(agent: object = {}) {
  const say = { text: 'It is ten.' };
  rig = await ChannelRig.start(
    'telephone',
    {
      tools: [
        {
          name: 'get_time',
          description: 'Tells the present time.',
          parameters: { type: 'object', properties: {}, required: [] },
          http: { url: 'https://api.example.org/time' },
        },
      ],
      ...agent,
    },
    {
      toolTransport: {
        resolve: () => Promise.resolve(['8.8.8.8']),
        allows: () => true,
        send: () => Promise.resolve({ status: 200, text: JSON.stringify({ say: say.text }) }),
      },
    },
  );
  const port = await rig.serve('bridge.mjs', { TWILIO_AUTH_TOKEN: TOKEN, PUBLIC_HOST: HOST });
  return { rig, port, say };
}

/** Twilio's request when a call comes in, signed as Twilio signs. */
async function ring(port: number, token = TOKEN): Promise<{ status: number; twiml: string; ticket: string }> {
  const form = { To: '+15550100', From: '+15550199', CallSid: 'CA1' };
  const signed = `https://${HOST}/call` + 'CallSidCA1From+15550199To+15550100';
  const answer = await fetch(`http://127.0.0.1:${String(port)}/call`, {
    method: 'POST',
    headers: { 'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64') },
    body: new URLSearchParams(form),
  });
  const twiml = await answer.text();
  return { status: answer.status, twiml, ticket: /name="ticket" value="([^"]+)"/.exec(twiml)?.[1] ?? '' };
}

describe('a call that comes in', () => {
  it('is a conversation: samples pass untouched, marks follow each reply, hanging up ends the session', async () => {
    const { rig, port } = await startBridge({ greeting: 'Hello there.' });
    const { twiml, ticket } = await ring(port);
    expect(twiml).toContain(`<Connect>\n    <Stream url="wss://${HOST}/media">`);
    const call = (caller = await Caller.connect(port, ticket));
    await until('the greeting ends', () => call.count('mark') === 1);
    // Two words of 100 ms at 8 kHz, as the agent made them: the resampler's run-in and run-out are its own.
    const greeting = call.sound();
    const samples = fromWire(greeting, 'audio/pcmu');
    expect(samples.filter((sample) => Math.abs(sample - 100) < 10).length).toBeGreaterThan(1_500);
    expect(greeting.length).toBeLessThan(1_700);
    expect(call.received.every(({ streamSid }) => streamSid === 'MZ1')).toBe(true);

    rig.server.speech.hears('What time is it?');
    call.speaks(600);
    await until('the answer ends', () => call.count('mark') >= 2);
    expect(rig.server.speech.spoken).toContain('It is ten.');
    expect(call.count('clear')).toBe(0);
    call.hangUp();
    await until('the session ends', async () => (await rig.sessions())[0] === 'completed client_end');
  }, 30_000);

  it('is silent at once when the caller barges in, and nothing more of that reply comes', async () => {
    const { rig, port, say } = await startBridge();
    say.text = story;
    const call = (caller = await Caller.connect(port, (await ring(port)).ticket));
    rig.server.speech.hears('What time is it?');
    call.speaks(600);
    await until('half a second of the story came', () => call.sound().length > 4_000);
    rig.server.speech.hears('What time is it now?');
    say.text = 'It is eleven.';
    const before = call.received.length;
    call.speaks(900);
    await until('it is cleared', () => call.count('clear') > 0);
    await until('the next answer ends', () => call.count('mark') > 0);
    const after = call.received.slice(before);
    const cleared = after.findLastIndex(({ event }) => event === 'clear');
    const rest = after.slice(cleared).reduce((sum, { media }) => sum + (media?.payload.length ?? 0), 0);
    // The story has four seconds, the new answer 300 ms: 2,400 bytes, a third more in base64.
    expect(rest).toBeLessThan(8_000);
    expect(rig.server.speech.spoken).toContain('It is eleven.');
  }, 30_000);

  it('without a ticket, or not from Twilio, opens no session', async () => {
    const { rig, port } = await startBridge();
    expect((await ring(port, 'other')).status).toBe(403);
    const call = (caller = await Caller.connect(port, 'guessed'));
    await until('it is closed', () => call.closed);
    const { ticket } = await ring(port);
    (await Caller.connect(port, ticket)).leave();
    const again = (caller = await Caller.connect(port, ticket));
    await until('a ticket is good once', () => again.closed);
    expect((await rig.sessions()).length).toBeLessThanOrEqual(1);
  }, 30_000);

  it('is closed with a reason when the agent is not made for the telephone', async () => {
    const format = { encoding: 'audio/pcm', sample_rate: 24_000 };
    const { port } = await startBridge({ input: { format }, output: { format } });
    const call = (caller = await Caller.connect(port, (await ring(port)).ticket));
    await until('it is closed', () => call.closed);
    expect(call.count('media')).toBe(0);
  }, 30_000);
});

describe('a call that goes out', () => {
  /** A server in Twilio's place; resolves to what was asked of it. */
  async function place(status: number, body: object) {
    const asked: { path: string; authorization: string; form: Record<string, string> }[] = [];
    const twilio = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString('utf8')));
      request.on('end', () => {
        const form = Object.fromEntries(new URLSearchParams(text));
        asked.push({
          path: `${request.method ?? ''} ${request.url ?? ''}`,
          authorization: request.headers.authorization ?? '',
          form,
        });
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => twilio.listen(0, '127.0.0.1', resolve));
    rig = await ChannelRig.start('telephone');
    const running = rig.run(process.execPath, ['call.mjs', '+15550100'], {
      TWILIO_ACCOUNT_SID: 'AC1',
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_NUMBER: '+15550199',
      PUBLIC_HOST: HOST,
      TWILIO_API_URL: `http://127.0.0.1:${String((twilio.address() as AddressInfo).port)}`,
    });
    const code = await running.ended;
    twilio.close();
    return { asked, code, out: running.out().toString('utf8'), err: running.err() };
  }

  it('asks Twilio to call and to fetch its instructions from the bridge', async () => {
    const { asked, code, out } = await place(201, { sid: 'CA9', status: 'queued' });
    expect(asked).toEqual([
      {
        path: 'POST /2010-04-01/Accounts/AC1/Calls.json',
        authorization: `Basic ${Buffer.from(`AC1:${TOKEN}`).toString('base64')}`,
        form: { To: '+15550100', From: '+15550199', Url: `https://${HOST}/call`, Method: 'POST' },
      },
    ]);
    expect({ code, out }).toEqual({ code: 0, out: 'Calling +15550100: CA9\n' });
  });

  it('tells what Twilio refuses', async () => {
    const { code, err } = await place(400, { message: 'The number is not verified.' });
    expect({ code, err }).toEqual({ code: 1, err: 'Twilio refused: The number is not verified.\n' });
  });
});
