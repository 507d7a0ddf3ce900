import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../support/until';
import { ChannelRig, type Running } from './rig';

let rig: ChannelRig | null = null;
afterEach(() => rig?.stop());

const tool = {
  name: 'get_time',
  description: 'Tells the present time.',
  parameters: { type: 'object', properties: {}, required: [] },
};

/** Half a second of speech as the fake recognizer takes it, then a second of quiet. */
function question(): Buffer {
  const sound = Buffer.alloc(24_000 * 2 * 1.5);
  for (let at = 0; at < 24_000; at += 2) sound.writeInt16LE(8_000, at);
  return sound;
}

const said = (running: Running, pattern: RegExp) =>
  until(`it prints ${String(pattern)}`, () => pattern.test(running.err()) || null, { timeoutMs: 15_000 });

describe.each([
  ['Node', process.execPath, 'talk.mjs'],
  ['Python', 'python3', 'talk.py'],
])('the direct API with %s', (_name, program, file) => {
  it('asks from a file, writes the answer as sound, and ends the session by itself', async () => {
    rig = await ChannelRig.start(
      'direct',
      {
        tools: [{ ...tool, http: { url: 'https://api.example.org/time' } }],
      },
      {
        toolTransport: {
          resolve: () => Promise.resolve(['8.8.8.8']),
          allows: () => true,
          send: () => Promise.resolve({ status: 200, text: '{"say":"It is ten."}' }),
        },
      },
    );
    rig.server.speech.hears('What time is it?');
    const running = rig.run(program, [file]);
    running.child.stdin?.end(question());
    expect(await running.ended).toBe(0);
    expect(running.err()).toMatch(/You: What time is it\?\s+(?:Agent: .*\s+)?Agent: It is ten\./);
    // Three words of 100 ms at 24 kHz.
    expect(running.out().length).toBeGreaterThanOrEqual(14_400);
    expect(await rig.sessions()).toEqual(['completed client_end']);
  }, 30_000);

  it('answers a tool of the client, and ends the session when it is stopped', async () => {
    rig = await ChannelRig.start('direct', { tools: [tool] });
    rig.server.speech.hears('What time is it?');
    const running = rig.run(program, [file]);
    running.child.stdin?.write(question());
    await said(running, /Agent: .*(?:not|no|can't|couldn't|sorry)/i);
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(await rig.sessions()).toEqual(['completed client_end']);
  }, 30_000);

  it('says what is wrong with an agent made for the telephone, and with a key that is refused', async () => {
    const format = { encoding: 'audio/pcmu', sample_rate: 8_000 };
    rig = await ChannelRig.start('direct', { input: { format }, output: { format } });
    const telephone = rig.run(program, [file]);
    expect(await telephone.ended).toBe(1);
    expect(telephone.err()).toContain("This agent's input is audio/pcmu: store it with audio/pcm.");
    const refused = rig.run(program, [file], { ASSEMBLYAI_API_KEY: 'bad-key' });
    expect(await refused.ended).toBe(1);
    expect(refused.err()).toMatch(/The service: unauthorized/);
  }, 30_000);
});
