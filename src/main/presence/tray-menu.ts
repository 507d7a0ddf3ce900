/** What stands in the tray's menu. */
import type { PlainText } from '../../shared/words/catalogue';
import { english, type Tongue } from '../../shared/words/languages';
import { translate } from '../../shared/words/translate';
import type { TalkGlance } from './presence-state';

/** What a person can do in it. */
export type TrayAction =
  | { readonly type: 'start' | 'end' | 'pause' | 'resume' | 'show' | 'settings' | 'quit' }
  | { readonly type: 'mute'; readonly muted: boolean }
  | { readonly type: 'profile'; readonly id: string };

/** A line of the menu. */
export type TrayEntry =
  | { readonly type: 'words'; readonly label: string }
  | { readonly type: 'separator' }
  | {
      readonly type: 'action';
      readonly label: string;
      readonly enabled: boolean;
      readonly action: TrayAction;
    }
  /** A menu of its own, of which one is chosen. */
  | {
      readonly type: 'choice';
      readonly label: string;
      readonly options: readonly {
        readonly label: string;
        readonly chosen: boolean;
        readonly action: TrayAction;
      }[];
    };

/** What the menu is made from. */
export interface TrayPicture {
  /** The state in words. */
  readonly words: string;
  /** What does not work for now, in a sentence; null while all is well. */
  readonly trouble: string | null;
  readonly talk: TalkGlance;
  /** When a pause of listening ends, as a time of day; null while there is none. */
  readonly pausedUntil: string | null;
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
  readonly activeProfile: string;
}

/** The menu, top to bottom, in a language. */
export function trayMenu(
  { words, trouble, talk, pausedUntil, profiles, activeProfile }: TrayPicture,
  tongue: Tongue = english,
): readonly TrayEntry[] {
  const t = (text: PlainText) => translate(tongue, text);
  const open = talk.live || talk.resting;
  return [
    { type: 'words', label: words },
    ...(trouble === null ? [] : [entry(trouble, { type: 'settings' })]),
    { type: 'separator' },
    open
      ? entry(t('End conversation'), { type: 'end' }, talk.status !== 'ending')
      : entry(t('Start conversation'), { type: 'start' }),
    entry(
      talk.muted ? t('Unmute microphone') : t('Mute microphone'),
      { type: 'mute', muted: !talk.muted },
      open,
    ),
    {
      type: 'choice',
      label: t('Profile'),
      options: profiles.map(({ id, name }) => ({
        label: plainLabel(name),
        chosen: id === activeProfile,
        action: { type: 'profile', id },
      })),
    },
    pausedUntil === null
      ? entry(t('Pause listening for an hour'), { type: 'pause' })
      : entry(translate(tongue, 'Listen again (paused until {time})', { time: pausedUntil }), {
          type: 'resume',
        }),
    { type: 'separator' },
    entry(t('Show Parley'), { type: 'show' }),
    entry(t('Settings…'), { type: 'settings' }),
    { type: 'separator' },
    entry(t('Quit Parley'), { type: 'quit' }),
  ];
}

function entry(label: string, action: TrayAction, enabled = true): TrayEntry {
  return { type: 'action', label, enabled, action };
}

/** In menus a single "&" underlines the next letter. */
function plainLabel(name: string): string {
  return name.replaceAll('&', '&&');
}
