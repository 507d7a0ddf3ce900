/** Words that carry no meaning of their own in a request. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the my your our their his this that these those some any is are was were be been being am do does did can ' +
    'could would should will shall may might must i you he she it we they me him her us them to of in on at for from ' +
    'by with about into onto as and or but if so please just now there here what which who whom whose when why how ' +
    'tell give whether still even many much lot lots  have has had up out down over back around today let lets get got want need like know hey hi ok ' +
    "okay right well also too very really it's what's that's there's who's where's how's i'd i'm i've i'll we'd you're " +
    'something anything everything somewhere someone somebody stuff kindly quickly actually maybe perhaps anyway bit thing things one ones'
  ).split(' '),
);

/** Whether a word carries no meaning of its own. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.toLowerCase());
}
