/** One event of a stream of server-sent events. `name` is empty when the server gave none. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/**
 * Takes a stream of server-sent events apart (WHATWG HTML, section 9.2), however its bytes were cut. Two additions:
 * an event that ends with the stream instead of an empty line counts, and so does the field `error`, which llama.cpp
 * used before September 2025.
 */
export class EventStreamParser {
  private readonly decoder = new TextDecoder();
  private line = '';
  private afterReturn = false;
  private name = '';
  private data: string[] = [];

  /** The events that are complete with these bytes. */
  push(bytes: Uint8Array): readonly StreamEvent[] {
    return this.take(this.decoder.decode(bytes, { stream: true }));
  }

  /** The stream is over: what was left open is an event too. */
  end(): readonly StreamEvent[] {
    return this.take(`${this.decoder.decode()}\n\n`);
  }

  private take(text: string): readonly StreamEvent[] {
    const events: StreamEvent[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at];
      const secondOfPair = character === '\n' && this.afterReturn;
      this.afterReturn = character === '\r';
      if (secondOfPair) from = at + 1;
      else if (character === '\n' || character === '\r') {
        events.push(...this.endLine(this.line + text.slice(from, at)));
        this.line = '';
        from = at + 1;
      }
    }
    this.line += text.slice(from);
    return events;
  }

  private endLine(line: string): readonly StreamEvent[] {
    if (line === '') return this.endEvent();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.name = value;
    if (field === 'error') {
      this.name = 'error';
      this.data.push(value);
    }
    return [];
  }

  private endEvent(): readonly StreamEvent[] {
    const { name, data } = this;
    this.name = '';
    this.data = [];
    return data.length === 0 ? [] : [{ name, data: data.join('\n') }];
  }
}
