/**
 * `npm run fuzz -- URL`: treats a server of the Voice Agent API badly in every way a client can (phases.ts,
 * rest-phases.ts); after each way a normal session must work. `--spawn` starts our own local agent and watches its
 * memory. The same seed sends the same things in the same order.
 * Exit codes: 0 all was stood, 1 something was not, 2 the command line is wrong, 3 the server cannot be reached.
 */
import { startLocalAgent } from '../support/local-agent';
import { processTree, statusOf } from '../support/process-tree';
import { readWish, USAGE, type Wish } from './command-line';
import { fuzz, type FuzzPlan, type PhaseReport } from './fuzz';

/** Megabytes by which our own agent and its speech process may grow. */
const MOST_GROWTH = 300;

/** Fuzzes; resolves to the exit code. */
export async function main(): Promise<number> {
  const wish = readWish(process.argv.slice(2));
  if (typeof wish === 'string') {
    console.error(`${wish}\n\n${USAGE}`);
    return 2;
  }
  if (wish.url) return run(wish, wish.url, () => null);
  const agent = await startAgent();
  try {
    return await run(wish, agent.url, agent.megabytes);
  } finally {
    agent.stop();
  }
}

async function run(wish: Wish, url: URL, megabytes: FuzzPlan['megabytes']): Promise<number> {
  const { key, seed, seconds } = wish;
  const api = wish.api ?? new URL(`http://${url.host}/v1`);
  console.log(`Fuzzing ${url.href} for ${String(seconds)} s with seed ${String(seed)}.`);
  const plan = { target: { url, api, key }, seed, seconds, megabytes, mostGrowth: MOST_GROWTH };
  try {
    const reports = await fuzz(plan, (report) => console.log(reportText(report)));
    const failed = reports.some(({ failure }) => failure !== null);
    console.log(failed ? `\nNot stood. Again with --seed ${String(seed)}.` : '\nAll was stood.');
    return failed ? 1 : 0;
  } catch (error) {
    console.error(`The server does not serve: ${error instanceof Error ? error.message : String(error)}`);
    return 3;
  }
}

function reportText({ name, did, failure, megabytes }: PhaseReport): string {
  const memory = megabytes === null ? '' : `  [${megabytes.toFixed(0)} MB]`;
  return failure === null ? `stood  ${name}: ${did}${memory}` : `FAIL   ${name}: ${failure}${memory}`;
}

interface Agent {
  readonly url: URL;
  readonly megabytes: () => number | null;
  readonly stop: () => void;
}

/** Our own local agent, with a look at its memory. */
async function startAgent(): Promise<Agent> {
  const { url, pid, stop } = await startLocalAgent();
  const megabytes = () =>
    process.platform === 'linux'
      ? processTree(pid).reduce(
          (sum, each) => sum + Number.parseInt(statusOf(each, 'VmRSS') ?? '0', 10) / 1_024,
          0,
        )
      : null;
  return { url, megabytes, stop };
}
