/** Puts the hands together: the tools, the world they see, the gate before them, and what windows ask of it. */
import type { approvalRequests } from '../../shared/ipc/approvals';
import type { auditRequests } from '../../shared/ipc/audit';
import { storedChoice, withToolChoice } from '../../shared/settings/tool-choices';
import type { Handlers } from '../ipc/request-server';
import { builtinTools, createToolbox, definitionOf, type Toolbox, type ToolSource } from './toolbox';
import type { AuditLog } from '../permissions/audit/audit-log';
import { auditHandlers, type AuditHandlersWorld } from '../permissions/audit/handlers';
import { createUndoDesk } from '../permissions/undo/undo-desk';
import type { SettingsStore } from '../storage/settings-store';
import type { Settlement } from './call';
import { Hands } from './hands';
import type { HandsWorld } from './hands-world';
import type { ToolsWanted } from '../conversation/configuration';
import type { ToolDefinition } from '../../shared/protocol/tools';
import { findTools } from './offer/find-tools';
import { FINDER, offeredTools, permittedTools } from './offer/offered-tools';
import type { ToolContext } from './tool';

/** What the hands are made of. */
export interface HandsParts {
  /** Where tools come from besides the built-in ones. */
  readonly sources: readonly ToolSource[];
  readonly context: () => Omit<ToolContext, 'tainted' | 'progress' | 'findTools' | 'undo'>;
  /** Names of the tools that the profile allows; null for all. */
  readonly allowed: () => readonly string[] | null;
  readonly audit: AuditLog;
  readonly settings: SettingsStore;
  /** Asks where to save a file. */
  readonly save: AuditHandlersWorld['save'];
  readonly now: () => number;
  readonly steadyNow: () => number;
  readonly newId: () => string;
  readonly turnNow: () => number;
  readonly otherSound: HandsWorld['otherSound'];
  readonly cardsChanged: HandsWorld['cardsChanged'];
  readonly tell: (
    event:
      | { readonly type: 'tool-progress'; readonly key: string; readonly note: string }
      | { readonly type: 'approval-settled'; readonly key: string; readonly settlement: Settlement }
      | { readonly type: 'undone'; readonly action: string }
      | { readonly type: 'trust' },
  ) => void;
  readonly log: (line: string) => void;
}

/** The hands as the app sees them. */
export interface StartedHands {
  readonly toolbox: Toolbox;
  readonly hands: Hands;
  /** The tools that a session is offered. */
  readonly offered: (wanted: ToolsWanted) => readonly ToolDefinition[];
  readonly handlers: Handlers<typeof approvalRequests & typeof auditRequests>;
  /** Takes back what was done last in this talk; what came of it, as a sentence. */
  readonly undoLast: () => Promise<string>;
}

/** Makes the hands. */
export function startHands(parts: HandsParts): StartedHands {
  const toolbox = createToolbox(builtinTools, parts.sources);
  const undo = createUndoDesk({
    audit: parts.audit,
    find: (name) => toolbox.find(name),
    conversation: () => hands.talk,
    inTurn: (touches, work) => hands.queue.run(touches, work),
    undone: (action) => parts.tell({ type: 'undone', action }),
    log: parts.log,
  });
  const context = () => ({
    ...parts.context(),
    undo,
    findTools: (words: string) => findTools(words, permittedTools(toolbox.tools(), parts.allowed())),
  });
  const hands: Hands = new Hands({
    toolbox,
    context,
    now: parts.now,
    steadyNow: parts.steadyNow,
    newId: parts.newId,
    turnNow: parts.turnNow,
    permits: (name) => name === FINDER || (parts.allowed()?.includes(name) ?? true),
    storedChoice: (tool, scope) => storedChoice(parts.settings.current.toolChoices, tool, scope),
    keepChoice: ({ name }, { scope }) => {
      const chosen = { tool: name, scope: scope?.id ?? null, scopeLabel: scope?.label ?? null } as const;
      const { toolChoices } = parts.settings.current;
      parts.settings.change({ toolChoices: withToolChoice(toolChoices, { ...chosen, choice: 'always' }) });
    },
    audit: (record) => parts.audit.note(record),
    otherSound: parts.otherSound,
    cardsChanged: parts.cardsChanged,
    settled: (key, settlement) => parts.tell({ type: 'approval-settled', key, settlement }),
    progress: (key, note) => parts.tell({ type: 'tool-progress', key, note }),
    log: parts.log,
  });
  const byThePerson = () => ({ ...context(), tainted: false, progress: () => undefined });
  return {
    toolbox,
    hands,
    undoLast: async () => {
      const last = undo.latest();
      if (!last) return 'Nothing that was done in this conversation can be taken back.';
      const result = await undo.undo(last.id, byThePerson(), new AbortController().signal);
      return result.ok ? result.say : result.error;
    },
    offered: (wanted) => offeredTools({ ...wanted, all: toolbox.tools() }).map(definitionOf),
    handlers: {
      ...auditHandlers({
        audit: parts.audit,
        undo,
        context: byThePerson,
        save: parts.save,
      }),
      'approvals.current': () => hands.cards,
      'approvals.answer': ({ id, choice }) => (hands.answer(id, choice, 'click'), undefined),
      'approvals.trust': () => (parts.tell({ type: 'trust' }), undefined),
    },
  };
}
