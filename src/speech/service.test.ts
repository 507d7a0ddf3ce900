import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpeechAnswer, SpeechRequest } from '../shared/ipc/speech-port';
import { PartError } from './part';
import { recognize, serve, settled, synthesize } from './service.fixture';

describe('loading', () => {
  test('the voices that are there are told, and no part is loaded for it', async () => {
    const { parts, client, answers } = serve();
    client.receive({ type: 'voices', id: 7 });
    await settled();
    expect(answers).toEqual([{ type: 'voices', id: 7, voices: ['slt', 'system'] }]);
    expect(parts.loads).toEqual([]);
  });

  test('nothing is loaded before its first use, and then once', async () => {
    const { parts, client } = serve();
    expect(parts.loads).toEqual([]);
    client.receive(recognize(1));
    client.receive(recognize(2));
    client.receive(recognize(3, 'partial'));
    await settled();
    expect(parts.loads).toEqual(['recognizer', 'partial-recognizer']);
    expect(parts.jobs).toHaveLength(3);
  });

  test('warm is done when all its parts are there', async () => {
    const { parts, client, answers } = serve();
    client.receive({ type: 'warm', id: 5, parts: ['vad', 'embedder'] });
    await settled();
    expect(parts.loads).toEqual(['vad', 'embedder']);
    expect(answers).toEqual([{ type: 'done', id: 5 }]);
  });

  test('a missing model fails what needs it, by its code, and nothing else', async () => {
    const { parts, client, answers } = serve();
    parts.broken.set('recognizer', new PartError('model_missing', 'It is not there.'));
    client.receive(recognize(1));
    client.receive(synthesize(2));
    await settled();
    parts.jobs[0]!.finish();
    await settled();
    expect(answers.map((answer) => answer.type)).toEqual(['failed', 'synthesized']);
    expect(answers[0]).toMatchObject({ id: 1, code: 'model_missing' });
  });

  test('what could not be loaded is tried again at the next use', async () => {
    const { parts, client, answers } = serve();
    parts.broken.set('vad', new PartError('model_missing', 'It is not there.'));
    client.receive({ type: 'warm', id: 1, parts: ['vad'] });
    await settled();
    parts.broken.clear();
    client.receive({ type: 'warm', id: 2, parts: ['vad'] });
    await settled();
    expect(answers.map((answer) => answer.type)).toEqual(['failed', 'done']);
  });

  test('a part that died is loaded anew; a late farewell of the old one does not touch the new', async () => {
    const { parts, client } = serve();
    client.receive(synthesize(1));
    await settled();
    const goodbye = parts.onGone.get('synthesizer')!;
    goodbye();
    client.receive(synthesize(2));
    await settled();
    goodbye();
    client.receive(synthesize(3));
    await settled();
    expect(parts.loads).toEqual(['synthesizer', 'synthesizer']);
  });
});

describe('cancelling', () => {
  test('answers at once and stops the work', async () => {
    const { parts, client, answers } = serve();
    client.receive(recognize(1));
    await settled();
    client.receive({ type: 'cancel', id: 1 });
    expect(answers).toMatchObject([{ type: 'failed', id: 1, code: 'cancelled' }]);
    expect(parts.jobs[0]!.signal.aborted).toBe(true);
  });

  test('while the model still loads answers at once too', () => {
    const { client, answers } = serve();
    client.receive(recognize(1));
    client.receive({ type: 'cancel', id: 1 });
    expect(answers).toMatchObject([{ type: 'failed', id: 1, code: 'cancelled' }]);
  });

  test('after the answer, or of an unknown id, changes nothing', async () => {
    const { parts, client, answers } = serve();
    client.receive(synthesize(1));
    await settled();
    parts.jobs[0]!.finish();
    await settled();
    client.receive({ type: 'cancel', id: 1 });
    client.receive({ type: 'cancel', id: 99 });
    await settled();
    expect(answers.map((answer) => answer.type)).toEqual(['synthesized']);
  });
});

type Act =
  | { readonly kind: 'ask'; readonly id: number; readonly what: number }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'finish' | 'fail'; readonly job: number }
  | { readonly kind: 'settle' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('ask' as const), id: fc.nat(30), what: fc.nat(3) }),
  fc.record({ kind: fc.constant('cancel' as const), id: fc.nat(30) }),
  fc.record({ kind: fc.constantFrom('finish' as const, 'fail' as const), job: fc.nat(30) }),
  fc.constant({ kind: 'settle' as const }),
);

test('every request gets exactly one answer, whatever is cancelled, fails or ends in which order', async () => {
  const ask = (id: number, what: number): SpeechRequest => {
    const kinds: SpeechRequest[] = [
      recognize(id),
      synthesize(id),
      { type: 'embed', id, texts: ['a'] },
      { type: 'warm', id, parts: ['recognizer'] },
    ];
    return kinds[what]!;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 60 }), fc.boolean(), async (acts, broken) => {
      const { parts, client, answers } = serve();
      if (broken) parts.broken.set('recognizer', new PartError('model_unreadable', 'Broken.'));
      const asked = new Set<number>();
      for (const step of acts) {
        if (step.kind === 'ask' && !asked.has(step.id)) {
          asked.add(step.id);
          client.receive(ask(step.id, step.what));
        } else if (step.kind === 'cancel') client.receive({ type: 'cancel', id: step.id });
        else if (step.kind === 'finish') parts.jobs[step.job]?.finish();
        else if (step.kind === 'fail') parts.jobs[step.job]?.fail(new Error('lost'));
        else if (step.kind === 'settle') await settled();
      }
      await settled();
      for (const job of parts.jobs) job.finish();
      await settled();
      const ids = answers.map((answer) => ('id' in answer ? answer.id : NaN));
      expect(ids.toSorted((a, b) => a - b)).toEqual([...asked].sort((a, b) => a - b));
    }),
  );
});

describe('voice activity', () => {
  const frames = (...values: number[]) =>
    Int16Array.from(values.flatMap((value) => Array<number>(512).fill(value * 3_276.8)));

  test('frames of a stream come in order, each where it ends', async () => {
    const { client, answers } = serve();
    client.receive({ type: 'vad.open', stream: 1, sampleRate: 16_000 });
    client.receive({ type: 'vad.push', stream: 1, pcm: frames(1, 2) });
    client.receive({ type: 'vad.push', stream: 1, pcm: frames(3) });
    await settled();
    expect(answers.map((answer) => (answer.type === 'vad.frame' ? answer.endSample : NaN))).toEqual([
      512, 1_024, 1_536,
    ]);
    answers.forEach((answer, i) =>
      expect(answer.type === 'vad.frame' && answer.probability).toBeCloseTo((i + 1) / 10, 3),
    );
  });

  test('two streams are apart, and of two clients each hears its own', async () => {
    const { service, client, answers } = serve();
    const others: SpeechAnswer[] = [];
    const other = service.connect((answer) => others.push(answer));
    client.receive({ type: 'vad.open', stream: 1, sampleRate: 16_000 });
    other.receive({ type: 'vad.open', stream: 1, sampleRate: 16_000 });
    client.receive({ type: 'vad.push', stream: 1, pcm: frames(1).subarray(0, 500) });
    other.receive({ type: 'vad.push', stream: 1, pcm: frames(2) });
    client.receive({ type: 'vad.push', stream: 1, pcm: frames(1).subarray(500) });
    await settled();
    expect([answers.length, others.length]).toEqual([1, 1]);
  });

  test('nothing is sent after a stream is closed, however much was waiting', async () => {
    const { parts, client, answers } = serve();
    client.receive({ type: 'vad.open', stream: 1, sampleRate: 16_000 });
    client.receive({ type: 'vad.push', stream: 1, pcm: frames(1, 2, 3) });
    client.receive({ type: 'vad.close', stream: 1 });
    await settled();
    expect(answers).toEqual([]);
    expect(parts.scored).toBe(0);
  });

  test('a stream without a model says so once', async () => {
    const { parts, client, answers } = serve();
    parts.broken.set('vad', new PartError('model_missing', 'It is not there.'));
    client.receive({ type: 'vad.open', stream: 4, sampleRate: 24_000 });
    client.receive({ type: 'vad.push', stream: 4, pcm: frames(1, 2, 3) });
    await settled();
    client.receive({ type: 'vad.push', stream: 4, pcm: frames(1, 2, 3) });
    await settled();
    expect(answers).toMatchObject([{ type: 'vad.failed', stream: 4, code: 'model_missing' }]);
  });
});

describe('clients', () => {
  test('a client that left gets no more answers, and its work is given up', async () => {
    const { parts, client, answers } = serve();
    client.receive(recognize(1));
    await settled();
    client.close();
    parts.jobs[0]!.finish();
    await settled();
    expect(parts.jobs[0]!.signal.aborted).toBe(true);
    expect(answers).toEqual([]);
  });

  test('two clients may use the same id', async () => {
    const { parts, service, client, answers } = serve();
    const others: SpeechAnswer[] = [];
    const other = service.connect((answer) => others.push(answer));
    client.receive(recognize(1));
    other.receive(recognize(1));
    await settled();
    other.receive({ type: 'cancel', id: 1 });
    parts.jobs[0]!.finish();
    await settled();
    expect(answers.map((answer) => answer.type)).toEqual(['recognized']);
    expect(others.map((answer) => answer.type)).toEqual(['failed']);
  });

  test.each([null, 7, {}, { type: 'nonsense' }, { type: 'recognize', pcm: 'x' }])(
    'a malformed message without an id is reported: %j',
    (message) => {
      const { client, answers, reports } = serve();
      client.receive(message);
      expect(answers).toEqual([]);
      expect(reports).toHaveLength(1);
    },
  );

  test('a malformed request with an id is answered', () => {
    const { client, answers } = serve();
    client.receive({ type: 'embed', id: 3, texts: 'not a list' });
    expect(answers).toMatchObject([{ type: 'failed', id: 3, code: 'internal' }]);
  });

  test('a second request under an open id is refused, the first goes on', async () => {
    const { parts, client, answers, reports } = serve();
    client.receive(recognize(1));
    client.receive(synthesize(1));
    await settled();
    for (const job of parts.jobs) job.finish();
    await settled();
    expect(answers.map((answer) => answer.type)).toEqual(['recognized']);
    expect(reports).toHaveLength(1);
  });
});
