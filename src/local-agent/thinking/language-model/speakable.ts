import { splitClauses } from '../../speaking/clauses';

/** Markup that is open for longer than this is taken as text. */
const LONGEST_MARKUP = 300;

/**
 * Turns a model's text into clauses that can be spoken, as it comes in: no Markdown, no addresses, no code blocks.
 * What comes out depends on the text alone and not on how it was cut.
 */
export class SpeakableText {
  /** Text since the last place where all markup was closed. */
  private open = '';
  private lineStart = true;
  private inCode = false;
  private listNumber = 0;
  /** Spoken text whose last clause may go on. */
  private ready = '';

  /** The clauses that are complete with this text. */
  push(delta: string): readonly string[] {
    const clauses: string[] = [];
    for (const character of delta) {
      if (/\s/.test(character)) {
        this.space(character === '\n' || character === '\r');
        clauses.push(...this.complete());
      } else this.open += character;
    }
    return clauses;
  }

  /** The text is over: the clauses that are left. */
  end(): readonly string[] {
    this.space(true);
    const clauses = splitClauses(this.ready);
    this.ready = '';
    return clauses;
  }

  /** All but the last, which may still grow or take in the next word. */
  private complete(): readonly string[] {
    const clauses = splitClauses(this.ready);
    if (clauses.length < 2) return [];
    this.ready = `${clauses.at(-1) ?? ''} `;
    return clauses.slice(0, -1);
  }

  private space(lineEnds: boolean): void {
    const mayClose = lineEnds || isClosed(this.open) || this.open.length > LONGEST_MARKUP;
    if (!mayClose) {
      this.open += ' ';
      return;
    }
    const chunk = this.open;
    this.open = '';
    if (chunk !== '') this.take(chunk, lineEnds);
    if (!lineEnds) return;
    // A heading or an entry of a list is a sentence of its own to the ear.
    if (!this.lineStart && /[\p{L}\p{N}]\s*$/u.test(this.ready)) this.ready = `${this.ready.trimEnd()}. `;
    this.lineStart = true;
  }

  private take(chunk: string, lineEnds: boolean): void {
    const first = this.lineStart;
    if (first && chunk.startsWith('```')) {
      this.inCode = !this.inCode;
      return;
    }
    if (this.inCode) return;
    if (first && !lineEnds && this.isListMark(chunk)) return;
    const spoken = speakable(chunk);
    if (spoken === '') return;
    this.lineStart = false;
    this.ready += `${spoken} `;
  }

  /** Marks of lists, headings and quotations. A number counts only where a list would have it. */
  private isListMark(chunk: string): boolean {
    if (/^(?:[-*+•]|#{1,6}|>+)$/.test(chunk)) return true;
    const number = /^(\d{1,3})[.)]$/.exec(chunk)?.[1];
    if (number === undefined || Number(number) !== this.listNumber + 1) return false;
    this.listNumber += 1;
    return true;
  }
}

/** Whether no link and no tag is open at the end of this text. */
function isClosed(text: string): boolean {
  return !/\[[^\]]*$|\]\([^)]*$|<[a-z/][^<>]*$/i.test(text);
}

/** One piece of Markdown without open links or tags, as words. Empty when nothing is left to say. */
function speakable(markdown: string): string {
  return markdown
    .replace(/<\|[^|<>]*\|>/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<?(?:https?|ftp):\/\/([^\s<>)\]/]+)[^\s<>)\]]*>?/gi, hostOnly)
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, ' ')
    .replace(/\\[()[\]]/g, ' ')
    .replace(/\\([*_#`~>|\\-])/g, '$1')
    .replace(/(^|\s)(?:[|:_#>~=*-]{2,}|[|_#>~])(?=\s|$)/g, '$1')
    .replace(/`+|~~|\*{2,}/g, '')
    .replace(/(^|\s)\*(?=\s|$)/g, '$1times')
    .replace(/(^|[\s("'])[*_]+(?=\S)/g, '$1')
    .replace(/(\S)[*_]+(?=[\s.,;:!?)"']|$)/g, '$1')
    .replace(/(?![©®™])[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function hostOnly(address: string, host: string): string {
  const end = /[.,;:!?]$/.exec(address)?.[0] ?? '';
  return host.replace(/^www\./i, '').replace(/[.,;:!?]$/, '') + end;
}
