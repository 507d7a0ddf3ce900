import { expect, it } from 'vitest';
import { profileProblem } from './profile-check';

it.each([
  ['prompt', 'x'.repeat(20_001), 'prompt_too_long'],
  ['keyterms', Array.from({ length: 500 }, (_, at) => `term ${at}`), 'too_many_keyterms'],
  ['keyterms', ['ok', 'y'.repeat(51)], 'keyterm_too_long'],
  ['keyterms', ['same', 'same'], 'keyterms_repeated'],
  ['languages', ['en', 'xx'], 'language_unsupported'],
  ['greeting', 'x'.repeat(501), 'greeting_too_long'],
  ['hostedVoice', 'Anna B', 'voice_name'],
  ['name', '  ', 'profile_name'],
  ['agentId', '', 'agent_id'],
  ['turnPreset', 'hasty', 'profile_unfit'],
] as const)('%s that does not fit is told with its field and what to do', (field, value, code) => {
  const found = profileProblem({ prompt: 'Fine.', [field]: value });
  expect(found).toMatchObject({ field, problem: { code } });
  expect(found?.problem.next).toMatch(/\.$/);
});

it('finds nothing wrong with what can be stored', () => {
  expect(profileProblem({ prompt: 'Be brief.', keyterms: ['Nova'], languages: ['de'] })).toBeNull();
});
