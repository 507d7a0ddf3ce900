import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toolDefinitionSchema } from '../../../src/shared/protocol/tools';
import { turnsOf, type AccuracySet, type CaseGroup, type ExpectedValue, type Turn } from './cases';
import { schemaOf, valuesOf } from './compare';
import { development } from './development';
import { heldOut } from './held-out';
import { offered } from './talk';
import { training } from './training';

interface Judged {
  readonly turn: Turn;
  readonly tools: CaseGroup['toolset']['tools'];
}

const turnsIn = (set: AccuracySet): readonly Judged[] =>
  set.groups.flatMap(({ toolset, cases }) =>
    cases.flatMap(turnsOf).map((turn) => ({ turn, tools: offered(set, toolset) })),
  );
const idleIn = (set: AccuracySet) => set.nothing.flatMap(({ said }) => said);
const toolsOf = ({ turn: { expected } }: Judged) =>
  expected.kind === 'calls' ? expected.calls.map(({ name }) => name) : [expected.tool];
const toolsetsIn = (set: AccuracySet) => [...new Set(set.groups.map(({ toolset }) => toolset))];
const plain = (said: string) => said.toLowerCase().replace(/[^a-z0-9]+/g, ' ');

/** What does not fit the tool's own schema, in words. */
function faultsOf({ turn, tools }: Judged): readonly string[] {
  const { expected } = turn;
  const calls =
    expected.kind === 'calls' ? expected.calls : [{ name: expected.tool, arguments: expected.known }];
  return calls.flatMap(({ name, arguments: args }) => {
    const tool = tools.find((candidate) => candidate.name === name);
    if (!tool) return [`${turn.said}: ${name} is not offered`];
    const required = tool.parameters['required'] as readonly string[];
    const absent = required.filter((key) => !(key in args));
    const missing =
      expected.kind === 'ask' ? expected.missing.filter((key) => !absent.includes(key)) : absent;
    const wrong = Object.entries(args).filter(([key, value]) => !fitsSchema(value, schemaOf(tool, key)));
    return [
      ...missing.map((key) => `${turn.said}: ${key} is required`),
      ...wrong.map(([key]) => `${turn.said}: ${key} does not fit its schema`),
    ];
  });
}

function fitsSchema(expected: ExpectedValue, { format, ...schema }: Readonly<Record<string, unknown>>) {
  if (!('type' in schema)) return false;
  const json = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  return valuesOf(expected).every(
    (value) => json.safeParse(value).success && hasFormat(String(value), format),
  );
}

/** Local time, unlike JSON Schema's own `date-time`: nobody says an offset. */
function hasFormat(value: string, format: unknown): boolean {
  switch (format) {
    case 'date-time':
      return z.iso.datetime({ local: true }).safeParse(`${value}:00`).success;
    case 'date':
      return z.iso.date().safeParse(value).success;
    case 'time':
      return z.iso.time().safeParse(value).success;
    default:
      return format === undefined;
  }
}

describe.each([development, training, heldOut])('the $name set', (set) => {
  it('expects only what its tools take, with everything they need', () => {
    expect(turnsIn(set).flatMap(faultsOf)).toEqual([]);
  });

  it('offers tools that a session would accept', () => {
    for (const toolset of toolsetsIn(set)) {
      for (const tool of offered(set, toolset)) {
        expect(toolDefinitionSchema.safeParse({ type: 'function', ...tool }).error).toBeUndefined();
      }
      const { length } = offered(set, toolset);
      expect(length, toolset.name).toBeGreaterThanOrEqual(5);
      expect(length, toolset.name).toBeLessThanOrEqual(12);
    }
  });

  it('begins no two cases with the same sentence', () => {
    const starts = set.groups.flatMap(({ cases }) => cases.map((item) => plain(turnsOf(item)[0]!.said)));
    const all = [...starts, ...idleIn(set).map(plain)];
    expect(all.filter((said, at) => all.indexOf(said) !== at)).toEqual([]);
  });
});

describe('the sets together', () => {
  it('are large enough', () => {
    expect(turnsIn(development).length).toBeGreaterThanOrEqual(160);
    expect(idleIn(development).length).toBeGreaterThanOrEqual(40);
    expect(turnsIn(training).length).toBeGreaterThanOrEqual(500);
    expect(idleIn(training).length).toBeGreaterThanOrEqual(150);
    expect(turnsIn(heldOut).length).toBeGreaterThanOrEqual(300);
    expect(idleIn(heldOut).length).toBeGreaterThanOrEqual(100);
    expect(toolsetsIn(development).length).toBeGreaterThanOrEqual(6);
    expect(new Set(turnsIn(heldOut).flatMap(toolsOf)).size).toBeGreaterThanOrEqual(48);
  });

  it('share no sentence, so that what helps the one proves something on the other', () => {
    const said = (set: AccuracySet) => [...turnsIn(set).map(({ turn }) => turn.said), ...idleIn(set)];
    const known = new Set([...said(development), ...said(training)].map(plain));
    expect(said(heldOut).filter((sentence) => known.has(plain(sentence)))).toEqual([]);
  });

  it('leave a third of the tools to the held-out set', () => {
    const names = (set: AccuracySet) =>
      new Set(toolsetsIn(set).flatMap((toolset) => offered(set, toolset).map(({ name }) => name)));
    const known = names(development);
    const all = [...names(heldOut)];
    expect(all.filter((name) => !known.has(name)).length / all.length).toBeGreaterThan(0.33);
  });
});
