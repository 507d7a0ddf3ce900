import type {
  AudioEvents,
  AudioPageRequests,
  OverlayEvents,
  OverlayRequests,
  WindowEvents,
  WindowRequests,
} from './index';

/**
 * The names the preloads let through. Kept apart from the schemas, which would make a preload ten times as
 * large; the types hold each list complete.
 */
const listOf = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[];

/** What a window may ask for. */
export const windowRequestNames = listOf<keyof WindowRequests>({
  'conversation.start': true,
  'conversation.end': true,
  'conversation.mute': true,
  'conversation.stopSpeaking': true,
  'conversation.send': true,
  'conversation.dismissNotice': true,
  'conversation.stay': true,
  'conversation.useLocalAgent': true,
  'conversation.applyRule': true,
  'conversation.current': true,
  'history.list': true,
  'history.read': true,
  'history.latencies': true,
  'history.rename': true,
  'history.delete': true,
  'history.deleteAll': true,
  'history.export': true,
  'history.copyDiagnostics': true,
  'history.digest': true,
  'history.stopDigest': true,
  'history.continue': true,
  'tools.list': true,
  'voice.play': true,
  'voice.stop': true,
  'settings.get': true,
  'settings.change': true,
  'profile.change': true,
  'key.status': true,
  'key.save': true,
  'key.forget': true,
  'key.check': true,
  'languageModelKey.status': true,
  'languageModelKey.save': true,
  'languageModelKey.forget': true,
  'languageModel.check': true,
  'agents.overview': true,
  'agents.read': true,
  'agents.create': true,
  'agents.update': true,
  'agents.delete': true,
  'agents.testTool': true,
  'agents.copy': true,
  'approvals.current': true,
  'approvals.answer': true,
  'approvals.trust': true,
  'audit.search': true,
  'audit.export': true,
  'audit.clear': true,
  'undo.action': true,
  'grants.add': true,
  'grants.remove': true,
  'cost.totals': true,
  'mcp.servers': true,
  'mcp.save': true,
  'mcp.paste': true,
  'mcp.remove': true,
  'mcp.enable': true,
  'mcp.restart': true,
  'mcp.log': true,
  'mcp.classify': true,
  'mcp.signIn': true,
  'mcp.signOut': true,
  'mcp.importSources': true,
  'mcp.importList': true,
  'mcp.importTake': true,
  'reminders.current': true,
  'reminders.dismiss': true,
  'reminders.snooze': true,
  'reminders.cancel': true,
  'commands.save': true,
  'commands.remove': true,
  'commands.chooseProgram': true,
  'updates.current': true,
  'updates.look': true,
  'updates.fetch': true,
  'updates.restart': true,
  'wakeWord.current': true,
  'wakeWord.record': true,
  'wakeWord.cancel': true,
  'wakeWord.enrol': true,
  'wakeWord.forget': true,
  'wakeWord.test': true,
  'window.kept': true,
  'window.keep': true,
  'presence.start': true,
  'presence.setAtLogin': true,
  'presence.quit': true,
  'overlay.ability': true,
});

/** What a window is told. */
export const windowEventNames = listOf<keyof WindowEvents>({
  'conversation.snapshot': true,
  'conversation.entry': true,
  'conversation.cleared': true,
  'conversation.levels': true,
  'history.changed': true,
  'history.digesting': true,
  'settings.changed': true,
  'key.changed': true,
  'languageModelKey.changed': true,
  'cost.changed': true,
  'reminders.changed': true,
  'approvals.changed': true,
  'mcp.changed': true,
  'audit.changed': true,
  'updates.changed': true,
  'wakeWord.changed': true,
  'wakeWord.level': true,
  'wakeWord.tried': true,
  'presence.openSettings': true,
});

/** What the overlay may ask for. */
export const overlayRequestNames = listOf<keyof OverlayRequests>({
  'conversation.current': true,
  'conversation.end': true,
  'conversation.stopSpeaking': true,
  'approvals.current': true,
  'approvals.answer': true,
  'overlay.sized': true,
  'overlay.pointer': true,
  'overlay.painted': true,
  'overlay.openWindow': true,
  'overlay.look': true,
});

/** What the overlay is told. */
export const overlayEventNames = listOf<keyof OverlayEvents>({
  'conversation.snapshot': true,
  'conversation.entry': true,
  'conversation.cleared': true,
  'conversation.levels': true,
  'approvals.changed': true,
  'overlay.shown': true,
});

/** What the audio page may ask for. */
export const audioRequestNames = listOf<keyof AudioPageRequests>({
  'audio.report': true,
  'audio.ready': true,
});

/** What the audio page is told. */
export const audioEventNames = listOf<keyof AudioEvents>({
  'audio.open': true,
  'audio.change': true,
  'audio.close': true,
});
