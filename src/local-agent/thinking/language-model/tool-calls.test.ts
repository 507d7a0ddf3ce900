import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedCall, readArguments, ToolCallAssembler, type CallDelta } from './tool-calls';

const delta = (more: Partial<CallDelta>): CallDelta => ({
  index: null,
  id: '',
  name: '',
  arguments: '',
  ...more,
});
function assemble(...deltas: readonly Partial<CallDelta>[]) {
  const assembler = new ToolCallAssembler();
  for (const one of deltas) assembler.add(delta(one));
  return assembler.finish();
}
const two = [
  { name: 'a', arguments: '{"x":1}' },
  { name: 'b', arguments: '{"x":2}' },
];

describe('tool calls as they are streamed', () => {
  it('come in numbered pieces (OpenAI, llama.cpp, LM Studio)', () => {
    expect(
      assemble(
        { index: 0, id: 'i', name: 'a' },
        { index: 0, arguments: '{"x"' },
        { index: 0, arguments: ':1}' },
        { index: 1, id: 'j', name: 'b', arguments: '{' },
        { index: 1, arguments: '"x":2}' },
      ),
    ).toEqual(two);
  });
  it('come whole, all numbered 0 (Ollama)', () => {
    expect(assemble({ index: 0, id: 'i', ...two[0] }, { index: 0, id: 'j', ...two[1] })).toEqual(two);
  });
  it('come whole without number, with and without id (Ollama before 0.4.7, others)', () => {
    expect(assemble({ id: 'i', ...two[0] }, { id: 'j', ...two[1] })).toEqual(two);
    expect(assemble({ ...two[0] }, { ...two[1] })).toEqual(two);
  });
  it('come twice with the same name', () => {
    const same = [two[0]!, { name: 'a', arguments: '{"x":2}' }];
    expect(assemble(...same)).toEqual(same);
    expect(assemble({ index: 0, ...same[0] }, { index: 0, ...same[1] })).toEqual(same);
  });
  it('repeat id and name with every piece', () => {
    const piece = (text: string) => ({ index: 0, id: 'i', name: 'a', arguments: text });
    expect(assemble(piece(''), piece('{"x"'), piece(':1}'))).toEqual([two[0]]);
  });
  it('repeat the whole at the end', () => {
    expect(assemble({ index: 0, id: 'i', ...two[0] }, { index: 0, id: 'i', ...two[0] })).toEqual([two[0]]);
  });
  it('bring the arguments as an object', () => {
    expect(assemble({ index: 0, name: 'a', arguments: { x: 1 } })).toEqual([two[0]]);
  });
  it('come in pieces without number or id', () => {
    expect(assemble({ name: 'a' }, { arguments: '{"x"' }, { arguments: ':1}' })).toEqual([two[0]]);
  });
  it('are put together wherever the arguments were cut', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.array(fc.nat({ max: 60 })),
        (value, cuts) => {
          const text = JSON.stringify(value);
          const places = [
            0,
            ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b),
            text.length,
          ];
          const pieces = places
            .slice(1)
            .map((to, at) => ({ index: 0, arguments: text.slice(places[at], to) }));
          const [call] = assemble({ index: 0, id: 'i', name: 'a' }, ...pieces);
          expect(readArguments(call?.arguments ?? 'none')).toEqual(JSON.parse(text));
        },
      ),
    );
  });
});

describe('arguments', () => {
  it.each([
    ['', {}],
    ['null', {}],
    ['{"a":1}', { a: 1 }],
    ['"{\\"a\\":1}"', { a: 1 }],
    ['```json\n{"a":1}\n```', { a: 1 }],
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":"cut o', { a: 'cut o' }],
    ['{"a":{"b":"}"', { a: { b: '}' } }],
  ])('are read from %j', (text, expected) => {
    expect(readArguments(text)).toEqual(expected);
  });
  it.each(['[1]', '7', 'city: Paris', '{"a":'])('are refused when they are %j', (text) => {
    expect(readArguments(text)).toBeNull();
  });
  it('never throw, whatever was sent', () => {
    fc.assert(fc.property(fc.string(), (text) => void readArguments(text)));
  });
});

describe('a call', () => {
  const parameters = {
    type: 'object',
    properties: {
      count: { type: 'integer' },
      ratio: { type: 'number' },
      loud: { type: 'boolean' },
      name: { type: 'string' },
      unit: { type: 'string', enum: ['Celsius', 'Kelvin'] },
      tags: { type: 'array' },
    },
    required: ['name'],
    additionalProperties: false,
  };
  const tools = [{ name: 'set', description: '', parameters }];
  const argumentsOf = (given: object) =>
    checkedCall({ name: 'set', arguments: JSON.stringify(given) }, tools)?.arguments;

  it('is refused when the tool was not offered or the arguments are nonsense', () => {
    expect(checkedCall({ name: 'delete_all', arguments: '{}' }, tools)).toBeNull();
    expect(checkedCall({ name: 'set', arguments: 'please' }, tools)).toBeNull();
    expect(checkedCall({ name: 'set', arguments: '{}' }, [])).toBeNull();
  });
  it('has its values brought to the types of the schema', () => {
    expect(
      argumentsOf({ count: '5', ratio: '0.5', loud: 'true', name: 7, unit: 'kelvin', tags: 'x' }),
    ).toEqual({
      count: 5,
      ratio: 0.5,
      loud: true,
      name: '7',
      unit: 'Kelvin',
      tags: ['x'],
    });
  });
  it('keeps what cannot be brought there, for the tool to refuse', () => {
    expect(argumentsOf({ count: 'many', unit: 'Rankine', name: null })).toEqual({
      count: 'many',
      unit: 'Rankine',
      name: null,
    });
  });
  it('loses what the schema does not know, and nulls that may be left out', () => {
    expect(argumentsOf({ other: 1, count: null })).toEqual({});
  });
});
