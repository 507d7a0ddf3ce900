import { expect, test } from 'vitest';
import { PartError } from './part';
import { recognize, serve, settled } from './service.fixture';

test('models go when nobody has asked for anything for a while, and come back at the next request', async () => {
  const { parts, service, client, clock } = serve();
  client.receive({ type: 'warm', id: 1, parts: ['vad', 'recognizer'] });
  await settled();
  clock.now = 999;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual([]);
  clock.now = 1_000;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual(['vad', 'recognizer']);
  client.receive(recognize(2));
  await settled();
  expect(parts.loads).toEqual(['vad', 'recognizer', 'recognizer']);
});

test('a talk keeps them warm, however long it is silent', async () => {
  const { parts, service, client, clock } = serve();
  client.receive({ type: 'vad.open', stream: 1, sampleRate: 16_000 });
  await settled();
  clock.now = 50_000;
  service.unloadAfter(1_000);
  client.receive({ type: 'vad.close', stream: 1 });
  clock.now = 50_500;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual([]);
  clock.now = 51_000;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual(['vad']);
});

test('an open request keeps them, and a client that left does not', async () => {
  const { parts, service, client, clock } = serve();
  client.receive(recognize(1));
  await settled();
  clock.now = 9_000;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual([]);
  client.close();
  clock.now = 10_000;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual(['recognizer']);
});

test('a part that is still loading is closed once it is there', async () => {
  const { parts, service, client, clock } = serve();
  parts.broken.set('embedder', new PartError('model_missing', 'It is not there.'));
  client.receive({ type: 'warm', id: 1, parts: ['synthesizer', 'embedder'] });
  client.close();
  clock.now = 2_000;
  service.unloadAfter(1_000);
  await settled();
  expect(parts.closed).toEqual(['synthesizer']);
});
