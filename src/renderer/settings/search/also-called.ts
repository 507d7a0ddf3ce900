/**
 * What people call a setting that is named otherwise: one entry a setting, under its section. Names, sections and
 * hints are read from the settings themselves, so a setting without an entry is found by those.
 */
const sections: Readonly<Record<string, SectionWords>> = {
  Profiles: { all: 'persona assistant character account preset prompt greeting instructions' },
  Engine: {
    all: 'provider cloud online offline service api server assemblyai hosted local',
    'AssemblyAI key': 'api token password secret credential',
    Region: 'country eu europe us data residency endpoint',
  },
  Thinking: { all: 'llm model ai ollama openai gpt language intelligence' },
  Voice: {
    all: 'speech tts speaker sound accent talk',
    'Speaking speed': 'rate fast slow tempo',
  },
  'Turn-taking': { all: 'interrupt interruption barge pause silence patience vad' },
  'Your own rules': { all: 'phrase trigger macro hotword' },
  Shortcuts: { all: 'key keyboard hotkey push to talk hold chord binding' },
  Sound: {
    all: 'audio device headset',
    Microphone: 'mic input recording headset',
    Speakers: 'output playback headphones loudspeaker',
    'Adjust microphone volume automatically': 'agc gain loudness level',
  },
  'Wake word': {
    all: 'name hotword hey trigger hands free activation listen',
    'Saying “stop” silences Parley': 'stop word quiet shut up silence interrupt cancel enough',
  },
  'Folders Parley may use': { all: 'files directory grants access permission documents' },
  Commands: { all: 'program script run terminal shell' },
  Permissions: { all: 'allow deny ask approve approval security tools rights audit' },
  'MCP servers': { all: 'plugin extension integration connector tool' },
  'Cost and limits': {
    all: 'money price budget bill spend cap dollars usage',
    'Close when idle (seconds)': 'timeout hang up inactivity automatic end',
  },
  History: {
    all: 'log transcript record retention conversations privacy',
    'Keep conversations': 'save store remember',
    'Keep them for': 'retention days expire',
  },
  Privacy: { all: 'data delete erase wipe gdpr remove storage' },
  'Start and tray': { all: 'login autostart background boot startup resident icon' },
  Language: { all: 'translation german arabic english deutsch locale' },
  Appearance: { all: 'theme dark light mode colour color look night' },
  'Overlay and sounds': { all: 'panel floating window hud cues beep chime music media pause' },
  Updates: { all: 'version upgrade release new' },
  'Import, export and reset': { all: 'backup restore transfer defaults copy move' },
  'Self-test': { all: 'diagnostics check problem trouble debug report support test' },
};

/** Other words for settings of a section: for all of them, and for single ones by name. */
interface SectionWords {
  readonly all: string;
  readonly [name: string]: string;
}

/** Other words for a setting; empty when there are none. */
export function alsoCalled(section: string, name: string): string {
  const words = sections[section];
  return words ? `${words.all} ${words[name] ?? ''}` : '';
}
