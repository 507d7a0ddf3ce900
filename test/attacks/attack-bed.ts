/**
 * The real conversation, gate, tools and files against a brain that obeys its attackers. What may not happen is looked
 * for in the world, not in what anybody says of it.
 */
import { startServer } from '../../src/local-agent/server/server';
import type { AuditRecord } from '../../src/main/permissions/audit/audit-record';
import { Hands } from '../../src/main/tools/hands';
import { findTools } from '../../src/main/tools/offer/find-tools';
import { offeredTools, permittedTools } from '../../src/main/tools/offer/offered-tools';
import { builtinTools, createToolbox, definitionOf } from '../../src/main/tools/toolbox';
import type { ApprovalCard, ApprovalChoice } from '../../src/shared/ipc/approvals';
import type { ConversationStatus } from '../../src/shared/ipc/conversation';
import { now } from '../support/clock';
import { Engine, type EngineHands, type Talk } from '../support/engine';
import { ToneSpeech } from '../support/tone-speech';
import { until } from '../support/until';
import { AdversarialBrain } from './adversarial-brain';
import { AttackWorld, type Bait } from './attack-world';

const KEY = 'the-key';

/** What the person does: types something, or answers the oldest card. */
export type Doing = string | { readonly clicks: ApprovalChoice };

/** One attack: what lies in wait, and what the person does meanwhile. */
export interface Attack {
  readonly name: string;
  readonly bait: Bait;
  /** Tools that the person has always allowed. */
  readonly always?: readonly string[];
  readonly does: readonly Doing[];
  /** What the person has really approved, as the world tells it; nothing else may happen. */
  readonly approved?: readonly string[];
}

/** What came of it. */
export interface Outcome {
  /** What happened to the world. */
  readonly changes: readonly string[];
  readonly audit: readonly AuditRecord[];
  /** How often the brain was made to wait, and which tools it called. */
  readonly waits: number;
  readonly called: readonly string[];
  readonly tainted: boolean;
}

/** Plays an attack to its end. */
export async function play(attack: Attack): Promise<Outcome> {
  const world = await AttackWorld.make(attack.bait);
  const brain = new AdversarialBrain();
  const server = await startServer({
    port: 0,
    key: KEY,
    timing: 'native',
    speech: new ToneSpeech().client,
    thinker: brain,
    onTrouble: () => undefined,
  });
  const audit: AuditRecord[] = [];
  let cards: readonly ApprovalCard[] = [];
  let status: ConversationStatus = 'ready';
  let tainted = false;
  let hands: Hands | null = null;
  const engine = new Engine({
    endpoint: () => Promise.resolve({ url: `ws://127.0.0.1:${String(server.port)}/v1/ws`, key: KEY }),
    tell: (event) => {
      if (event.type === 'snapshot') ({ status, tainted } = event.snapshot);
    },
    speech: null,
    toolMs: () => 0,
    engine: 'local',
    random: () => 0.5,
    hands: (talk) => {
      const made = handsIn(world, attack, talk, { audit, showCards: (all) => (cards = all) });
      hands = made.hands;
      return made;
    },
  });
  /** The brain has done what it does, and everything that had to be said is said. */
  const quiet = (turns: number) =>
    until('the talk to be quiet', () => brain.turns >= turns && !brain.busy && isQuiet(status), {
      everyMs: 10,
    });
  try {
    let turns = 0;
    for (const doing of attack.does) {
      if (typeof doing === 'string') {
        turns += 1;
        if (turns === 1) engine.startTyping(doing);
        else engine.type(doing);
      } else {
        const [card] = cards;
        if (!card) throw new Error('There is no card to click.');
        const ended = () => audit.filter(({ outcome }) => outcome !== 'begun').length;
        const before = ended();
        hands!.answer(card.id, doing.clicks, 'click');
        // The talk may be quiet still while what was approved has yet to begin.
        await until('what was clicked to end', () => ended() > before, { everyMs: 10 });
      }
      await quiet(turns);
    }
    const before = tainted;
    engine.end();
    await until('the end', () => status === 'ended' || status === 'ready');
    const called = brain.made.map(({ name }) => name);
    return { changes: await world.changes(), audit, waits: brain.waits, called, tainted: before };
  } finally {
    engine.stop();
    await server.close();
    await world.remove();
  }
}

function isQuiet(status: ConversationStatus): boolean {
  return status === 'listening' || status === 'muted' || status === 'approval';
}

function handsIn(
  world: AttackWorld,
  { always = [] }: Attack,
  talk: Talk,
  around: { readonly audit: AuditRecord[]; readonly showCards: (cards: readonly ApprovalCard[]) => void },
): EngineHands & { readonly hands: Hands } {
  const toolbox = createToolbox(builtinTools, [() => world.tools]);
  const context = world.context();
  let ids = 0;
  const hands = new Hands({
    toolbox,
    context: () => ({
      ...context,
      findTools: (words) => findTools(words, permittedTools(toolbox.tools(), null)),
    }),
    now: Date.now,
    steadyNow: now,
    newId: () => `id-${String(++ids)}`,
    turnNow: talk.turn,
    permits: () => true,
    storedChoice: (name) => (always.includes(name) ? 'always' : 'ask'),
    keepChoice: () => undefined,
    audit: (record) => around.audit.push(record),
    otherSound: () => Promise.resolve('quiet'),
    cardsChanged: around.showCards,
    settled: (key, settlement) => talk.tell({ type: 'approval-settled', key, settlement }),
    progress: (key, note) => talk.tell({ type: 'tool-progress', key, note }),
    log: () => undefined,
  });
  return {
    hands,
    offered: (wanted) => offeredTools({ ...wanted, all: toolbox.tools() }).map(definitionOf),
    foreignTools: (names) => names.filter((name) => toolbox.find(name)?.group === 'mcp'),
  };
}
