/** What is found in the text of a model. */
export interface Revealed {
  /** Text for the person. */
  readonly text: string;
  /** Whole sections that hold a tool call written as text. */
  readonly calls: readonly string[];
}

/** Sections that are not for the person, by the name of their tag. */
const TAGS: Readonly<Record<string, 'thinking' | 'call'>> = {
  think: 'thinking',
  thinking: 'thinking',
  thought: 'thinking',
  reasoning: 'thinking',
  tool_call: 'call',
};
const OPENINGS = Object.keys(TAGS).map((name) => `<${name}>`);
const CLOSINGS = Object.keys(TAGS).map((name) => `</${name}>`);

/**
 * Keeps back what a model writes between tags such as `<think>` and `</think>`, however the text was cut.
 * Servers take these sections out themselves only for models they know.
 */
export class HiddenSections {
  /** What may still become a tag. */
  private held = '';
  private inside: string | null = null;
  private hidden = '';

  push(delta: string): Revealed {
    let text = '';
    const calls: string[] = [];
    for (const character of delta) {
      if (this.inside !== null) {
        const call = this.hide(character, this.inside);
        if (call !== null) calls.push(call);
      } else text += this.show(character);
    }
    return { text, calls };
  }

  /** The text is over: what was held is text, an open call counts, open thoughts are gone. */
  end(): Revealed {
    const { held, inside, hidden } = this;
    this.held = '';
    if (inside === null) return { text: held, calls: [] };
    return { text: '', calls: TAGS[inside] === 'call' ? [hidden] : [] };
  }

  private show(character: string): string {
    const held = this.held + character;
    const tag = held.toLowerCase();
    this.held = '';
    if (OPENINGS.includes(tag)) {
      this.inside = tag.slice(1, -1);
      this.hidden = '';
      return '';
    }
    // The opening of this section was part of the prompt.
    if (CLOSINGS.includes(tag)) return '';
    if ([...OPENINGS, ...CLOSINGS].some((other) => other.startsWith(tag))) {
      this.held = held;
      return '';
    }
    if (character !== '<' || held === '<') return held;
    this.held = '<';
    return held.slice(0, -1);
  }

  private hide(character: string, name: string): string | null {
    this.hidden += character;
    const closing = `</${name}>`;
    if (!this.hidden.slice(-closing.length).toLowerCase().endsWith(closing)) return null;
    this.inside = null;
    return TAGS[name] === 'call' ? this.hidden.slice(0, -closing.length) : null;
  }
}
