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

  it('keeps at most ten seconds and gives up the oldest', () => {
    const { sent, uplink } = rig();
    uplink.setState('held');
    const all = Array.from({ length: 250 }, () => frame(0.5));
    for (const f of all) uplink.push(f, false, 0);
    expect(uplink.dropped).toBe(50);
    uplink.setState('open');
    uplink.push(frame(0.5), false, 0);
    expect(sent[0]).toBe(all[51]);
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
});
