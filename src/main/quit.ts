import { app } from 'electron';
import type { Conversation } from './conversation/conversation';
import type { History } from './history/history';
import type { Processes } from './processes/start-processes';
import type { VoicePreview } from './profiles/voice-preview';
import type { Mcp } from './tools/mcp/start-mcp';

/** How long a quit waits for the service's goodbye (protocol.md section 2.9). */
const GOODBYE_MS = 1_500;

/** Lets a quit wait until the talk has said goodbye and the history is written; then ends the processes. */
export function quitPolitely(
  conversation: Conversation,
  preview: VoicePreview,
  history: History,
  processes: Processes,
  mcp: Mcp,
): void {
  let saidGoodbye = false;
  app.on('before-quit', (event) => {
    if (saidGoodbye) return;
    event.preventDefault();
    saidGoodbye = true;
    void Promise.all([conversation.endWithin(GOODBYE_MS), preview.stop(), mcp.close()])
      .then(() => history.close())
      .then(() => app.quit());
  });
  app.on('will-quit', () => {
    mcp.kill();
    processes.localAgent.stop();
    processes.speech.stop();
  });
  app.on('window-all-closed', () => app.quit());
}
