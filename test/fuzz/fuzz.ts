import { seededRandom } from '../bench/statistics';
import { SOCKET_PHASES, type Phase } from './phases';
import { REST_PHASES } from './rest-phases';
import { mustServe, type World } from './world';

/** What is told of a phase. */
export interface PhaseReport {
  readonly name: string;
  readonly did: string;
  /** What went wrong; null when the server stood it and a normal session worked afterwards. */
  readonly failure: string | null;
  /** Resident memory of the server behind it in megabytes; null where it cannot be measured. */
  readonly megabytes: number | null;
}

/** How to fuzz. */
export interface FuzzPlan {
  readonly target: Omit<World, 'random'>;
  readonly seed: number;
  readonly seconds: number;
  /** Resident megabytes of the server, or null. */
  readonly megabytes: () => number | null;
  /** By how many megabytes the server may grow from the first normal session to the end of any phase. */
  readonly mostGrowth: number;
}

/** Every phase in turn, each with its share of the time, then a normal session; the first failure ends it. */
export async function fuzz(
  plan: FuzzPlan,
  onReport: (report: PhaseReport) => void,
): Promise<readonly PhaseReport[]> {
  const phases = [...SOCKET_PHASES, ...REST_PHASES];
  const reports: PhaseReport[] = [];
  await mustServe({ ...plan.target, random: seededRandom(plan.seed) });
  const before = plan.megabytes();
  for (const [index, phase] of phases.entries()) {
    const report = await runPhase(plan, phase, index, plan.seconds / phases.length, before);
    reports.push(report);
    onReport(report);
    if (report.failure !== null) break;
  }
  return reports;
}

async function runPhase(
  plan: FuzzPlan,
  { name, run }: Phase,
  index: number,
  seconds: number,
  before: number | null,
): Promise<PhaseReport> {
  const end = performance.now() + seconds * 1_000;
  const world = { ...plan.target, random: seededRandom(plan.seed * 1_000 + index) };
  let did = '';
  try {
    did = await run(world, () => performance.now() > end);
    await mustServe(world);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { name, did, failure, megabytes: plan.megabytes() };
  }
  const after = plan.megabytes();
  const grown = after === null || before === null ? 0 : after - before;
  const failure =
    grown > plan.mostGrowth
      ? `the server grew by ${grown.toFixed(0)} MB, more than ${String(plan.mostGrowth)}`
      : null;
  return { name, did, failure, megabytes: after };
}
