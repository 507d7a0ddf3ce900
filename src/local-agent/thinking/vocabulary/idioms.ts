/** Set phrases in the form of an order or a question that ask nothing of an assistant. */
const IDIOMS: readonly RegExp[] = [
  /^(?:hold|hang) on\b.{0,20}$/,
  /^(?:wait|just) (?:a|for) (?:second|minute|moment|me)\b/,
  /^(?:come on|come here|come back|come in|go away|get out|get lost|shut up|sit down|stand up|calm down|cheer up|hurry up|watch out|look out|wake up)[.!?]*$/,
  /^(?:take care(?! of (?:the|my|our|a|an|this|that)\b)|take it easy|take your time|be careful|be quiet|be good|be nice|mind your|leave (?:me|him|her|it) alone|give me a (?:break|hug|kiss|hand|minute|second))\b/,
  /^(?:guess what|believe (?:me|it)|trust me|you know what|tell me about it|never mind|forget it|look who|look at (?:that|him|her|this|you|them)|check (?:that|this) out|check out that)\b/,
  /^(?:what|such) an? (?!time|day is|good way|nice way)/,
  /^(?:how|what) (?:dare|come|nice|lovely|awful|funny|strange|sad|sweet|cute|terrible)\b/,
  /^(?:remember|do you remember) (?:when|that time|the time|how (?:we|i|he|she|they))\b/,
  /^(?:can|could|would|will) you (?:believe|imagine|look at)\b/,
  /^(?:look|listen) (?:at|to) (?:that|this|him|her|them|you|me)\b/,
  /^(?:good (?:night|morning|evening|afternoon)(?=[,.!?]|$)|sleep well|sweet dreams|happy birthday|merry christmas|bless you|cheers|congratulations|well done|good job|good luck)\b(?! in \p{L}+[?])/u,
  /^(?:no way|of course|for sure|long time|time flies|oh no|oh well|oh my|my goodness|good grief|thank god|thank goodness)\b/,
  /^(?:what|when|where|how|why|who)\b.* did you (?!say|send|find|put|set|do)\b/,
  /^you should(?:'ve| have)? (?:see|seen|hear|heard)\b/,
  /^pass me (?:the|a|my|that|another|some) /,
  /^(?:did|are|were|aren't|weren't|didn't) you\b/,
  /^do you (?:want|like|remember|think|believe|mean|feel|love|mind|ever)\b(?! you (?:can|could))/,
  /^have you (?:ever|seen|been|heard|eaten|met|had|done|finished|tried|decided|noticed|talked|spoken|told|called)\b/,
  /^(?:why|how|where|when|what|who) (?:didn't|did|were|are|have|do|would) you\b(?! (?:make|cook|bake|use|get to|write|pronounce|have|know|remember|think you can|do|say|spell|tell))/,
];
/** Questions about somebody who is not named. */
const ABOUT_SOMEBODY =
  /^(?:what|what's|who|when|where|why|how|is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)\b(?:.{0,30} )?(?:he|she|he's|she's)\b/;

/** Whether this is a set phrase or a question among people, though it has the form of a request. */
export function isIdiom(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^(?:oh|well|and|so|but|hey|wow|okay|ok|yes|no)[,\s]+/, '')
    .trim();
  return IDIOMS.some((idiom) => idiom.test(plain)) || ABOUT_SOMEBODY.test(plain);
}
