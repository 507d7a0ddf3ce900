/**
 * `npm run conformance -- URL`: puts every rule of protocol.md to a server of the Voice Agent API, ours or another,
 * and tells rule by rule how it went. `--spawn` starts our own. The rules are in rules/, what they work with in bench.ts and client.ts.
 * Exit codes: 0 no rule failed, 1 some did, 2 the command line is wrong, 3 the server cannot be reached.
 */
import { writeFileSync } from 'node:fs';
import { startLocalAgent } from '../support/local-agent';
import type { Target } from './bench';
import { isLoopback, parseWish, USAGE, type Wish } from './command-line';
import { httpControl } from './control';
import { resultsJson, resultText, ruleText, summaryText } from './report';
import { RULES } from './rules';
import type { Rule } from './rule';
import { runRules, type Lane } from './runner';
import { synthesizedVoice } from './voice';

const EXIT = { passed: 0, failed: 1, usage: 2, unreachable: 3 } as const;
/** For a server that takes any key. */
const ANY_KEY = 'conformance';
/** Rules that run at the same time. */
const LANES = { loopback: 6, hosted: 3 } as const;
/** Most minutes that sessions of a hosted service are kept open in all, and what one costs in US dollars. */
const MOST_MINUTES = 40;
const DOLLARS_A_MINUTE = 0.075;

/** Runs the rules; resolves to the exit code. */
export async function main(): Promise<number> {
  const parsed = parseWish(process.argv.slice(2));
  if (parsed.kind === 'wrong') {
    console.error(`${parsed.sentence}\n\n${USAGE}`);
    return EXIT.usage;
  }
  const { wish } = parsed;
  const rules = RULES.filter(({ id }) => wish.only?.test(id) ?? true);
  if (wish.list || rules.length === 0) {
    console.log(rules.map(ruleText).join('\n') || 'No rule has such an id.');
    return rules.length === 0 ? EXIT.usage : EXIT.passed;
  }
  if (!wish.spawn) return reach(wish, rules);
  const { url, stop } = await startLocalAgent(wish.control ? ['--control'] : []);
  try {
    return await reach({ ...wish, url, api: `http://${url.host}/v1` }, rules);
  } finally {
    stop();
  }
}

async function reach(wish: Wish, rules: readonly Rule[]): Promise<number> {
  if (await isThere(wish)) return run(wish, rules);
  console.error(`Nothing answers at ${wish.api}. Start the server, or check the address.`);
  return EXIT.unreachable;
}

async function run(wish: Wish, rules: readonly Rule[]): Promise<number> {
  const loopback = isLoopback(wish.url);
  if (!loopback) tellCost(rules.length);
  const lanes = lanesFor(await targetOf(wish, rules), loopback);
  const mostMs = loopback ? Infinity : MOST_MINUTES * 60_000;
  const results = await runRules(rules, lanes, (result) => console.log(resultText(result)), mostMs);
  if (wish.json !== null) writeFileSync(wish.json, resultsJson(wish.url.href, new Date(), results));
  const failed = results.filter(({ outcome }) => outcome.kind === 'failed');
  if (failed.length > 0) console.log(`\n${failed.map(resultText).join('\n')}`);
  console.log(`\n${summaryText(results)}`);
  return failed.length > 0 ? EXIT.failed : EXIT.passed;
}

async function targetOf(wish: Wish, rules: readonly Rule[]): Promise<Target> {
  const loopback = isLoopback(wish.url);
  return {
    url: wish.url,
    api: wish.api,
    key: wish.key ?? ANY_KEY,
    keyIsChecked: wish.key !== null,
    loopback,
    patienceMs: loopback ? 8_000 : 12_000,
    voice: rules.some(({ speaks }) => speaks) ? await synthesizedVoice() : null,
    control: wish.control ? httpControl(wish.api, wish.key ?? ANY_KEY) : null,
  };
}

/** One lane speaks: the server hears on processors that are shared with its other work. */
function lanesFor(target: Target, loopback: boolean): readonly Lane[] {
  const count = loopback ? LANES.loopback : LANES.hosted;
  return Array.from({ length: count }, (_, at) => ({ target, speaks: at === 0, ownServer: false }));
}

function tellCost(rules: number): void {
  const most = (MOST_MINUTES * DOLLARS_A_MINUTE).toFixed(2);
  console.log(
    `${String(rules)} rules, most of them with a session or two of a few seconds, each ended at once.`,
  );
  console.log(`A hosted service bills open sessions, about US$${String(DOLLARS_A_MINUTE)} a minute.`);
  console.log(
    `No rule is begun after ${String(MOST_MINUTES)} minutes of sessions in all: about US$${most} at most.\n`,
  );
}

async function isThere({ api }: Wish): Promise<boolean> {
  try {
    await fetch(`${api}/agents`, { signal: AbortSignal.timeout(8_000) });
    return true;
  } catch {
    return false;
  }
}
