/** Characters a typed message may have; main refuses longer ones. */
export const MESSAGE_LIMIT = 4_000;

/** The message to send, or null when there is none or it is too long. */
export function sendable(text: string): string | null {
  const message = text.trim();
  return message && message.length <= MESSAGE_LIMIT ? message : null;
}

/** What stands in the box after a message was not taken: the message, then what was typed since. */
export function restored(message: string, since: string): string {
  return since.trim() ? `${message}\n${since}` : message;
}
