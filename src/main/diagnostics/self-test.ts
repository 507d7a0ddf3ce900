/** The self-test: checks one after the other, each with a result in words. */
import type { CheckResult, SelfTestPicture } from '../../shared/ipc/self-test';

/** Something that can be tried out. `name` tells what is looked at, while it is. */
export interface Check {
  readonly name: string;
  /** Rejects only when it is called off. */
  readonly run: (signal: AbortSignal) => Promise<readonly CheckResult[]>;
}

/** How long one check may take. */
const LONGEST_MS = 30_000;

/** Runs the checks and remembers their last results. */
export class SelfTest {
  private running: AbortController | null = null;
  private shown: SelfTestPicture;

  constructor(
    private readonly checks: readonly Check[],
    private readonly changed: (picture: SelfTestPicture) => void,
    private readonly longestMs: number = LONGEST_MS,
  ) {
    this.shown = { running: null, of: checks.length, results: [] };
  }

  get picture(): SelfTestPicture {
    return this.shown;
  }

  /** Runs every check; a second call while it runs changes nothing. Never rejects. */
  async run(): Promise<SelfTestPicture> {
    if (this.running) return this.shown;
    const calledOff = (this.running = new AbortController());
    this.show({ results: [] });
    for (const check of this.checks) {
      if (calledOff.signal.aborted) break;
      this.show({ running: check.name });
      const results = await this.one(check, calledOff.signal);
      this.show({ results: [...this.shown.results, ...results] });
    }
    this.running = null;
    this.show({ running: null });
    return this.shown;
  }

  cancel(): void {
    this.running?.abort();
  }

  private async one(check: Check, calledOff: AbortSignal): Promise<readonly CheckResult[]> {
    const late = AbortSignal.timeout(this.longestMs);
    const signal = AbortSignal.any([calledOff, late]);
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
    });
    try {
      return await Promise.race([check.run(signal), ended]);
    } catch {
      if (calledOff.aborted) return [result(check.name, check.name, 'skipped', 'It was called off.')];
      return [
        result(
          check.name,
          check.name,
          'failed',
          late.aborted ? 'It did not answer in time.' : 'It could not be tried.',
          'Run the test again.',
        ),
      ];
    }
  }

  private show(changes: Partial<SelfTestPicture>): void {
    this.shown = { ...this.shown, ...changes };
    this.changed(this.shown);
  }
}

/** A result of a check. `facts` are for the report and hold nothing personal. */
export function result(
  id: string,
  name: string,
  outcome: CheckResult['outcome'],
  sentence: string,
  next = '',
  facts = '',
): CheckResult {
  return { id, name, outcome, sentence, next, facts };
}

/** The results as lines of the report: outcomes and figures, no sentence that could name anything. */
export function selfTestLines({ results }: SelfTestPicture): readonly string[] {
  if (results.length === 0) return ['Self-test: not run'];
  return [
    'Self-test:',
    ...results.map(({ id, outcome, facts }) => `- ${id}: ${outcome}${facts && `, ${facts}`}`),
  ];
}
