import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Uplink, type Frame } from './uplink';

let clock = 0;
const frame = (level: number): Frame => ({
  pcm: new Int16Array(1_200).fill(Math.round(level * 1_000)),
  level,
  capturedAt: (clock += 50),
});

function rig() {
  const sent: Frame[] = [];
  return { sent, uplink: new Uplink((ready) => sent.push(ready)) };
}

describe('uplink', () => {
  it('sends nothing before the session is ready', () => {
    const { sent, uplink } = rig();
    uplink.setState('held');
    for (let i = 0; i < 50; i++) uplink.push(frame(0.2), false, 0);
    expect(sent).toEqual([]);
  });

  it('keeps the first word and trims the silence in front of it', () => {
    const { sent, uplink } = rig();
    uplink.setState('held');
    for (let i = 0; i < 60; i++) uplink.push(frame(0), false, 0);
    const word = [frame(0.3), frame(0.3), frame(0.3)];
    for (const spoken of word) uplink.push(spoken, false, 0);
    uplink.setState('open');
    for (let i = 0; i < 20; i++) uplink.push(frame(0), false, 0);
    expect(sent.slice(0, 4).every(({ level }) => level === 0)).toBe(true);
    expect(sent.slice(4, 7)).toEqual(word);
  });

  it('catches up at no more than twice real time and never reorders', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 190 }), fc.integer({ min: 1, max: 400 }), (held, live) => {
        const { sent, uplink } = rig();
        uplink.setState('held');
        const all = Array.from({ length: held + live }, () => frame(0.5));
        all.slice(0, held).forEach((f) => uplink.push(f, false, 0));
        uplink.setState('open');
        all.slice(held).forEach((f, i) => {
          uplink.push(f, false, 0);
          expect(sent.length).toBeLessThanOrEqual(2 * (i + 1));
        });
        expect(sent).toEqual(all.slice(0, sent.length));
        if (live > held) expect(sent.length).toBe(all.length);
      }),
    );
  });

  it('keeps at most fifteen seconds and gives up the oldest', () => {
    const { sent, uplink } = rig();
    uplink.setState('held');
    const all = Array.from({ length: 350 }, () => frame(0.5));
    for (const f of all) uplink.push(f, false, 0);
    expect(uplink.dropped).toBe(50);
    uplink.setState('open');
    uplink.push(frame(0.5), false, 0);
    expect(sent[0]).toBe(all[51]);
  });

  it('tells when all is sent, at once or after catching up, and again for a session that was lost meanwhile', () => {
    const uplink = new Uplink(() => undefined);
    let told = 0;
    const tell = () => (told += 1);
    uplink.setState('held');
    for (let frames = 0; frames < 20; frames += 1) uplink.push(frame(0.5), false, 0);
    uplink.tellWhenSent(tell);
    uplink.setState('open');
    for (let frames = 0; frames < 8; frames += 1) uplink.push(frame(0), true, 0);
    expect(told).toBe(0);
    uplink.setState('held');
    uplink.setState('open');
    for (let frames = 0; frames < 40; frames += 1) uplink.push(frame(0), true, 0);
    expect(told).toBe(1);
    uplink.tellWhenSent(tell);
    expect(told).toBe(2);
  });

  it('sends zeros at the normal pace while muted', () => {
    const { sent, uplink } = rig();
    uplink.setState('open');
    for (let i = 0; i < 5; i++) uplink.push(frame(0.5), true, 0);
    expect(sent).toHaveLength(5);
    expect(sent.every(({ pcm }) => pcm.every((sample) => sample === 0))).toBe(true);
  });

  it('holds back while the socket is a second behind and loses nothing of a short stall', () => {
    const { sent, uplink } = rig();
    uplink.setState('open');
    const all = Array.from({ length: 60 }, () => frame(0.5));
    all.slice(0, 20).forEach((f) => uplink.push(f, false, 100_000));
    expect(sent).toEqual([]);
    all.slice(20).forEach((f) => uplink.push(f, false, 0));
    expect(sent).toEqual(all);
  });

  it('sends again, in order, what was sent since the last final transcript when the session is lost', () => {
    const { sent, uplink } = rig();
    uplink.setState('open');
    const settled = [frame(0.4), frame(0.4)];
    for (const f of settled) uplink.push(f, false, 0);
    clock += 1_000;
    uplink.wordsFinal(clock);
    const words = [frame(0.4), frame(0.3), frame(0.5)];
    for (const f of words) uplink.push(f, false, 0);
    uplink.setState('held');
    const more = frame(0.6);
    uplink.push(more, false, 0);
    sent.length = 0;
    uplink.setState('open');
    for (let i = 0; i < 6; i++) uplink.push(frame(0), false, 0);
    expect(sent.slice(0, 4)).toEqual([...words, more]);
  });

  it('keeps the beginning of the next turn when a final transcript comes while it is spoken', () => {
    const { sent, uplink } = rig();
    uplink.setState('open');
    const next = [frame(0.4), frame(0.4)];
    for (const f of next) uplink.push(f, false, 0);
    uplink.wordsFinal(clock + 50);
    uplink.setState('held');
    sent.length = 0;
    uplink.setState('open');
    uplink.push(frame(0.4), false, 0);
    expect(sent).toEqual(next);
  });

  it('shortens long pauses of what is sent again and leaves the words whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.5), { maxLength: 280 }), (levels) => {
        const { sent, uplink } = rig();
        uplink.setState('open');
        const spoken = levels.map(frame);
        for (const f of spoken) uplink.push(f, false, 0);
        uplink.setState('held');
        sent.length = 0;
        uplink.setState('open');
        for (let i = 0; i < 300; i++) uplink.push(frame(0.01), false, 0);
        const again = sent.filter((f) => spoken.includes(f));
        expect(again.filter(({ level }) => level > 0.1)).toEqual(spoken.filter(({ level }) => level > 0.1));
        expect(again).toEqual([...again].sort((a, b) => a.capturedAt - b.capturedAt));
        expect(longestPause(again.slice(again.findIndex(({ level }) => level > 0.1)))).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('keeps one second only while a talk rests, so that its first word is whole', () => {
    const { sent, uplink } = rig();
    uplink.setState('preroll');
    const all = Array.from({ length: 600 }, () => frame(0.5));
    for (const f of all) uplink.push(f, false, 0);
    uplink.setState('held');
    uplink.setState('open');
    for (let i = 0; i < 30; i++) uplink.push(frame(0.5), false, 0);
    expect(sent[0]).toBe(all[580]);
  });
});

function longestPause(frames: readonly Frame[]): number {
  let longest = 0;
  let quiet = 0;
  for (const { level } of frames) {
    quiet = level > 0.1 ? 0 : quiet + 1;
    longest = Math.max(longest, quiet);
  }
  return longest;
}
