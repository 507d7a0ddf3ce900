import { tokens } from '../../shared/vocabulary/words';
import { describeTools } from './describe';
import type { Memory, OfferedTool } from './types';

/** What small talk may draw on. */
export interface SmallTalkContext {
  readonly agentName: string;
  readonly greeting: string;
  readonly tools: readonly OfferedTool[];
  readonly memory: Memory;
}

type Answer = (context: SmallTalkContext) => string | null;

/** What can be answered without any tool. The whole request must match, so that no order is swallowed. */
const TALK: readonly (readonly [RegExp, Answer])[] = [
  [
    /^(?:stop|stop it|stop talking|be quiet|quiet|silence|shut up|enough|that's enough|hush|pause|hold on|hang on|(?:hold|hang) on a (?:second|minute|moment)|wait(?: a (?:second|minute|moment))?|just a (?:second|minute|moment)|one (?:second|moment))$/,
    () => '',
  ],
  [
    /^(?:never mind|nevermind|forget it|forget about it|cancel|cancel that|nothing|no never mind|leave it|drop it)$/,
    () => 'All right.',
  ],
  [
    /^(?:hello|hi|hey|hello there|hi there|hey there|good (?:morning|afternoon|evening|day)|greetings)$/,
    ({ agentName }) =>
      agentName ? `Hello, ${agentName} here. What can I do for you?` : 'Hello. What can I do for you?',
  ],
  [
    /^(?:(?:ok |okay |great |perfect |good |no )?(?:thanks|thank you|thank you (?:very|so) much|thanks a lot|many thanks|cheers)(?: that's (?:all|it|great|good))?|that's (?:all|it|great|perfect|good))$/,
    () => "You're welcome.",
  ],
  [
    /^(?:ok|okay|alright|all right|good|great|fine|perfect|cool|nice|very good|got it|i see|yes|yeah|yep|no|nope)$/,
    () => 'Okay.',
  ],
  [/^(?:bye|goodbye|bye bye|good night|see you|see you later|talk to you later)$/, () => 'Goodbye.'],
  [
    /^(?:how are you(?: doing)?(?: today)?|how's it going|how do you do)$/,
    () => "I'm well, thank you. What can I do for you?",
  ],
  [
    /^(?:who are you|what are you|what(?:'s| is) your name|introduce yourself|what should i call you)$/,
    ({ agentName }) =>
      agentName
        ? `I'm ${agentName}, an assistant that runs on this computer.`
        : "I'm an assistant that runs on this computer.",
  ],
  [
    /^(?:what (?:else )?can you do(?: for me)?|what do you do|help|help me|how can you help(?: me)?|what are your (?:skills|abilities|tools)|what can i (?:say|ask)(?: you)?)$/,
    ({ tools }) => whatICan(tools),
  ],
  [
    /^(?:(?:can|could|would) you )?(?:(?:say|repeat) (?:that|it)(?: again)?|repeat(?: please)?|pardon(?: me)?|what did you (?:say|just say)|come again|what was that|say again|once more|sorry what)$/,
    ({ memory }) => memory.lastSaid || "I haven't said anything yet.",
  ],
  [
    /^(?:are you (?:there|listening|still there|awake)|can you hear me|do you hear me|testing|test|hello are you there)$/,
    () => "Yes, I'm listening.",
  ],
  [/^(?:sorry|i'm sorry|my mistake|oops|excuse me)$/, () => 'No problem.'],
  [
    /^(?:are you (?:a )?(?:human|real|a robot|robot|an ai|a machine|real person))$/,
    () => "I'm a program that runs on this computer.",
  ],
];

/**
 * The answer to small talk, or null when the request is something else. An empty answer means: say nothing.
 */
export function smallTalk(request: string, context: SmallTalkContext): string | null {
  const name = context.agentName.toLowerCase();
  let plain = request
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (name !== '') plain = plain.replace(new RegExp(`\\s+${name.replace(/[^\p{L}\p{N} ]/gu, '')}$`, 'u'), '');
  // "Pause" is for the tool of that name, if there is one.
  if (plain !== 'stop' && context.tools.some(({ name: tool }) => tokens(tool).includes(plain))) return null;
  const polite = plain.replace(/^please | please$/g, '');
  for (const [pattern, answer] of TALK) {
    if (pattern.test(polite)) return answer(context);
  }
  return null;
}

/** What the offered tools can do, in a sentence or two. */
export function whatICan(tools: readonly OfferedTool[]): string {
  const abilities = describeTools(tools);
  return abilities === ''
    ? 'I can chat a little, but I was given no tools to work with.'
    : `I can ${abilities}.`;
}
