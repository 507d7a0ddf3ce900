import { app } from 'electron';
import type { Conversation } from './conversation/conversation';
import type { Processes } from './processes/start-processes';
import type { VoicePreview } from './profiles/voice-preview';
import type { Mcp } from './tools/mcp/start-mcp';

/** How long a quit waits for the service's goodbye (protocol.md section 2.9). */
const GOODBYE_MS = 1_500;

/** Lets a quit wait until the talk has said goodbye and all that is kept is written; then ends the processes. */
export function quitPolitely(
  conversation: Conversation,
  preview: VoicePreview,
  /** What is written as things happen: history and audit log. */
  kept: readonly { close(): Promise<void> }[],
  processes: Processes,
  mcp: Mcp,
): void {
  let saidGoodbye = false;
  app.on('before-quit', (event) => {
    if (saidGoodbye) return;
    event.preventDefault();
    saidGoodbye = true;
    void Promise.all([conversation.endWithin(GOODBYE_MS), preview.stop(), mcp.close()])
      .then(() => Promise.all(kept.map((file) => file.close())))
      .then(() => app.quit());
  });
  app.on('will-quit', () => {
    mcp.kill();
    processes.localAgent.stop();
    processes.speech.stop();
  });
  app.on('window-all-closed', () => app.quit());
}
