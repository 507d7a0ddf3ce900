import { isIdiom } from './vocabulary/idioms';
import { isVerb } from './vocabulary/actions';

/** What somebody does by saying something. Only orders, questions and wishes ask for anything by themselves. */
export type SpeechAct = 'order' | 'question' | 'wish' | 'fragment' | 'remark' | 'statement' | 'negated';

const QUESTION =
  /^(?:what|what's|who|who's|whose|when|when's|where|where's|why|how|how's|which|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|have i|have we|has|any|anything|anybody|got any)\b/;
const WISH =
  /^(?:i|we)(?: really)? (?:need|want|wanna)\b|^(?:i|we)(?:'d| would)(?: really)? (?:need|want|like|love|appreciate)\b/;
const SUBJECT =
  /^(?:i|i'm|i've|i'd|i'll|he|he's|he'd|he'll|she|she's|she'd|she'll|it|it's|it'll|we|we're|we've|we'd|we'll|they|they're|they've|they'd|they'll|you|you're|you've|you'll|you'd|that's|there|there's|these|those|nobody|somebody|someone|everybody|everyone|everything|nothing|people|because|if|when i|while|although|in other|according|thanks|thank)\b/;
const NEGATED = /^(?:don't|do not|never|please don't|stop saying|not)\b/;
/** "On Sunday I want to ...". */
const WISH_LATER =
  /^(?:\S+ ){1,4}(?:i|we)(?:'d like|'d love| would like| want| need)\b(?! (?:you|him|her|them) (?:were|was|had)\b)/;
/** How a thing is wanted: "the bedroom should be eighteen degrees". */
const SHOULD_BE =
  /^(?:the|this|my|our|that|all|it) .*?\b(?:should|needs? to|has to|must) (?:be|go|come|stay|get)\b|^(?:i|we)(?:'d| would) rather have\b|^(?:\w+ ){0,3}should (?:be|begin|start|say|have)\b|^(?:i|we)(?:'m| am|'re| are)? (?:only want|could use|could do with|fancy|after|in the mood for|would rather have|looking for)\b/;
/** Talking to oneself: "let me think". */
const MUSING = /^(?:let (?:me|us)|let's) (?:see[,.!?]*$|think|wait|hope|face|just)\b|^let me see[,.!?]*$/;
/** Finite verbs, by which a sentence is told from a bare noun. */
const FINITE = new Set(
  (
    'is are was were am has had have does did do will would could should can might must went came got made said told saw ' +
    'took gave fell broke hit sat ran ate drank slept woke wrote spoke read left lost won kept felt thought brought bought ' +
    'caught taught knew grew flew drove rode rose sang sank rang swam began stood understood met paid sent spent built ' +
    'held heard led meant found forgot got became chose froze stole wore tore swore put cut hurt let shut owes costs ' +
    "smells tastes looks sounds seems feels works lives loves likes hates goes comes takes gives makes says isn't aren't " +
    "died lied tied wasn't weren't didn't doesn't don't won't can't couldn't hasn't haven't used needs wants never always"
  ).split(' '),
);
const PAST = /^[a-z]{3,}(?:ed)$/;
const DETERMINERS = /^(?:the|a|an|my|our|your|his|her|their|this|that|some|all|both|most|many|so|such)$/;

/** What is done by saying this, politeness and roundabout ways stripped. */
export function speechAct(plain: string): SpeechAct {
  const act = formOf(plain);
  return act === 'statement' && ABOUT_NOW.test(plain) && !PAST_TIME.test(plain) ? 'remark' : act;
}

/** What is true now and here may be meant as a hint: "there's no light in the kitchen". */
const ABOUT_NOW =
  /^(?:i|we|my|our|the|this|there|it)(?:'s|'m|'re|'ve| (?:have|has|am|are|is|can't|cannot|don't|seem|must|should|still|need|feel)|\b.{1,40}? (?:is|are|needs?|hurts?|has|have|should|doesn't|isn't))\b/i;
const PAST_TIME =
  /\b(?:was|were|had|did|didn't|wasn't|weren't|been|used to|always|never|yesterday|ago|last|he|she|they|him|because|think|said|told)\b|\b(?:so|quite|really|too) \w+ (?:in here|today|honestly)\b/i;

function formOf(plain: string): SpeechAct {
  if (/^because\b/i.test(plain)) return 'statement';
  const text = plain
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^(?:but|because|and|so|or|though|yet|plus)\s+/, '')
    .trim();
  const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
  const [first = '', second = ''] = words;
  if (NEGATED.test(text)) return 'negated';
  if (isIdiom(text) || (WISH.test(text) && /\bwith you\b/.test(text))) return 'statement';
  if (MUSING.test(text)) return 'statement';
  if (WISH.test(text) || (LEADING.test(text) && WISH_LATER.test(text))) return 'wish';
  if (
    /^[\p{L}\d ]{1,25}'s (?:ready|done|over|finished|late|here|coming|going|not|too|so|very|really|been|gone|cold|hot|empty|full|up|out|dead|broken)\b/u.test(
      text,
    ) &&
    !/^(?:what|who|where|when|how)'s/.test(text)
  )
    return 'statement';
  if (SHOULD_BE.test(text)) return 'wish';
  if (SUBJECT.test(text)) return 'statement';
  if (QUESTION.test(text)) return 'question';
  if (LEADING.test(text) && ordersLater(words)) return 'order';
  const rest = words.slice(1);
  const finite = rest.some((word) => FINITE.has(word) || (PAST.test(word) && word !== 'need'));
  if (DETERMINERS.test(first)) return finite && !asksByName(text) ? 'statement' : 'fragment';
  if (isVerb(first) && !isNounUse(first, second)) return 'order';
  if (words.length > 1 && OBJECT.test(second) && !NO_VERB.test(first) && !finite) return 'order';
  if (text.endsWith('?')) return 'question';
  return finite && words.length > 2 && !isVerb(first) ? 'statement' : 'fragment';
}

/** When or whether something shall be done, said before the order: "tomorrow at six wake me". */
const LEADING =
  /^(?:at|on|in|by|for|from|before|after|when|whenever|if|once|until|tomorrow|today|tonight|this|next|every|as soon as|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/;

/** What stands behind a verb and hardly ever behind a noun: "mow the lawn", "bin them". */
const OBJECT = /^(?:the|my|our|this|that|these|those|a|an|it|them|me|us)$/;
/** Words that no order begins with, though an object may follow. */
const NO_VERB =
  /^(?:and|or|but|in|on|at|of|for|from|to|with|by|about|after|before|since|until|as|like|than|only|just|all|both|half|even|not|also|maybe|then|so|when|while|if|because|though|once|twice|what|where|how|who|why|which|yes|no|well|oh|too|very|more|most|[a-z]+ing|[a-z]+ly|\d+)$/;

function ordersLater(words: readonly string[]): boolean {
  return words.some((word, index) => {
    const before = words[index - 1] ?? '';
    const after = words[index + 1] ?? '';
    const free =
      index > 0 &&
      index < 10 &&
      !/^(?:to|i|you|we|they|he|she|it|a|an|the|my|our|your|and|or|of|for|at|on|in|by|not|will|can|would|could|should)$/.test(
        before,
      );
    return (
      free &&
      isVerb(word) &&
      /^(?:me|the|my|a|an|us|all|every|on|off|up|down|some|it|that|this|our)$/.test(after)
    );
  });
}

/** "The file called budget" has no verb of its own. */
const asksByName = (text: string) =>
  /\b(?:called|named|titled|labelled)\b/.test(text) && !/\b(?:was|were|is|are|had|has)\b/.test(text);

/** "Play time is over" begins with no order. */
const isNounUse = (first: string, second: string) =>
  FINITE.has(second) && first !== 'note' && second !== 'read';

/** People nearby who are spoken to by name or by kinship. */
const OTHERS =
  /^(?:honey|darling|sweetheart|love|dear|mum|mom|mama|dad|daddy|papa|granny|grandma|grandpa|kids|guys|boys|girls|mate|buddy|dude|sir|madam|ladies|baby|babe|son|everybody|everyone)[,\s!]/i;

/** Whether somebody else is spoken to: "Honey, did you see my glasses?", "Peter, can you come here?". */
export function addressesOthers(text: string): boolean {
  const plain = text.trim();
  if (OTHERS.test(plain)) return true;
  const named =
    /^(\p{Lu}\p{Ll}+), (?:did|do|are|have|can|could|would|will|come|where|what|you|please|your)\b/u.exec(
      plain,
    );
  return (
    named !== null &&
    !isVerb(named[1] ?? '') &&
    !/^(?:Yes|No|Okay|Ok|Well|So|Please|Now|And|Then|Hey|Hi|Hello|Sorry|Right|Sure|Great|Oh|Actually|Also|Alright|Um|Uh|Er|Hm|Hmm|Thanks|Listen|Maybe|Perhaps)$/.test(
      named[1] ?? '',
    )
  );
}
