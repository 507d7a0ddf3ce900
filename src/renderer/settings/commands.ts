import {
  commandSchema,
  commandTrouble,
  HOME_FOLDER,
  type Command,
  type CommandParameter,
  type CommandTrouble,
} from '../../shared/settings/commands';
import type { PlainText } from '../../shared/words/catalogue';

/** A parameter while it is being written; `key` tells its row apart. */
export interface ParameterDraft {
  readonly key: string;
  readonly name: string;
  readonly type: CommandParameter['type'];
  readonly description: string;
  /** Apart by commas. */
  readonly choices: string;
}

/** A command while it is being written. */
export interface CommandDraft {
  /** Null for a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly when: string;
  readonly program: string;
  /** One argument a line. */
  readonly lines: string;
  readonly parameters: readonly ParameterDraft[];
  readonly folder: string;
  readonly seconds: number | null;
  readonly class: Command['class'];
  readonly tellsOutput: boolean;
}

/** An empty draft. */
export const newCommand: CommandDraft = {
  id: null,
  name: '',
  when: '',
  program: '',
  lines: '',
  parameters: [],
  folder: HOME_FOLDER,
  seconds: 30,
  class: 'outward',
  tellsOutput: true,
};

/** The command as a draft, for editing. */
export function draftOf(command: Command): CommandDraft {
  return {
    ...command,
    lines: command.arguments.join('\n'),
    parameters: command.parameters.map((parameter) => ({
      ...parameter,
      key: parameter.name,
      choices: parameter.choices.join(', '),
    })),
  };
}

/** The written command, or the first thing that is missing and where. */
export type WrittenCommand =
  { readonly ok: true; readonly command: Command } | ({ readonly ok: false } & CommandTrouble);

/** Reads a draft; `newId` is the id of a new command. */
export function written(draft: CommandDraft, newId: string): WrittenCommand {
  const wrong = (field: CommandTrouble['field'], sentence: string) =>
    ({ ok: false, field, sentence }) as const;
  if (draft.name.trim() === '') return wrong('name', 'Give it a name that you will say.');
  if (draft.name.trim().length > 60)
    return wrong('name', 'At most 60 characters, so that it is easily said.');
  if (draft.when.trim() === '') return wrong('when', 'Say when it is to be used.');
  if (draft.program.trim() === '') return wrong('program', 'Choose the program.');
  const { seconds } = draft;
  if (seconds === null || !Number.isInteger(seconds) || seconds < 1 || seconds > 240) {
    return wrong('seconds', 'Type a whole number from 1 to 240.');
  }
  const badName = draft.parameters.find(({ name }) => !/^[a-z][a-z0-9_]{0,30}$/.test(name.trim()));
  if (badName) {
    return wrong(
      'parameters',
      `“${badName.name}” is no name for a parameter: small letters, digits and _ only.`,
    );
  }
  const parsed = commandSchema.safeParse({
    ...draft,
    id: draft.id ?? newId,
    seconds,
    arguments: draft.lines === '' ? [] : draft.lines.split('\n'),
    parameters: draft.parameters.map(({ name, type, description, choices }) => ({
      name: name.trim(),
      type,
      description,
      choices:
        type === 'choice'
          ? choices
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean)
          : [],
    })),
  });
  if (!parsed.success) return wrong('arguments', 'Something in it is too long, or there is too much of it.');
  const trouble = commandTrouble(parsed.data);
  return trouble ? { ok: false, ...trouble } : { ok: true, command: parsed.data };
}

/** Names of the classes, and what they mean, for people. */
export const commandClasses = [
  {
    value: 'outward',
    text: 'Ask, by click or key only',
    hint: 'For what cannot be taken back, or leaves this computer.',
  },
  {
    value: 'reversible',
    text: 'Ask, also by voice',
    hint: 'For what does no harm, or can easily be undone.',
  },
  { value: 'read', text: 'Run without asking', hint: 'Only for what changes nothing and sends nothing out.' },
] as const satisfies readonly {
  readonly value: Command['class'];
  readonly text: PlainText;
  readonly hint: PlainText;
}[];

/** The types of a parameter, for people. */
export const parameterTypes = [
  { value: 'text', text: 'Text' },
  { value: 'number', text: 'Number' },
  { value: 'choice', text: 'One of a list' },
  { value: 'file', text: 'File in a granted folder' },
] as const satisfies readonly { readonly value: CommandParameter['type']; readonly text: PlainText }[];
