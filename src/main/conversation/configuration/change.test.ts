import { describe, expect, it } from 'vitest';
import { resolvedConfigSchema } from '../../../shared/protocol';
import { noAdjustments, withRule } from './adjustments';
import { configChange } from './change';
import { source, talk, toolNamed } from './configuration.fixture';
import { fromNextConversation } from './frozen';
import { liveConfig } from './session-config';
import { storedAgentConfig } from './stored-agent';

const hosted = { engine: 'hosted' } as const;
const now = (...[from, so]: [ReturnType<typeof source>, ReturnType<typeof talk>?]) =>
  liveConfig(from, so ?? talk(), null);

describe('a change in an open session', () => {
  it('is nothing when nothing differs, whatever the order of the key terms', () => {
    expect(configChange(now(source()), now(source())).update).toBeNull();
    const before = now(source({ keyterms: ['Nova', 'Okonkwo'] }));
    expect(configChange(before, now(source({ keyterms: ['Okonkwo', 'Nova'] }))).update).toBeNull();
  });

  it('holds only what differs', () => {
    const before = now(source(hosted, { volume: 50 }));
    const after = now(source({ ...hosted, turnPreset: 'patient', keyterms: ['Nova'] }, { volume: 80 }));
    expect(configChange(before, after).update).toEqual({
      input: {
        keyterms: ['Nova'],
        turn_detection: { vad_threshold: 0.5, min_silence: 1_400, max_silence: 4_000 },
      },
      output: { volume: 80 },
    });
  });

  it('replaces the tools whole, together with the prompt that names them', () => {
    const more = source({}, {}, { tools: [toolNamed('get_time'), toolNamed('play')] });
    const { update } = configChange(now(source()), now(more));
    expect(Object.keys(update ?? {})).toEqual(['system_prompt', 'tools']);
    expect(update?.tools?.map(({ name }) => name)).toEqual(['get_time', 'play']);
  });

  it('never touches what is frozen, and names it', () => {
    const before = now(source({ ...hosted, languages: ['de'] }, { volume: 3 }), talk({ greeting: true }));
    const after = now(
      source({ ...hosted, hostedVoice: 'vera', greeting: 'Hey.', prompt: 'Be brief.' }),
      talk({ greeting: true }),
    );
    const { update, fromNext } = configChange(before, after);
    expect(Object.keys(update ?? {})).toEqual(['system_prompt']);
    expect(fromNext).toEqual(['greeting', 'voice', 'languages', 'volume']);
    expect(fromNextConversation(fromNext)?.sentence).toBe(
      'Changes with the next conversation: the greeting, the voice, the languages and the loudness.',
    );
    expect(fromNextConversation([])).toBeNull();
  });

  it('takes what is no longer set back to its documented default', () => {
    const settings = {
      transcriptionMode: 'max_accuracy',
      transcriptionPrompt: 'Names of roses.',
      voiceFocus: 'far-field',
      voiceFocusThreshold: 0.2,
    } as const;
    const before = now(source({ ...hosted, keyterms: ['Nova'] }, settings));
    const { update, config } = configChange(before, now(source(hosted)));
    expect(update).toEqual({
      input: {
        keyterms: [],
        transcription_mode: 'balanced',
        transcription_prompt: '',
        voice_focus: 'near-field',
        voice_focus_threshold: 0.85,
      },
    });
    expect(configChange(config, now(source(hosted))).update).toBeNull();
  });

  it('leaves the service’s own pacing alone when interrupting is switched off and on again', () => {
    const off = configChange(now(source()), now(source({}, { bargeIn: false })));
    expect(off.update).toEqual({ input: { turn_detection: { interrupt_response: false } } });
    const on = configChange(off.config, now(source()));
    expect(on.update).toEqual({ input: { turn_detection: { interrupt_response: true } } });
    expect(on.fromNext).toEqual([]);
  });

  it('goes back to Natural with the service’s silences, and says that its pacing comes with the next talk', () => {
    const { update, fromNext, config } = configChange(now(source({ turnPreset: 'quick' })), now(source()));
    expect(update).toEqual({
      input: { turn_detection: { vad_threshold: 0.5, min_silence: 1_000, max_silence: 3_000 } },
    });
    expect(fromNext).toEqual(['turn-taking']);
    expect(configChange(config, now(source())).update).toBeNull();
  });
});

describe('the adaptive pattern', () => {
  const patient = source({ turnPreset: 'patient' });
  const waiting = talk({}, { pacing: 'thinking-time' });

  it('gives time after a question and takes it back, one update each', () => {
    const longer = configChange(now(patient), now(patient, waiting));
    expect(longer.update).toEqual({
      input: { turn_detection: { vad_threshold: 0.5, min_silence: 2_200, max_silence: 6_000 } },
    });
    const back = configChange(longer.config, now(patient));
    expect(back.update?.input?.turn_detection).toMatchObject({ min_silence: 1_400, max_silence: 4_000 });
  });

  it.each(['natural', 'read-aloud'] as const)(
    'is off in %s, where it would end the own pacing',
    (turnPreset) => {
      expect(
        configChange(now(source({ turnPreset })), now(source({ turnPreset }), waiting)).update,
      ).toBeNull();
    },
  );
});

describe('the person’s own rules', () => {
  it('change the open talk by an update', () => {
    const slow = withRule(noAdjustments, { kind: 'preset', preset: 'patient' });
    const soft = withRule(slow, { kind: 'volume', volume: 30 });
    const { update } = configChange(now(source()), now(source(), talk({ adjustments: soft })));
    expect(update).toMatchObject({
      input: { turn_detection: { min_silence: 1_400 } },
      output: { volume: 30 },
    });
  });

  it('keep the newest instructions, each once', () => {
    const say = (text: string) => ({ kind: 'instruction', text }) as const;
    const all = ['a', 'b', 'c', 'd', 'e', 'a', 'f'].map(say).reduce(withRule, noAdjustments);
    expect(all.instructions).toEqual(['c', 'd', 'e', 'a', 'f']);
  });
});

describe('a stored agent', () => {
  const bound = resolvedConfigSchema.parse({
    id: 'agent_1',
    system_prompt: 'Its own.',
    input: {
      turn_detection: { type: 'server_vad', min_silence: 900, max_silence: 2_000, interrupt_response: true },
    },
    output: { voice: 'anna', volume: 70 },
    tools: [{ name: 'weather', http: { url: 'https://example.com' } }],
  });
  const untouched = storedAgentConfig(bound, noAdjustments);

  it('gets nothing of settings and profile, neither prompt nor tools', () => {
    const live = liveConfig(
      source({ ...hosted, prompt: 'Mine.' }, { bargeIn: false }),
      talk({ recap: 'x' }),
      bound,
    );
    expect(live).toEqual(untouched);
    expect(configChange(untouched, live).update).toBeNull();
    const ruled = withRule(noAdjustments, { kind: 'instruction', text: 'Be brief.' });
    expect(configChange(untouched, storedAgentConfig(bound, ruled)).update).toBeNull();
  });

  it('keeps its own way of taking turns where the talk only narrows it', () => {
    const { update } = configChange(
      untouched,
      storedAgentConfig(bound, { ...noAdjustments, halfDuplex: true }),
    );
    expect(update).toEqual({
      input: {
        turn_detection: {
          vad_threshold: 0.5,
          min_silence: 900,
          max_silence: 2_000,
          interrupt_response: false,
          uninterruptible_turns: [],
        },
      },
    });
  });

  it('that leaves turns to the service has nothing said about them', () => {
    const natural = resolvedConfigSchema.parse({ id: 'agent_2' });
    expect(storedAgentConfig(natural, noAdjustments)).toEqual({});
  });

  it('cannot become another one in the open session', () => {
    const first = { agent_id: 'agent_1' };
    expect(configChange(first, { agent_id: 'agent_2' })).toEqual({
      update: null,
      config: first,
      fromNext: ['agent'],
    });
    expect(configChange(first, first).fromNext).toEqual([]);
  });
});
