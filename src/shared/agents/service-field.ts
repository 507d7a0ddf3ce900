/** Fields of the service by their names in a draft. */
const NAMES: readonly (readonly [service: RegExp, draft: string])[] = [
  [/^system_prompt$/, 'prompt'],
  [/^(?:voice(?:\.voice_id)?|output\.voice)$/, 'voice'],
  [/^output\.volume$/, 'volume'],
  [/^input\.keyterms(?:\..*)?$/, 'hearing.keyterms'],
  [/^input\.transcription_mode$/, 'hearing.mode'],
  [/^input\.transcription_prompt$/, 'hearing.context'],
  [/^input\.language_codes(?:\..*)?$/, 'hearing.languages'],
  [/^input\.voice_focus$/, 'hearing.voiceFocus'],
  [/^input\.voice_focus_threshold$/, 'hearing.voiceFocusThreshold'],
  [/^input\.turn_detection\.vad_threshold$/, 'hearing.vadThreshold'],
  [/^input\.turn_detection\.min_silence$/, 'hearing.minSilence'],
  [/^input\.turn_detection\.max_silence$/, 'hearing.maxSilence'],
  [/^input\.turn_detection\.interruption_delay$/, 'hearing.interruptionDelay'],
  [/^(tools\.\d+)\.parameters(?:\..*)?$/, '$1.parameters'],
  [/^(tools\.\d+)\.timeout_seconds$/, '$1.timeout'],
  [/^(tools\.\d+)\.response_instructions\.success$/, '$1.whenDone'],
  [/^(tools\.\d+)\.response_instructions\.error$/, '$1.whenFailed'],
  [/^(tools\.\d+\.http\.headers\.\d+)(?:\..*)?$/, '$1'],
  [/^(name|greeting|tools\.\d+\.(?:name|description|http\.(?:url|headers)))$/, '$1'],
  [/^llm(?:\.0)?\.base_url$/, 'model.address'],
  [/^llm(?:\.0)?\.model$/, 'model.name'],
  [/^llm(?:\.0)?(?:\.api_key)?$/, 'model.key'],
];

/** The field of a draft that the service's `param` means (protocol.md section 9.3); null when none is shown for it. */
export function draftField(param: string): string | null {
  const path = param.replaceAll(/\[(\d+)\]/g, '.$1').replace(/^body\./, '');
  const found = NAMES.find(([service]) => service.test(path));
  return found ? path.replace(found[0], found[1]) : null;
}
