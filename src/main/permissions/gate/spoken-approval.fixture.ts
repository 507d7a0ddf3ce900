import type { SpokenQuestion } from './spoken-approval';

const notes: SpokenQuestion = { verbs: ['open', 'show'], question: 'Shall I open notes.txt?' };
const budget: SpokenQuestion = { verbs: ['move'], question: 'Shall I move budget.txt to Archive?' };
const firefox: SpokenQuestion = { verbs: ['start', 'open'], question: 'Shall I start Firefox?' };
const copying: SpokenQuestion = { verbs: ['copy'], question: 'Shall I copy report.pdf to Backup?' };
const front: SpokenQuestion = { verbs: ['bring to front'], question: 'Shall I bring Terminal to the front?' };
export const cards = { notes, budget, firefox, copying, front };

/** Sentences, parted by bars. */
const said = (list: string): readonly string[] =>
  list.split('|').map((sentence) => sentence.trim().replace(/\s+/gu, ' '));

type ByCard = readonly (readonly [keyof typeof cards, readonly string[]])[];

/** What approves a card. */
export const approving: ByCard = [
  [
    'notes',
    said(`open it | Open it. | Yes, open it. | open it please | Please open it. | Yes. Do it. | do it | Okay, do
it now. | go ahead | Yeah, go ahead. | Go ahead and open it. | go ahead, open it please | approve |
Approved. | I approve. | Yes, I approve it. | run it | Sure, open the notes. | Yes, open notes dot txt.
| yes please open notes | open the file | Open it up. | Show it, please. | You can open it. | Um, yes,
open it, thank you. | Parley, open it. | Have it opened. | Yes, open. | Allow it. | Proceed. | OPEN IT!
| open this one`),
  ],
  [
    'budget',
    said(`move it | go ahead and move it | Yes, move it to archive. | Go ahead and move the budget to the archive,
please. | Okay move budget.txt | get it moved | I want it moved. | do that`),
  ],
  [
    'firefox',
    said(`start it | Yes, open Firefox. | start it up | Go ahead and start Firefox. | open it now`),
  ],
  ['copying', said(`copy it | yes copy the report to backup | copy the file`)],
  ['front', said(`bring it to front | bring it to the front | yes, bring terminal to the front please`)],
];

/** What a microphone hears that is no approval of the card; of the person, of others, of a television. */
export const misheard: Readonly<Record<string, ByCard>> = {
  'assent alone': [
    [
      'notes',
      said(`yes | Yeah. | yep | ok | Okay. | sure | Sure, okay. | yes yes yes | All right. | of course | yes please
| Absolutely. | uh | fine | Right. | mm-hmm | uh-huh | sounds good | great | why not | I guess so |
perfect | thank you`),
    ],
  ],
  negations: [
    [
      'notes',
      said(`don't open it | No, don't. | no | Not now. | open it later | Wait, open it. | do it, no, wait | never do
that | Stop. | cancel | hold on, open it | yes but not that one | I can't open it | do not open it |
please do not go ahead | Don't do it. | dont do it | go ahead and cancel it | go ahead and stop it | you
can't open it | we shouldn't run it | nope, open the other one | open it not | leave it | forget it |
Nevermind, open it. | Hang on. Do it. | yes, abort it | cannot approve | I do not approve. | approve
nothing | open it without me | disapprove | stop it, do it | do it never | no open it | skip it, go
ahead`),
    ],
    ['budget', said(`don’t move it | do not move it | Don't move! | move it? no | you must not move it`)],
  ],
  'homophones of a negation': [
    [
      'notes',
      said(`know open it | weight open it | knot now | open it knot | nah open it | dough it | due it`),
    ],
  ],
  questions: [
    [
      'notes',
      said(`Should I open it? | should I open it | open it? | Do it? | what happens if you open it | did you open it
| Did you do it? | can you open it | Could you open it please? | will it open | who approved it | why do
it | when do you open it | is it open | do you approve | are you going to do it | what is it | how do I
open it`),
    ],
  ],
  'reported and quoted speech': [
    [
      'notes',
      said(`he said open it | She told me to open it. | the button says go ahead | It says “open it”. | and then he
said "do it" | the manual says run it | they approved it yesterday | my boss wants me to approve it |
they call it go ahead | the sign reads open it | someone wrote do it`),
    ],
  ],
  'conditions and times': [
    [
      'notes',
      said(`if I say open it | open it if it is safe | open it tomorrow | do it after lunch | open it when I am back
| maybe open it | perhaps do it | I would open it | do it in an hour | open it once I approve | before
you do it tell me more | in case I approve it`),
    ],
  ],
  'something else': [
    [
      'notes',
      said(`open the window in the kitchen | open the window | Open the door, please. | open Firefox | open the
folder | delete it | move it | run it by me | open it in Firefox | open notes and recipes | show me the
weather | show me | go ahead and delete everything | go ahead and open the browser | do the dishes | do
it again | do it yourself | open txt notes | open them all | what time is it | set a timer for ten
minutes | find my budget | read it to me | open a new tab | play the music | yes open the pod bay doors`),
    ],
    [
      'budget',
      said(`move archive to budget | move it to downloads | Go ahead and move it to the trash. | move on | move over
| move along please | copy it to archive | move the sofa | open it | budget archive`),
    ],
    ['firefox', said(`open the file | start over | start with the kitchen | open notes | start Thunderbird`)],
    ['copying', said(`Copy that. | copy that, over | roger, copy that | do you copy | copy cat`)],
    ['front', said(`bring it | bring it on | bring it back | bring me a coffee | to the front`)],
  ],
  fragments: [
    [
      'notes',
      said(` |     | ... | open | it | open the | open my | go | ahead | do | open it and | op | go ahead and | yes,
op- | open it - | open it… | you can | the file | notes | please now`),
    ],
    ['budget', said(`move | move it to | move it to the | move to archive and | to archive`)],
  ],
  'the question as an echo': [
    [
      'notes',
      said(`Shall I open notes dot txt? | shall I open notes dot txt | shall i open notes txt | I open notes dot txt
| open notes dot txt | Open notes.txt. | open notes | notes dot txt | all I open notes dot txt | shall I
open`),
    ],
    [
      'budget',
      said(
        `shall I move budget dot txt to archive | move budget to archive | move budget dot txt | to archive`,
      ),
    ],
    ['firefox', said(`Shall I start Firefox | start Firefox | start Firefox?`)],
  ],
  'television and other people': [
    [
      'notes',
      said(`go ahead make my day | you can do it | just do it | Go ahead, caller, you are on the air. | they do it
every year and nobody minds at all | do it like they do on the Discovery Channel | the shop is open | we
are open until nine | open your books on page ten | Open up, police! | open up | open sesame | it is an
open question | I do | he is going to do it | yes we can | the committee approved the plan this morning
| opened it | opening it | it opens | come on, do it | let's do it | so let it be done | run it back |
run for it | go for it | do it for the team | way to go ahead of the field | proceed to the checkout |
proceed with caution | they say approve it and move ahead with the open market plan | and I would really
like you to think about whether you want to open it | open it open it open it open it open it open it |
Mama said open it | yes yes yes yes yes yes yes yes yes yes open it`),
    ],
    [
      'budget',
      said(`I like to move it move it | move it move it | don't you move | the move was approved | moved it`),
    ],
  ],
};
