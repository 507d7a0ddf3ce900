import { dialog, type BrowserWindow } from 'electron';
import type { commandRequests } from '../../shared/ipc/commands';
import { ProblemError } from '../../shared/problem';
import { commandTrouble, MAX_COMMANDS, type Command } from '../../shared/settings/commands';
import type { Handlers } from '../ipc/request-server';
import type { SettingsStore } from '../storage/settings-store';
import { askWhichToOpen } from '../desktop/file-dialogs';
import { tongueOf } from '../desktop/tongue';
import type { Tongue } from '../../shared/words/languages';
import { translate } from '../../shared/words/translate';

/** What the commands reach. */
export interface CommandsWorld {
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow | null;
}

/** The answers to requests about commands. A page alone can keep none: the person confirms it in the system's dialog. */
export function commandHandlers({ settings, window }: CommandsWorld): Handlers<typeof commandRequests> {
  return {
    'commands.save': async (command) => {
      const trouble = commandTrouble(command);
      if (trouble) throw refusal(trouble.sentence);
      const { commands } = settings.current;
      const known = commands.some(({ id }) => id === command.id);
      if (!known && commands.length >= MAX_COMMANDS) throw refusal('There are too many commands.');
      if (!(await confirmed(command, window(), tongueOf(settings.current)))) return settings.current;
      const now = settings.current.commands;
      return settings.change({
        commands: now.some(({ id }) => id === command.id)
          ? now.map((other) => (other.id === command.id ? command : other))
          : [...now, command],
      });
    },
    'commands.remove': (id) =>
      settings.change({ commands: settings.current.commands.filter((command) => command.id !== id) }),
    'commands.chooseProgram': async () => {
      const tongue = tongueOf(settings.current);
      return askWhichToOpen(window(), 'file', {
        title: translate(tongue, 'Choose a program'),
        buttonLabel: translate(tongue, 'Choose'),
      });
    },
  };
}

async function confirmed(command: Command, parent: BrowserWindow | null, tongue: Tongue): Promise<boolean> {
  const runs = (
    {
      read: 'It runs without asking.',
      reversible: 'It runs after you agree.',
      outward: 'It runs after you click.',
    } as const
  )[command.class];
  const options = {
    type: 'question' as const,
    message: translate(tongue, 'May Parley run “{name}”?', { name: command.name }),
    detail: [command.program, ...command.arguments].join('\n') + `\n\n${translate(tongue, runs)}`,
    buttons: [translate(tongue, 'Allow this command'), translate(tongue, 'Cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (parent
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options));
  return response === 0;
}

function refusal(sentence: string): ProblemError {
  return new ProblemError({ code: 'command_refused', sentence, next: 'Change it and save again.' });
}
