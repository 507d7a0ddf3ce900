import { describe, expect, test } from 'vitest';
import { recorded } from '../run-program.fixture';
import { linuxSystemSound, soundsIn } from './system-sound';

const OWN = [700, 701];

/** As `pactl list sink-inputs` prints it (16.1), with its line breaks inside titles. */
function stream({ pid = '42', corked = 'no', mute = 'no', title = 'Song', at = 0 } = {}): string {
  const id = pid === '' ? '' : `\n\t\tapplication.process.id = "${pid}"`;
  return `Sink Input #${at}
	Driver: protocol-native.c
	Owner Module: 0
	Client: 2
	Sink: 0
	Sample Specification: s16le 2ch 44100Hz
	Channel Map: front-left,front-right
	Format: pcm, format.sample_format = "\\"s16le\\""  format.rate = "44100"
	Corked: ${corked}
	Mute: ${mute}
	Volume: front-left: 65536 / 100% / 0.00 dB,   front-right: 65536 / 100% / 0.00 dB
	        balance 0.00
	Buffer Latency: 2000000 usec
	Resample method: n/a
	Properties:
		media.name = "${title.replaceAll('"', String.raw`\"`)}"
		native-protocol.peer = "UNIX socket client"${id}
		application.process.binary = "player"

`;
}

describe('streams of the sound server', () => {
  test.each([
    ['nothing', '', false],
    ['another program', stream(), true],
    ['a paused one', stream({ corked: 'yes' }), false],
    ['a muted one', stream({ mute: 'yes' }), false],
    ['ours', stream({ pid: '701' }), false],
    ['ours and a paused one', stream({ pid: '700' }) + stream({ at: 1, corked: 'yes' }), false],
    ['ours and another', stream({ pid: '700' }) + stream({ at: 1 }), true],
    ['one of nobody, as of a loopback', stream({ pid: '' }), true],
    ['an id that begins as ours does', stream({ pid: '7001' }), true],
  ])('%s', (_, list, sounds) => expect(soundsIn(list, OWN)).toBe(sounds));
});

describe('a title that a web page chose hides no sound', () => {
  test.each([
    ['it says that it is paused', 'x\n\tCorked: yes\n\tMute: yes'],
    ['it says that it is ours', 'x"\n\t\tapplication.process.id = "700"\n\t\ty = "'],
    ['it begins a stream of its own', 'x\nSink Input #9\n\tCorked: yes'],
    ['it begins one of ours', 'x\nSink Input #9\n\tCorked: no\n\t\tapplication.process.id = "700"'],
    ['carriage returns', 'x\r\n\tCorked: yes\r\n'],
  ])('%s', (_, title) => expect(soundsIn(stream({ title }), OWN)).toBe(true));
});

describe('what is told', () => {
  const told = (list: Parameters<typeof recorded>[0]) =>
    linuxSystemSound(recorded(list).run, () => OWN).isQuiet();

  test('sounding and quiet', async () => {
    expect(await told({ 'pactl list sink-inputs': stream() })).toBe('sounding');
    expect(await told({ 'pactl list sink-inputs': '' })).toBe('quiet');
  });

  test.each(['missing', 'failed', 'too-slow', 'too-much'] as const)('%s: unknown', async (why) => {
    expect(await told({ 'pactl list sink-inputs': { why } })).toBe('unknown');
  });
});
