import { expect, test } from 'vitest';
import { LOCAL_VOICES } from '../shared/ipc/speech-port';
import { availableVoices } from './available-voices';

test('a system without voices, and no neural voice fetched: those that are built in', async () => {
  expect(await availableVoices('sunos', '/nowhere')).toEqual(LOCAL_VOICES);
});
