import { Bench, type Target } from './bench';
import { NotApplicable, Violation, type Outcome, type Rule } from './rule';

/** One way to the server: rules on different lanes run at the same time. */
export interface Lane {
  readonly target: Target;
  /** Whether rules that speak may run here; two that speak to one machine at once would slow its ears. */
  readonly speaks: boolean;
  /** Whether faults switched on here are met by this lane only. */
  readonly ownServer: boolean;
}

/** A rule and what it came to. */
export interface Result {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly milliseconds: number;
}

/** Longest a rule may take; one that hangs must not hide the others. */
const MOST_MS = 120_000;

/**
 * Runs the rules, several at a time; each result is also told as it comes. `mostBilledMs` bounds the time that
 * sessions are open in all: rules beyond it fail as not run.
 */
export async function runRules(
  rules: readonly Rule[],
  lanes: readonly Lane[],
  onResult: (result: Result) => void = () => undefined,
  mostBilledMs = Infinity,
): Promise<readonly Result[]> {
  const results = new Map<Rule, Result>();
  let billedMs = 0;
  const work = async (queue: Rule[], lane: Lane, takes: (rule: Rule) => boolean) => {
    for (;;) {
      const at = queue.findIndex(takes);
      const [rule] = at < 0 ? [] : queue.splice(at, 1);
      if (!rule) return;
      const started = performance.now();
      const bench = new Bench(lane.target);
      const outcome: Outcome =
        billedMs > mostBilledMs
          ? { kind: 'failed', seen: 'not run: the bound on open sessions was reached' }
          : await judge(rule, bench);
      billedMs += bench.billedMs;
      const result = { rule, outcome, milliseconds: performance.now() - started };
      results.set(rule, result);
      onResult(result);
    }
  };
  // Faults meet every connection to a server: where lanes share one, these rules run when the others are done.
  const shared = lanes.some(({ ownServer }) => !ownServer);
  const [last, first] = [rules.filter(switchesFaults), rules.filter((rule) => !switchesFaults(rule))];
  const early = shared ? first : [...first, ...last];
  // A lane that speaks does so first, because no other lane may.
  const bySpeech = (lane: Lane) => (rule: Rule) => rule.speaks && lane.speaks;
  await Promise.all(
    lanes.map(async (lane) => {
      await work(early, lane, bySpeech(lane));
      await work(early, lane, (rule) => !rule.speaks || lane.speaks);
    }),
  );
  const [lane] = lanes;
  if (shared && lane) await work(last, { ...lane, speaks: true }, () => true);
  return rules.flatMap((rule) => results.get(rule) ?? []);
}

const switchesFaults = ({ applies }: Rule) => applies === 'control';

async function judge(rule: Rule, bench: Bench): Promise<Outcome> {
  const reason = whyNot(rule, bench.target);
  if (reason !== null) return { kind: 'not-applicable', reason };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Violation(`it took longer than ${String(MOST_MS / 1_000)} s`)),
      MOST_MS,
    );
  });
  try {
    const note = await Promise.race([rule.run(bench), late]);
    return { kind: 'passed', note: note ?? null };
  } catch (error) {
    if (error instanceof NotApplicable) return { kind: 'not-applicable', reason: error.message };
    return { kind: 'failed', seen: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
    await bench.clean();
  }
}

function whyNot({ applies, speaks }: Rule, target: Target): string | null {
  if (speaks && !target.voice) return 'there is no voice to speak with';
  switch (applies) {
    case 'any':
      return null;
    case 'loopback':
      return target.loopback
        ? null
        : 'the hosted service is not documented to do this, or known to do otherwise';
    case 'key':
      return target.keyIsChecked ? null : 'no --key was given, so the server may accept any';
    case 'control':
      return target.control ? null : 'the server was not named as one with fault switches (--control)';
  }
}
