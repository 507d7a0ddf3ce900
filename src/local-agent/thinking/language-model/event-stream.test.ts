import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStreamParser, type StreamEvent } from './event-stream';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function parse(bytes: Uint8Array, cuts: readonly number[] = []): readonly StreamEvent[] {
  const parser = new EventStreamParser();
  const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
  const events = places.slice(1).flatMap((to, index) => parser.push(bytes.subarray(places[index], to)));
  return [...events, ...parser.end()];
}
const dataOf = (text: string) => parse(bytesOf(text)).map(({ data }) => data);

describe('a stream of server-sent events', () => {
  it('gives the data of each event', () => {
    expect(dataOf('data: {"a":1}\n\ndata: [DONE]\n\n')).toEqual(['{"a":1}', '[DONE]']);
  });
  it.each(['\n', '\r', '\r\n'])('ends lines at %j', (end) => {
    expect(dataOf(['data: one', '', 'data: two', '', ''].join(end))).toEqual(['one', 'two']);
  });
  it('passes over comments that keep the connection alive', () => {
    expect(dataOf(': ping\n\n:\n\ndata: one\n: OPENROUTER PROCESSING\n\n')).toEqual(['one']);
  });
  it('counts the last event when its empty line, or its line end, is missing', () => {
    expect(dataOf('data: one\n\ndata: [DONE]\n')).toEqual(['one', '[DONE]']);
    expect(dataOf('data: one\n\ndata: [DONE]')).toEqual(['one', '[DONE]']);
  });
  it('joins several data lines, and needs no space after the colon', () => {
    expect(dataOf('data:one\ndata: two\ndata\n\n')).toEqual(['one\ntwo\n']);
  });
  it('passes over fields it does not know, and a mark of byte order', () => {
    expect(dataOf('\uFEFFid: 7\nretry: 10\ndata: one\n\n')).toEqual(['one']);
  });
  it('names an error, in the standard way and in that of older llama.cpp servers', () => {
    expect(parse(bytesOf('event: error\ndata: {}\n\n'))).toEqual([{ name: 'error', data: '{}' }]);
    expect(parse(bytesOf('error: {"code":400}\n\n'))).toEqual([{ name: 'error', data: '{"code":400}' }]);
  });

  const stream = fc.array(
    fc.constantFrom('data: ', 'data:', 'é', '猫', '🎈', ': ping', '\r', '\n', '\r\n', '\n\n', 'x', '{"a":1}'),
    { maxLength: 40 },
  );
  it('does not depend on where the bytes were cut', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat({ max: 200 }), { maxLength: 20 }), (parts, places) => {
        const bytes = bytesOf(parts.join(''));
        const cuts = places.map((place) => Math.min(place, bytes.length));
        expect(parse(bytes, cuts)).toEqual(parse(bytes));
      }),
    );
  });
  it('gives back what was put in, byte by byte', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ' '));
    const end = fc.constantFrom('\n', '\r', '\r\n');
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1 })), end, (events, newline) => {
        const text = events.map((lines) => [...lines.map((one) => `data: ${one}`), '', ''].join(newline));
        const bytes = bytesOf(text.join(''));
        const every = Array.from(bytes, (_, index) => index);
        // Lone surrogates do not survive UTF-8.
        const shown = events.map((lines) => new TextDecoder().decode(bytesOf(lines.join('\n'))));
        expect(parse(bytes, every).map(({ data }) => data)).toEqual(shown);
      }),
    );
  });
});
