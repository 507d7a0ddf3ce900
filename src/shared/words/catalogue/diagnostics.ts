/** Texts of the self-test's view. */
export const diagnosticsTexts = [
  'Self-test',
  'Tries microphone, speakers, keychain, models and engine, with a short quiet tone. Nothing you say is kept or sent, and no hosted conversation is opened.',
  'Run self-test',
  'Cancel self-test',
  'Copy report',
  'Results of the self-test',
  'Report',
  'The report was copied. It holds no words, keys or names.',
  'Looking at: {name}.',
  'Everything that could be tried works.',
  '{count} things need you.',
  '{name}: {outcome}',
  'Good',
  'Look at this',
  'Does not work',
  'Not tried',
] as const;
