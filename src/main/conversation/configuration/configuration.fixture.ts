import fc from 'fast-check';
import { INPUT_LANGUAGES, fitKeyterms, type ToolDefinition } from '../../../shared/protocol';
import { defaultProfile, turnPresetSchema, type Profile } from '../../../shared/settings/profile';
import { defaultSettings, type Settings } from '../../../shared/settings/schema';
import { noAdjustments, type Adjustments } from './adjustments';
import type { ConfigSource, TalkSoFar } from './session-config';

export const toolNamed = (name: string, description = 'Tells it when the user asks.'): ToolDefinition => ({
  type: 'function',
  name,
  description,
  parameters: { type: 'object', properties: {} },
});

/** A source with the default settings, changed as given. */
export function source(
  profile: Partial<Profile> = {},
  settings: Partial<Settings> = {},
  { tools, ...more }: Partial<Omit<ConfigSource, 'tools'>> & { tools?: readonly ToolDefinition[] } = {},
): ConfigSource {
  const whole = { ...defaultProfile, ...profile };
  return {
    engine: whole.engine,
    settings: { ...defaultSettings, profiles: [whole], ...settings },
    tools: ({ allowed }) =>
      (tools ?? [toolNamed('get_time'), toolNamed('list_files')]).filter(
        ({ name }) => allowed?.includes(name) ?? true,
      ),
    grants: [],
    otherNames: [],
    ...more,
  };
}

/** A talk that begins, changed as given. */
export const talk = (more: Partial<TalkSoFar> = {}, adjustments: Partial<Adjustments> = {}): TalkSoFar => ({
  greeting: false,
  recap: '',
  recent: [],
  found: [],
  adjustments: { ...noAdjustments, ...adjustments },
  ...more,
});

const preset = fc.constantFrom(...turnPresetSchema.options);
const texts = fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 120 });

const profile = fc.record<Profile>({
  id: fc.constant('parley'),
  name: fc.constant('Parley'),
  engine: fc.constantFrom('local', 'hosted'),
  agentId: fc.option(fc.string({ minLength: 1, maxLength: 200 })),
  prompt: fc.string({ maxLength: 500 }),
  greeting: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  hostedVoice: fc.constantFrom('anna', 'vera'),
  localVoice: fc.constantFrom('slt', 'system'),
  turnPreset: preset,
  tools: fc.option(fc.subarray(['get_time', 'list_files', 'gone'])),
  keyterms: texts.map((terms) => [...fitKeyterms(terms)]),
  languages: fc.subarray([...INPUT_LANGUAGES]),
});

/** Any settings that can be stored, as far as they reach a session. */
export const anySource = fc
  .record({
    profile,
    settings: fc.record({
      transcriptionMode: fc.option(fc.constantFrom('min_latency' as const, 'max_accuracy' as const)),
      transcriptionPrompt: fc.string({ maxLength: 1_750 }),
      voiceFocus: fc.option(fc.constantFrom('near-field' as const, 'far-field' as const)),
      voiceFocusThreshold: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      volume: fc.option(fc.integer({ min: 0, max: 100 })),
      interruptionDelay: fc.option(fc.integer({ min: 0, max: 1_000 })),
      bargeIn: fc.boolean(),
      namesToService: fc.subarray(['a', 'b']),
    }),
    grants: fc.subarray([
      { id: 'a', name: 'Notes', entries: ['Budget 2026.xlsx', 'x'.repeat(90)] },
      { id: 'b', name: 'Ω'.repeat(200), entries: [] },
    ]),
    otherNames: texts,
  })
  .map(({ profile, settings, grants, otherNames }) => source(profile, settings, { grants, otherNames }));

/** Any talk. */
export const anyTalk: fc.Arbitrary<TalkSoFar> = fc.record({
  greeting: fc.boolean(),
  recap: fc.string({ maxLength: 100 }),
  recent: texts,
  found: texts,
  adjustments: fc.record<Adjustments>({
    pacing: fc.constantFrom('as-preset', 'thinking-time'),
    hold: fc.constantFrom(null, 'held', 'released'),
    halfDuplex: fc.boolean(),
    preset: fc.option(preset),
    volume: fc.option(fc.integer({ min: 0, max: 100 })),
    instructions: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 5 }),
  }),
});
