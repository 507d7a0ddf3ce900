import { Chooser } from '../../../../src/local-agent/thinking/choosing/choose';
import { clearSpeech } from '../../../../src/local-agent/thinking/politeness';
import { plainRequestOf } from '../../../../src/local-agent/thinking/requests';
import type { Embed, OfferedTool } from '../../../../src/local-agent/thinking/types';
import { NOW, turnsOf, type AccuracySet, type Expectation } from '../cases';
import { offered } from '../talk';
import type { Example } from './regression';

/** What the chooser sees of each first sentence of a set that asks for one tool or for none. */
export async function examplesOf(set: AccuracySet, embed: Embed | null): Promise<readonly Example[]> {
  const chooser = new Chooser(embed);
  const examples: Example[] = [];
  const add = async (said: string, fold: string, tools: readonly OfferedTool[], meant: string | null) => {
    const request = plainRequestOf(clearSpeech(said, ''));
    const context = { now: NOW, items: [], keyterms: [] };
    const ranked = await chooser.rank(request, tools, context, new AbortController().signal);
    const seen = ranked.map(({ tool, features }) => ({ name: tool.name, features }));
    examples.push({ fold, act: request.act, tools: seen, meant });
  };
  for (const { toolset, cases } of set.groups) {
    for (const item of cases) {
      const [first] = turnsOf(item);
      const meant = first && toolOf(first.expected);
      if (meant) await add(first.said, toolset.name, offered(set, toolset), meant);
    }
  }
  for (const { toolset, said } of set.nothing) {
    for (const sentence of said) await add(sentence, toolset.name, offered(set, toolset), null);
  }
  return examples;
}

/** The one tool that is expected; undefined for several. */
function toolOf(expected: Expectation): string | undefined {
  if (expected.kind === 'ask') return expected.tool;
  return expected.calls.length === 1 ? expected.calls[0]?.name : undefined;
}
