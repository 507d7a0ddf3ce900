import type { PlainRequest } from './choosing/choose';
import { isIdiom } from './vocabulary/idioms';
import { plainly } from './politeness';
import { speechAct, type SpeechAct } from './speech-act';

interface Clause {
  readonly text: string;
  readonly act: SpeechAct;
}

/**
 * What is asked for in words that may tell other things as well: "It's too dark in here, switch the light on".
 * What is told before becomes the object of "it": "We need three packs of coffee, put them in the basket".
 */
export function plainRequestOf(clear: string): PlainRequest {
  const clauses = clausesOf(clear);
  const whole = asOne(clear, clauses);
  if (clauses.length < 2) return whole;
  const asks = decisive(clauses.filter(({ act }) => act === 'order' || act === 'question'));
  const hints = clauses.filter(({ act }) => act === 'fragment');
  const main = asks.length > 0 ? [...asks, ...hints] : hints;
  const told = clauses.filter((clause) => !main.includes(clause));
  if (main.length === 0 || told.length === 0) return whole;
  // A fragment beside a statement asks for something only when it comes last: "..., movie night please".
  const last = clauses.at(-1);
  if (asks.length === 0 && (!last || !main.includes(last) || last.text.split(' ').length > 5)) return whole;
  const ordered = clauses.filter((clause) => main.includes(clause));
  const object = objectBefore(clauses, ordered[0]);
  const text = ordered.map((clause) => clause.text).join('. ');
  return {
    text: object === null ? text : aboutObject(text, object),
    said: asks.length > 0 ? clear : text,
    around: told.map((clause) => clause.text).join('. '),
    act: asks[0]?.act ?? 'fragment',
  };
}

/** "Got any reggae? Play that." asks for the second only. */
function decisive(asks: readonly Clause[]): readonly Clause[] {
  const last = asks.at(-1);
  const answers = last?.act === 'order' && asks.length > 1 && PRONOUN.test(last.text);
  return answers && asks.some(({ act }) => act === 'question') ? [last] : asks;
}

const SOMEBODY = /\b(?:him|her)\b/i;

/** "Do it" stands for all that was told, "add it" for its object. */
function aboutObject(text: string, object: string): string {
  const person = /(?<=\S\s)(?:Uncle |Aunt |Doctor |Dr |Mr |Mrs )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/u.exec(
    object,
  )?.[0];
  if (person !== undefined && SOMEBODY.test(text)) return text.replace(SOMEBODY, () => person);
  if (/\bremind (?:me|us)[.!?]*$/i.test(text)) return `${text.replace(/[.!?]+$/, '')} to ${object}`;
  return /^do (?:it|that)\b/i.test(text) ? object : text.replace(PRONOUN, () => object);
}

/** A pronoun that stands for what was told before: "add that", "put some in the cart", "order one". */
const PRONOUN =
  /\b(?:it|them|that one|this one|that|this|those|these|(?:some|one)(?= (?:in|on|to|into|onto|from|for)\b|[.!?]*$))(?!')\b/i;

function asOne(clear: string, clauses: readonly Clause[]): PlainRequest {
  const text = plainly(clear);
  if (isIdiom(clear)) return { text, said: text, around: '', act: 'statement' };
  const acts = clauses.map(({ act }) => act);
  const own = speechAct(text);
  const asked = acts.find((act) => act === 'order' || act === 'question');
  // "My list needs one more item: milk" tells a value.
  if ((own === 'statement' || own === 'remark') && /:\s+\S/.test(text))
    return { text, said: text, around: '', act: 'fragment' };
  const act =
    speechAct(clear) === 'wish'
      ? 'wish'
      : own === 'fragment' || own === 'statement' || own === 'remark'
        ? (asked ?? (own !== 'fragment' && POLITE.test(clear) ? 'wish' : own))
        : own;
  return { text, said: text, around: '', act };
}

/** "Could I have the contract printed" asks, whatever form is left without the politeness. */
const POLITE = /^(?:could|can|may|might|would) (?:i|we|you)\b|^(?:i|we)(?:'d| would) (?:like|love)\b/i;

function clausesOf(plain: string): readonly Clause[] {
  const found: Clause[] = [];
  for (const sentence of plain.split(/(?<=[.!?;])\s+/)) {
    const parts = sentence.split(/,\s+|\s+(?=because\b)/);
    let open = '';
    let first = 0;
    parts.forEach((part, index) => {
      open = open === '' ? part : `${open}, ${part}`;
      const next = parts[index + 1];
      // A comma parts what is told from what is asked for; it does not part a message or a list.
      const apart = next === undefined || tells(actOf(open)) !== tells(actOf(next));
      if (!apart || (next !== undefined && takesTheRest(open))) return;
      found.push({
        text: actOf(open) === 'wish' ? open : plainly(open),
        act:
          parts
            .slice(first, index + 1)
            .map(actOf)
            .find(asksFor) ?? actOf(open),
      });
      first = index + 1;
      open = '';
    });
  }
  return found;
}

/** "I need coffee" stays a wish, though politeness is stripped from orders. */
const actOf = (said: string) => (speechAct(said) === 'wish' ? 'wish' : speechAct(plainly(said)));
const asksFor = (act: SpeechAct) => act === 'order' || act === 'question';
const tells = (act: SpeechAct) =>
  act === 'statement' || act === 'remark' || act === 'wish' || act === 'negated';
const takesTheRest = (text: string) =>
  text.includes(':') ||
  (/\b(?:saying|says|that|reading)\b/i.test(text) && speechAct(plainly(text)) === 'order');

/** What a statement or wish is about, by the way it begins. */
const OBJECTS: readonly RegExp[] = [
  /^(?:never mind|forget(?: about)?) (.+)$/i,
  /^(?:got|do you have|have you got|is there|are there)(?: any| some| an?)? (.+)$/i,
  /\b(?:i|we) (?:can't|cannot|won't) (?:make it to|come to|attend|make|go to|find) (.+)$/i,
  /\b(?:i|we)(?:'ve| have)? (?:no longer|already|just|still|finally|really|also) (?:need|want|bought|paid|called|did|did the|sent|fixed|cleaned|use|have|like) (.+)$/i,
  /\b(?:i|we) (?:didn't|did not|haven't|have not|forgot to) (.+)$/i,
  /\b(?:i|we) (?:once )?(?:lost|misplaced|wrote|mentioned|saved|made|noted|put down) (.+?)(?: (?:once|somewhere|yesterday|before))?$/i,
  /\b(?:i|we)(?:'ve| have)? (?:just |already )?(?:finished|done|completed) (.+)$/i,
  /\b(?:i|we) (?:don't|do not) (?:need|want|like) (.+?)(?: any ?more| anymore| any longer)?$/i,
  /\b(?:i|we) (?:still |really |also )?(?:have|need|want|'ve got|have got|must|should|ought|had better)(?:'ve got)? to (.+)$/i,
  /\b(?:i|we)(?:'ve got to|'d like to|'m going to| am going to| will|'ll| must| should) (.+)$/i,
  /\b(?:i|we)(?: still| really| also)?(?:'d like| would like| need| want| have|'ve got| have got| got|'m looking for|'m out of|'re out of| are out of| could use| could do with|'ve run out of|'m|'re)(?: enough| no more)? (.+)$/i,
  /^there(?:'s| is| are)(?: no more| no| enough)? (.+?)(?: left)?$/i,
  /^(.+?) (?:is|are) (?:off|cancelled|canceled|over|done|finished|ready|due|empty|gone|broken)$/i,
  /^(?:my|the|our|that|this) (.+?) (?:is|are|was|were|has|have|isn't|aren't|will|won't|doesn't|can't|needs?) .+$/i,
];

function objectBefore(clauses: readonly Clause[], first: Clause | undefined): string | null {
  const before = clauses.slice(
    0,
    Math.max(
      0,
      clauses.findIndex((clause) => clause === first),
    ),
  );
  for (const { text, act } of [...before].reverse()) {
    if (act === 'order' || act === 'fragment') continue;
    const plain = text.replace(/[.!?,;]+$/, '');
    for (const pattern of OBJECTS) {
      const found = pattern.exec(plain);
      // "Tomorrow I have to pay" is about paying tomorrow.
      if (found?.[1] !== undefined) return `${found[1]} ${plain.slice(0, found.index)}`.trim();
    }
    if (act === 'wish') return plain;
  }
  return null;
}

/** Parts that may be requests of their own, joined by "and", "then", a comma or a full stop. */
export function partsOf(text: string): readonly string[] {
  return text
    .split(
      /(?:,\s*|\s+)(?:and then|and also|and|then|also|plus)\s+|[.!?;]\s+(?=\S)|,\s+(?=(?:what|when|where|how|who)\b)/iu,
    )
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
