/*
 * Facts for support, as text: what ran and how it went. Nothing personal: no words, no arguments, no paths, no names
 * that a person gave. Whatever comes from a server or a file is told only where it has the shape of a known fact.
 */
import type { Engine } from '../../shared/engine';
import type { KeptConversation } from '../../shared/ipc/history';

/** Where Parley runs. */
export interface SystemFacts {
  readonly parley: string;
  readonly electron: string;
  /** Such as `linux 6.8.0 x64`. */
  readonly system: string;
}

/** Facts of one conversation. */
export function conversationDiagnostics(conversation: KeptConversation, system: SystemFacts): string {
  return lines([...systemLines(system), '', ...conversationLines(conversation)]);
}

/** Facts of Parley as it runs, with its newest conversations. */
export function appDiagnostics(facts: {
  readonly system: SystemFacts;
  readonly engine: Engine;
  /** Status of the open talk, and whether it is live. */
  readonly status: string;
  readonly kept: number;
  readonly newest: readonly KeptConversation[];
  /** Lines of the last self-test. */
  readonly selfTest: readonly string[];
}): string {
  return lines([
    ...systemLines(facts.system),
    `Engine: ${facts.engine}`,
    `State: ${known(facts.status)}`,
    `Kept conversations: ${facts.kept}`,
    '',
    ...facts.selfTest,
    ...facts.newest.flatMap((conversation) => ['', ...conversationLines(conversation)]),
  ]);
}

function systemLines({ parley, electron, system }: SystemFacts): readonly string[] {
  return [`Parley ${parley}, Electron ${electron}, ${system}`];
}

function conversationLines(conversation: KeptConversation): readonly string[] {
  const { beganAt, lastAt, engines, state, end, continues, items, sockets, unreadable } = conversation;
  const entries = items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));
  const tools = entries.filter((entry) => entry.kind === 'tool');
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  const cut = entries.filter((entry) => entry.kind === 'agent' && entry.interrupted).length;
  return [
    `Conversation of ${new Date(beganAt).toISOString()}, ${seconds(lastAt - beganAt)}`,
    `Engines: ${engines.join(', ')}; continues another: ${continues ? 'yes' : 'no'}`,
    `End: ${state === 'ended' ? (end ?? 'unknown') : state}; unreadable lines: ${unreadable}`,
    `Entries: ${count('user')} by the person, ${count('agent')} by the agent (${cut} interrupted)`,
    `Tool calls: ${tools.map((tool) => `${tool.state} ${milliseconds(tool.milliseconds)}`).join(', ') || 'none'}`,
    ...sockets.map(
      (socket) =>
        `Socket ${socket.socket}: ${socket.engine}, ${host(socket.host)}, +${seconds(socket.openedAt - beganAt)}, ` +
        `counted ${socket.seconds.toFixed(1)} s, close code ${socket.code ?? 'none'}, ` +
        `goodbye ${socket.saidGoodbye ? 'yes' : 'no'}, ` +
        `sessions ${socket.sessions.map(({ id, resumed }) => `${known(id)}${resumed ? ' (resumed)' : ''}`).join(' ') || 'none'}`,
    ),
    ...items.flatMap((item) => {
      if (item.kind === 'problem')
        return [`Problem +${seconds(item.at - beganAt)}: ${known(item.problem.code)}`];
      if (item.kind !== 'latency') return [];
      const { transcript, replyStarted, firstAudio, audible, tools: toolTime } = item.latency;
      const steps = [transcript, replyStarted, firstAudio, audible, toolTime].map(milliseconds);
      return [
        `Turn +${seconds(item.at - beganAt)}: transcript ${steps[0]}, reply ${steps[1]}, ` +
          `first audio ${steps[2]}, audible ${steps[3]}, tools ${steps[4]}`,
      ];
    }),
  ];
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const milliseconds = (ms: number | null): string => (ms === null ? '-' : `${Math.round(ms)} ms`);

/** Codes and ids as services give them; anything else could be a sentence. */
const known = (code: string): string => (/^[a-z0-9_-]{1,80}$/i.test(code) ? code : 'unlisted');

/** A server of the person's own is nobody's business. */
function host(name: string): string {
  const [bare = ''] = name.split(':');
  if (/^([a-z0-9-]+\.)*assemblyai\.com$/.test(bare)) return bare;
  return ['127.0.0.1', 'localhost', '[', ''].includes(bare) ? 'this computer' : 'another host';
}
