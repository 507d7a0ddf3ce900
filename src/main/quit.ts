import { app } from 'electron';
import type { Conversation } from './conversation/conversation';
import type { Processes } from './processes/start-processes';
import type { VoicePreview } from './profiles/voice-preview';
import type { Mcp } from './tools/mcp/start-mcp';

/** How long a quit waits for the service's goodbye (protocol.md section 2.9). */
const GOODBYE_MS = 1_500;
/** A window whose page is only just starting may never close, and would keep the app. */
const WINDOWS_MS = 1_000;

/**
 * Lets a quit wait until the talk has said goodbye and all that is kept is written; then ends the processes. Returns
 * the goodbye on its own, after which a quit does not wait any more.
 */
export function quitPolitely(
  conversation: Conversation,
  preview: VoicePreview,
  /** What is written as things happen: history and audit log. */
  kept: readonly { close(): Promise<void> }[],
  processes: Processes,
  mcp: Mcp,
): () => Promise<void> {
  let saidGoodbye = false;
  const sayGoodbye = async () => {
    saidGoodbye = true;
    await Promise.all([conversation.endWithin(GOODBYE_MS), preview.stop(), mcp.close()]);
    await Promise.all(kept.map((file) => file.close()));
  };
  const endProcesses = () => {
    mcp.kill();
    processes.localAgent.stop();
    processes.speech.stop();
  };
  app.on('before-quit', (event) => {
    if (saidGoodbye) return;
    event.preventDefault();
    void sayGoodbye().then(() => {
      app.quit();
      setTimeout(() => {
        endProcesses();
        app.exit();
      }, WINDOWS_MS);
    });
  });
  app.on('will-quit', endProcesses);
  // Without a listener Electron quits; Parley lives on in the tray.
  app.on('window-all-closed', () => undefined);
  return sayGoodbye;
}
