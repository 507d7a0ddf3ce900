/*
 * The voices of the operating system, as commands and their output; pure. system-synthesizer.ts runs them. The text
 * always travels on standard input: it can be no option and no script there.
 */

/** A program to run; `input` goes to its standard input. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
}

/** What the system has: its program for speech, and how its list of voices is read. */
export interface SystemSpeech {
  /** Lists the voices. */
  readonly list: Command;
  /** Names of the English voices in that list, the best first; empty when there is none. */
  readonly parse: (output: string) => readonly string[];
  /** Speaks a text into a wave file of mono PCM16. `speed` 1 is normal. */
  readonly speak: (text: string, voice: string, speed: number, file: string) => Command;
}

/** Words a minute at normal speed: what macOS itself takes, and a calm espeak-ng. */
const WORDS_A_MINUTE = { darwin: 175, linux: 160 } as const;

/** The speech program of a platform as Node names it; null where there is none to rely on. */
export function systemSpeech(platform: string): SystemSpeech | null {
  switch (platform) {
    case 'darwin':
      return macOs;
    case 'win32':
      return windows;
    case 'linux':
      return linux;
    default:
      return null;
  }
}

const command = (program: string, args: readonly string[], input = '', environment = {}): Command => ({
  program,
  arguments: args,
  environment,
  input,
});
const rate = (speed: number, normal: number) => String(Math.round(normal * speed));

/** `say -v ?` prints `Samantha            en_US    # Hello! ...`; downloaded ones are named `Ava (Premium)`. */
const macOs: SystemSpeech = {
  list: command('say', ['-v', '?']),
  parse: (output) => {
    const voices = [...output.matchAll(/^(.+?)\s+en[_-]\w+\s+#/gm)].map(([, name = '']) => name);
    const quality = (name: string) =>
      ['(Premium)', '(Enhanced)', 'Samantha', 'Daniel', 'Alex'].findIndex((mark) => name.includes(mark));
    const rank = (name: string) => (quality(name) < 0 ? Infinity : quality(name));
    return voices.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  },
  speak: (text, voice, speed, file) =>
    command(
      'say',
      [
        ...['-v', voice, '-r', rate(speed, WORDS_A_MINUTE.darwin), '-o', file],
        ...['--file-format=WAVE', '--data-format=LEI16@24000', '-f', '-'],
      ],
      text,
    ),
};

/** The scripts take everything that varies from the environment and from standard input. */
const LIST_SCRIPT = `
Add-Type -AssemblyName System.Speech
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer
foreach ($voice in $speech.GetInstalledVoices()) {
  if ($voice.Enabled) { $voice.VoiceInfo.Culture.Name + '|' + $voice.VoiceInfo.Name }
}`;
const SPEAK_SCRIPT = `
Add-Type -AssemblyName System.Speech
[Console]::InputEncoding = [Text.Encoding]::UTF8
$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer
$speech.SelectVoice($env:PARLEY_VOICE)
$speech.Rate = [int]$env:PARLEY_RATE
$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(24000, 'Sixteen', 'Mono')
$speech.SetOutputToWaveFile($env:PARLEY_FILE, $format)
$speech.Speak([Console]::In.ReadToEnd())
$speech.Dispose()`;

const powerShell = (script: string, input = '', environment = {}): Command => {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  const flags = ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded];
  return command('powershell.exe', flags, input, environment);
};

const windows: SystemSpeech = {
  list: powerShell(LIST_SCRIPT),
  parse: (output) => [...output.matchAll(/^en(?:-\w+)?\|(.+?)\r?$/gm)].map(([, name = '']) => name),
  speak: (text, voice, speed, file) =>
    powerShell(SPEAK_SCRIPT, text, {
      PARLEY_VOICE: voice,
      PARLEY_FILE: file,
      // -10 to 10, where 10 is about three times as fast.
      PARLEY_RATE: String(Math.round(Math.max(-10, Math.min(10, (10 * Math.log(speed)) / Math.log(3))))),
    }),
};

/** A table: `Pty Language Age/Gender VoiceName File Other`, the names without blanks. */
const linux: SystemSpeech = {
  list: command('espeak-ng', ['--voices=en']),
  parse: (output) => {
    const languages = [...output.matchAll(/^\s*\d+\s+(en\S*)\s/gm)].map(([, language = '']) => language);
    return languages.toSorted((a, b) => Number(b === 'en-us') - Number(a === 'en-us'));
  },
  speak: (text, voice, speed, file) =>
    command('espeak-ng', ['-v', voice, '-s', rate(speed, WORDS_A_MINUTE.linux), '-w', file, '--stdin'], text),
};
