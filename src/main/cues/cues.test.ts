import { expect, test } from 'vitest';
import type { TalkPicture } from './cue';
import { cueSound } from './cue-sounds';
import { Cues } from './cues';

const picture = (more: Partial<TalkPicture>): TalkPicture => ({
  status: 'listening',
  live: true,
  muted: false,
  hangUpAt: null,
  talkKey: 'unused',
  ...more,
});

/** Cues whose clock the test moves; `open` is what the talk has open. */
function bench() {
  const done: unknown[] = [];
  const timers: { at: number; run: () => void }[] = [];
  const state = { talk: false, own: false, clock: 0 };
  const cues = new Cues({
    wishes: () => ({ cues: 'all', cuesWithScreenReader: false, screenReader: false }),
    audio: {
      open: () => ((state.own = true), done.push('open')),
      close: () => ((state.own = false), done.push('close')),
      play: (command) => void done.push(command),
    },
    soundOpen: () => state.talk || state.own,
    talkOpen: () => state.talk,
    after: (milliseconds, run) => void timers.push({ at: state.clock + milliseconds, run }),
  });
  const pass = (milliseconds: number) => {
    state.clock += milliseconds;
    for (const timer of timers.splice(0).sort((a, b) => a.at - b.at)) {
      if (timer.at <= state.clock) timer.run();
      else timers.push(timer);
    }
  };
  return { cues, done, state, pass };
}
const sound = (name: Parameters<typeof cueSound>[0]) => ({ type: 'cue', pcm: cueSound(name) });

test('listening sounds with the first frame that a microphone has heard, once', () => {
  const { cues, done, state } = bench();
  state.talk = true;
  cues.talkChanged(picture({ status: 'connecting' }));
  cues.talkChanged(picture({}));
  cues.captured({ level: 0 });
  expect(done).toEqual([]);
  cues.captured({ level: 0.01 });
  cues.captured({ level: 0.01 });
  expect(done).toEqual([sound('listening')]);
});

test('a microphone that was muted must be heard anew', () => {
  const { cues, done, state } = bench();
  state.talk = true;
  cues.talkChanged(picture({}));
  cues.captured({ level: 0.01 });
  cues.talkChanged(picture({ status: 'muted', muted: true }));
  cues.captured({ level: 0.01 });
  cues.talkChanged(picture({}));
  expect(done).toEqual([sound('listening'), sound('muted')]);
  cues.captured({ level: 0.01 });
  expect(done.at(-1)).toEqual(sound('listening'));
});

test('a problem that has closed the speakers opens them for its cue, and gives them back', () => {
  const { cues, done, pass } = bench();
  cues.talkChanged(picture({ status: 'problem', live: false }));
  expect(done).toEqual(['open']);
  pass(300);
  expect(done).toEqual(['open', sound('problem')]);
  pass(2_000);
  expect(done).toEqual(['open', sound('problem'), 'close']);
});

test('trouble with the speakers is the cue’s own only while no talk has them', () => {
  const { cues, state } = bench();
  const trouble = { type: 'trouble', trouble: 'sound_failed', fatal: true, device: '' } as const;
  expect(cues.audioReported(trouble)).toBe(false);
  cues.talkChanged(picture({ status: 'problem', live: false }));
  expect(cues.audioReported(trouble)).toBe(true);
  state.talk = true;
  expect(cues.audioReported(trouble)).toBe(false);
});
