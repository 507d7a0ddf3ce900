/** A sentence said with one pause in it. */
export interface PausedSentence {
  readonly before: string;
  readonly pauseMs: number;
  readonly after: string;
}

/** `|` stands for the pause, the number for its length. A third each: after a hanging word, inside a phrase, at a joint. */
const LINES: readonly (readonly [string, number])[] = [
  ['remind me to | call the dentist tomorrow', 800],
  ['set a timer for | ten minutes', 700],
  ['create a new file called | shopping list', 900],
  ['what is the weather like in | paris this weekend', 700],
  ['find the budget and | send it to my sister', 600],
  ['turn the volume down to | thirty percent', 700],
  ['open the folder with the | holiday pictures', 800],
  ['please write an email to | my landlord about the heating', 800],
  ['i would like to | book a table for two', 700],
  ['could you please | close every window', 600],
  ['search my documents for the quarterly | budget report', 450],
  ['read the last email from | my sister', 600],
  ['add milk eggs | and bread to my shopping list', 450],
  ['how much disk | space do i have left', 300],
  ['show me the five newest | files in my downloads', 350],
  ['wake me up tomorrow at half past | seven', 600],
  ['play some quiet | piano music', 300],
  ['what time is it right | now in tokyo', 300],
  ['move this meeting to next | tuesday afternoon', 400],
  ['start a countdown of twenty five | minutes', 400],
  ['open the downloads folder | and list the newest files', 400],
  ['run the unit tests | and tell me which ones failed', 400],
  ['when the timer ends | turn the lamp off', 400],
  ['if it rains tomorrow | tell me in the morning', 500],
  ['close the browser | but keep the music playing', 350],
  ['take a note | the plumber comes on friday', 350],
  ['well | what is on my calendar today', 700],
  ['um | open the calculator', 700],
  ['no wait | make it fifteen minutes', 400],
  ['because i am late | send a message to tom', 500],
];

/** Thirty sentences with a pause that must not end the turn. */
export const PAUSED_SENTENCES: readonly PausedSentence[] = LINES.map(([line, pauseMs]) => {
  const [before = '', after = ''] = line.split(' | ');
  return { before, pauseMs, after };
});
