import { stem } from '../../../shared/vocabulary/stem';

/** Kinds of doing that requests and tools have in common, with the verbs that name them. */
const ACTIONS: Readonly<Record<string, string>> = {
  create:
    'create add make write remind insert append compose schedule book plan register jot record log reserve note draft generate new',
  remove: 'delete remove cancel erase clear discard trash drop unsubscribe dismiss uninstall scrap scratch',
  look: 'list show read check find search look lookup get fetch query view see what when where who how which is are do does any define browse retrieve locate describe summarize',
  change:
    'change update edit modify replace swap correct rename move reschedule postpone adjust shift raise lower increase decrease',
  begin: 'start begin launch run activate enable resume unpause',
  end: 'stop end halt quit exit deactivate disable abort terminate kill',
  open: 'open unlock',
  shut: 'close shut lock',
  play: 'play watch listen',
  pause: 'pause',
  send: 'send message text email mail post share forward reply tell',
  translate: 'translate',
  convert: 'convert',
  switch: 'switch toggle mute unmute silence',
  next: 'skip next',
  back: 'previous back rewind',
  complete: 'complete finish tick done check-off mark',
};

/** Pairs of kinds that exclude each other: who asks for one does not want a tool for the other. */
const OPPOSED: ReadonlySet<string> = new Set(
  (
    'create-remove create-look remove-look remove-begin remove-play remove-send remove-open look-change look-send ' +
    'look-begin look-end look-shut begin-end open-shut play-pause end-play next-back create-complete ' +
    'complete-look remove-change create-end end-open create-change create-pause begin-shut next-pause'
  ).split(' '),
);

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(ACTIONS).flatMap(([kind, verbs]) =>
    verbs.split(' ').map((verb) => [stem(verb), kind] as const),
  ),
);

/** The kind of doing that a verb names; null for other words. */
export function actionOf(word: string): string | null {
  return KIND_OF.get(stem(word.toLowerCase())) ?? null;
}

/** Whether two kinds of doing exclude each other. */
export function opposed(one: string, other: string): boolean {
  return OPPOSED.has(`${one}-${other}`) || OPPOSED.has(`${other}-${one}`);
}

const VERBS: ReadonlySet<string> = new Set(
  (
    'open show find search look locate read play set turn switch send text tell give list get make create add put ' +
    'write start launch run call remind note check track delete remove cancel buy order book translate define close ' +
    'stop pause take bring pull display email mail message change rename move copy jot schedule reserve skip resume ' +
    'mute unmute lock unlock dim raise lower increase decrease convert calculate compute navigate drive dial phone ring ' +
    'wake save record log post share reply forward print scan draw generate summarize explain describe spell repeat ' +
    'shuffle queue rate mark tick clean vacuum arm disarm activate deactivate enable disable connect disconnect pair ' +
    'join leave quit exit kill restart reboot shut boot install uninstall update upgrade download upload sync back ' +
    'zoom scroll click type paste cut undo redo archive star flag block follow unfollow subscribe pay transfer split ' +
    'charge water feed brew heat cool warm brighten adjust move reschedule postpone snooze dismiss invite register ' +
    'ask warn inform let give help leave prepare pick choose select confirm verify test try use visit walk wear work count ' +
    'multiply divide estimate monitor hide minimize maximize resize rotate crop edit correct fix repair rewrite shorten expand ' +
    'sort filter group organise organize tidy dust wash dry cook bake boil fry preheat chill freeze defrost fill refill reorder ' +
    'return refund exchange swap sell rent hire apply sign unsubscribe vote review recommend suggest propose greet ' +
    'deliver collect gather catch lift carry ship guide lead route gimme pop chuck bookmark ' +
    'retrieve load unload eject mount stage commit revert stash fetch rebase tag' +
    ' mow fax enter say bin freeze unfreeze pronounce practise teach explain inform sprinkle prune photocopy dictate ' +
    'transcribe summarise revert redeploy rerun thaw simmer reheat inflate deflate honk relabel renumber underline ' +
    'unmerge unlink unpin resubscribe zip unzip compress decompress extract pack unpack duplicate capture reverse undelete ' +
    'silence replace view recall ' +
    ' watch listen google reach contact see hear mention display kill drop count  name put pick drop throw toss empty fetch grab compare count measure roll flip toss tune crank bump remember report block commit ' +
    'keep go stick do plan arrange cross push pull submit finish guide hand enter insert append attach continue restore revert stream ' +
    'approve reject assign close merge deploy label tag increment double halve hold warn notify ping alert wipe sweep'
  ).split(' '),
);

/** Whether orders often begin with this word. */
export function isVerb(word: string): boolean {
  return VERBS.has(word.toLowerCase());
}

/** Particles that belong to a verb before them: "turn up", "take out". */
export function isParticle(word: string): boolean {
  return /^(?:up|out|off|on|down|back|over|away)$/i.test(word);
}
