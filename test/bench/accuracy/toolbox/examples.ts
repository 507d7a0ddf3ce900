import { Chooser } from '../../../../src/local-agent/thinking/choosing/choose';
import { clearSpeech } from '../../../../src/local-agent/thinking/politeness';
import { plainRequestOf } from '../../../../src/local-agent/thinking/requests';
import type { Embed } from '../../../../src/local-agent/thinking/types';
import { findTools } from '../../../../src/main/tools/offer/find-tools';
import { MOST_FOUND, permittedTools } from '../../../../src/main/tools/offer/offered-tools';
import { NOW } from '../cases';
import type { Example } from '../fit/regression';
import { offeredNow, wholeToolbox, type ToolboxSet } from './toolbox';

/** What the chooser sees of each sentence of a set once tools were looked for. A tool's group is its fold. */
export async function toolboxExamples(
  { requests, nothing }: ToolboxSet,
  embed: Embed | null,
): Promise<readonly Example[]> {
  const chooser = new Chooser(embed);
  const permitted = permittedTools(wholeToolbox, null);
  const seen = async (said: string, meant: string | null): Promise<Example> => {
    const named = findTools(said, permitted).slice(0, MOST_FOUND);
    const found = new Map(named.map(({ tool, fit }) => [tool.name, fit]));
    const request = { ...plainRequestOf(clearSpeech(said, '')), found };
    const context = { now: NOW, items: [], keyterms: [] };
    const tools = offeredNow([...found.keys()], [said]);
    const ranked = await chooser.rank(request, tools, context, new AbortController().signal);
    const group = wholeToolbox.find(({ name }) => name === meant)?.group ?? 'none';
    return {
      fold: `own ${group}`,
      act: request.act,
      tools: ranked.map(({ tool, features }) => ({ name: tool.name, features })),
      meant,
    };
  };
  const examples: Example[] = [];
  for (const { said, expected } of requests) {
    const meant = expected.kind === 'calls' ? expected.calls[0]?.name : undefined;
    const example = meant === undefined ? null : await seen(said, meant);
    // One that was not found can teach nothing.
    if (example?.tools.some(({ name }) => name === meant)) examples.push(example);
  }
  for (const said of nothing) examples.push(await seen(said, null));
  return examples;
}
