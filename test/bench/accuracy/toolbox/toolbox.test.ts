import { beforeAll, describe, expect, it } from 'vitest';
import { IntentRouter } from '../../../../src/local-agent/thinking/thinker';
import { FINDER } from '../../../../src/main/tools/offer/offered-tools';
import { development } from '../development';
import { training } from '../training';
import { turnsOf } from '../cases';
import { developmentRequests } from './development';
import { toolboxFigures, type ToolboxFigures } from './figures';
import { heldOutRequests } from './held-out';
import { holdToolbox, wholeToolbox, type ToolboxSet } from './toolbox';

const both = [developmentRequests, heldOutRequests];
const plain = (said: string) =>
  said
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const saidIn = ({ requests, nothing }: ToolboxSet) =>
  [...requests.map(({ said }) => said), ...nothing].map(plain);

const callsIn = ({ requests }: ToolboxSet) =>
  requests.flatMap(({ said, expected }) =>
    expected.kind === 'calls' ? expected.calls.map((call) => ({ said, ...call })) : [],
  );

describe('requests over the whole toolbox', () => {
  it('ask for each tool at least twice, and in each half', () => {
    for (const { name } of wholeToolbox.filter((tool) => tool.name !== FINDER)) {
      const counts = both.map((set) => callsIn(set).filter((call) => call.name === name).length);
      expect(Math.min(...counts), name).toBeGreaterThanOrEqual(1);
    }
    expect(both.flatMap(({ requests }) => requests).length).toBeGreaterThanOrEqual(130);
    expect(both.flatMap(({ nothing }) => nothing).length).toBeGreaterThanOrEqual(25);
  });

  it('name arguments that their tools take, with all they need', () => {
    for (const { said, name, arguments: args } of both.flatMap(callsIn)) {
      const { properties = {}, required = [] } = wholeToolbox.find((tool) => tool.name === name)!.parameters;
      expect(Object.keys(properties), said).toEqual(expect.arrayContaining(Object.keys(args)));
      expect(Object.keys(args), said).toEqual(expect.arrayContaining([...required]));
    }
  });

  it('are in one half only, and nothing that is fitted on knows the held-out ones', () => {
    const fitted = [development, training].flatMap(({ groups, nothing }) => [
      ...groups.flatMap(({ cases }) => cases.flatMap(turnsOf).map(({ said }) => plain(said))),
      ...nothing.flatMap(({ said }) => said.map(plain)),
    ]);
    const known = new Set([...saidIn(developmentRequests), ...fitted]);
    expect(saidIn(heldOutRequests).filter((said) => known.has(said))).toEqual([]);
  });
});

/** Words alone, so that no model is needed: less than the bench measures with meaning. */
describe.each([
  { set: developmentRequests, tool: 0.82 },
  { set: heldOutRequests, tool: 0.86 },
])('the $set.name half, by words alone', ({ set, tool }) => {
  let figures: ToolboxFigures;
  beforeAll(async () => {
    figures = toolboxFigures(await holdToolbox(set, new IntentRouter(null)));
  });

  it('reaches the right tool mostly', () => {
    expect(figures.tool / figures.requests).toBeGreaterThanOrEqual(tool);
  });

  it('hardly ever changes anything unasked that was not meant', () => {
    expect(figures.harmful).toBeLessThanOrEqual(1);
  });

  it('does nothing where nothing was asked for', () => {
    expect(figures.falseAction).toBe(0);
  });
});
