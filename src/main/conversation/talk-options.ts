import type { Settings } from '../../shared/settings/schema';
import type { TalkOptions } from './state';

/** What the settings say about talks. */
export function talkOptions({ idleSeconds, toolResults, rules, bargeIn }: Settings): TalkOptions {
  return { idleMs: idleSeconds === null ? null : idleSeconds * 1_000, toolResults, rules, bargeIn };
}
