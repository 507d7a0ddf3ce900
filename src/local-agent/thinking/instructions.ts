import type { ThoughtRequest } from './types';

/** What a client's instructions ask for: words to say, or something to be answered like a request. */
export type InstructedAnswer = { readonly kind: 'say' | 'request'; readonly text: string };

/** Longest instruction that is looked at. */
const LONGEST = 8_000;

/**
 * Reads `reply.create.instructions` (protocol.md section 3.6): "Say exactly: ..." is said word for word,
 * `The user typed: "..." Answer it.` is answered as if it had been spoken, "Tell the user that ..." is told.
 */
export function answerInstructions(instructions: string | null, request: ThoughtRequest): InstructedAnswer {
  if (instructions === null || instructions.trim() === '') return answerAsItStands(request);
  const text = instructions.slice(0, LONGEST).trim();
  const exact = /^(?:please )?say (?:exactly|verbatim|word for word)(?: this)?\s*[:,]?\s*([\s\S]+)$/i.exec(
    text,
  );
  if (exact?.[1]) return { kind: 'say', text: unquote(exact[1]) };
  const typed = typedWords(text);
  if (typed !== null) return { kind: 'request', text: typed };
  const told =
    /^(?:please )?(?:tell|inform|let|remind|warn) (?:the )?(?:user|person|them)(?: know)?(?: that)?[\s:,]+([\s\S]+)$/i.exec(
      text,
    );
  if (told?.[1]) return { kind: 'say', text: asSentence(told[1]) };
  const said = /^(?:please )?say(?: briefly)?(?: that)?[\s:]+([\s\S]+)$/i.exec(text);
  if (said?.[1]) return { kind: 'say', text: asSentence(said[1]) };
  if (/^(?:greet|welcome)\b/i.test(text)) return { kind: 'say', text: request.greeting || 'Hello.' };
  return { kind: 'request', text };
}

/** The words that instructions say the person typed, or null: a typed request has no message of its own. */
export function typedWords(instructions: string): string | null {
  const typed =
    /^(?:the )?(?:user|person)(?: has)? (?:just )?(?:typed|wrote|asked|said)\s*:?\s*([\s\S]+)$/i.exec(
      instructions.slice(0, LONGEST).trim(),
    );
  if (!typed?.[1]) return null;
  return unquote(
    typed[1].replace(/\s*(?:please )?(?:answer|reply to|respond to) (?:it|this|that|them)\.?\s*$/i, ''),
  );
}

/** Without instructions: answers the last thing the person said if nobody did. */
function answerAsItStands({ history, greeting }: ThoughtRequest): InstructedAnswer {
  const last = history.at(-1);
  if (last?.role === 'user') return { kind: 'request', text: last.text };
  const spoken = history.some(({ role }) => role === 'agent');
  return {
    kind: 'say',
    text: spoken ? 'Is there anything else?' : greeting || 'Hello. What can I do for you?',
  };
}

function unquote(text: string): string {
  const plain = text.trim();
  try {
    const value: unknown = JSON.parse(plain);
    if (typeof value === 'string') return value.trim();
  } catch {
    // Not a JSON text: quoted by hand, or not at all.
  }
  return (/^["“'«]([\s\S]*)["”'»]\.?$/.exec(plain)?.[1] ?? plain).trim();
}

/** Drops what is said about the manner, and speaks of itself as "I". */
function asSentence(text: string): string {
  const plain = unquote(text)
    .replace(
      /[,;]?\s*(?:in (?:one|a|two) (?:short |brief )?sentences?|briefly|shortly|in a few words)\s*\.?$/i,
      '',
    )
    .replace(/\byou are\b/gi, 'I am')
    .replace(/\band continue\b\.?$/i, '')
    .trim();
  const first = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
