import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemSpeech } from './system-voice';

const PLATFORMS = ['darwin', 'win32', 'linux'] as const;
const script = (args: readonly string[]) => Buffer.from(args.at(-1)!, 'base64').toString('utf16le');

describe('the list of voices', () => {
  it('of macOS: English ones, the best first', () => {
    const list = [
      'Anna                de_DE    # Hallo! Ich heiße Anna.',
      'Fred                en_US    # I sure like being inside this fancy computer',
      'Samantha            en_US    # Hello! My name is Samantha.',
      'Ava (Premium)       en_US    # Hello! My name is Ava.',
      'Eddy (English (UK)) en_GB    # Hello! My name is Eddy.',
    ].join('\n');
    const voices = systemSpeech('darwin')!.parse(list);
    expect(voices.slice(0, 2)).toEqual(['Ava (Premium)', 'Samantha']);
    expect(voices).toHaveLength(4);
  });
  it('of Windows', () => {
    const list =
      'de-DE|Microsoft Hedda Desktop\r\nen-US|Microsoft Zira Desktop\r\nen-GB|Microsoft Hazel Desktop\r\n';
    expect(systemSpeech('win32')!.parse(list)).toEqual(['Microsoft Zira Desktop', 'Microsoft Hazel Desktop']);
  });
  it('of espeak-ng: American English first', () => {
    const list = [
      'Pty Language       Age/Gender VoiceName          File                 Other Languages',
      ' 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)',
      ' 2  en-gb           --/M      English_(Great_Britain) gmw/en            (en 2)',
      ' 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)',
    ].join('\n');
    expect(systemSpeech('linux')!.parse(list)).toEqual(['en-us', 'en-029', 'en-gb']);
  });
  it.each(PLATFORMS)('of %s may be empty', (platform) => {
    expect(systemSpeech(platform)!.parse('')).toEqual([]);
  });
});

describe('speaking', () => {
  it.each(PLATFORMS)(
    'puts no word of the text where %s would take it for an option or a script',
    (platform) => {
      fc.assert(
        fc.property(fc.string({ minLength: 1 }), (said) => {
          const text = `--help; rm ${said}`;
          const spoken = systemSpeech(platform)!.speak(text, 'en-us', 1, '/tmp/a.wav');
          expect(spoken.input).toBe(text);
          expect(spoken.arguments.join('\n')).not.toContain(text);
          expect(JSON.stringify(spoken.environment)).not.toContain(text);
        }),
      );
    },
  );
  it('is twice as fast at speed 2', () => {
    expect(systemSpeech('darwin')!.speak('a', 'Ava', 2, 'f').arguments).toContain('350');
    expect(systemSpeech('linux')!.speak('a', 'en', 2, 'f').arguments).toContain('320');
    expect(systemSpeech('win32')!.speak('a', 'Zira', 2, 'f').environment['PARLEY_RATE']).toBe('6');
  });
  it('hands voice and file to Windows by the environment, and its script never changes', () => {
    const one = systemSpeech('win32')!.speak('a', "Zira'; exit", 1, 'C:\\a b.wav');
    const other = systemSpeech('win32')!.speak('b', 'Hazel', 0.5, 'C:\\c.wav');
    expect(one.environment).toMatchObject({ PARLEY_VOICE: "Zira'; exit", PARLEY_FILE: 'C:\\a b.wav' });
    expect(script(one.arguments)).toBe(script(other.arguments));
    expect(script(one.arguments)).toContain('$speech.SetOutputToWaveFile($env:PARLEY_FILE');
  });
  it('is not known everywhere', () => expect(systemSpeech('aix')).toBeNull());
});
