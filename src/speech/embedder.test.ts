import { expect, test } from 'vitest';
import { SentenceEmbedder } from './embedder';

const signal = new AbortController().signal;

/** A model whose vector is the text's length and 1; keeps what it was asked. */
class FakeModel {
  readonly asked: (readonly string[])[] = [];
  embed = (texts: readonly string[]): Promise<number[][]> => {
    this.asked.push(texts);
    return Promise.resolve(texts.map((text) => [text.length, 1]));
  };
}

test('vectors have length one and stand in the order of the texts', async () => {
  const embedder = new SentenceEmbedder(new FakeModel().embed);
  const vectors = await embedder.embed(['abc', 'a', 'abc'], signal);
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  expect(vectors[0]![0]! / vectors[0]![1]!).toBeCloseTo(3, 5);
  expect(vectors[1]![0]! / vectors[1]![1]!).toBeCloseTo(1, 5);
  expect(vectors[2]).toEqual(vectors[0]);
});

test('a text is asked of the model once, then remembered', async () => {
  const model = new FakeModel();
  const embedder = new SentenceEmbedder(model.embed);
  await embedder.embed(['one', 'two', 'one'], signal);
  await embedder.embed([' two ', 'three'], signal);
  expect(model.asked).toEqual([['one', 'two'], ['three']]);
});

test('of too many texts the ones used longest ago are forgotten', async () => {
  const model = new FakeModel();
  const embedder = new SentenceEmbedder(model.embed, 2);
  await embedder.embed(['one', 'two'], signal);
  await embedder.embed(['one'], signal);
  await embedder.embed(['three'], signal);
  await embedder.embed(['one'], signal);
  await embedder.embed(['two'], signal);
  expect(model.asked).toEqual([['one', 'two'], ['three'], ['two']]);
});

test('more texts than are remembered still all come back', async () => {
  const embedder = new SentenceEmbedder(new FakeModel().embed, 3);
  const texts = Array.from({ length: 20 }, (_, i) => 'x'.repeat(i + 1));
  expect(await embedder.embed(texts, signal)).toHaveLength(20);
});

test('blank text has a vector too', async () => {
  const [vector] = await new SentenceEmbedder(new FakeModel().embed).embed(['  '], signal);
  expect(Math.hypot(...vector!)).toBeCloseTo(1, 6);
});

test('a cancellation is seen between two batches', async () => {
  const controller = new AbortController();
  const model = new FakeModel();
  const embedder = new SentenceEmbedder((texts) => (controller.abort(), model.embed(texts)));
  const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`);
  await expect(embedder.embed(texts, controller.signal)).rejects.toThrow();
  expect(model.asked).toHaveLength(1);
});
