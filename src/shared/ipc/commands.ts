import { z } from 'zod';
import { commandSchema } from '../settings/commands';
import type { Settings } from '../settings/schema';
import { request } from './contract';

/** Requests about the person's commands. Main asks in a dialog of the system before one is kept. */
export const commandRequests = {
  /** Keeps a command, in place of the one with its id if there is one; resolves to the settings afterwards. */
  'commands.save': request(commandSchema).returning<Settings>(),
  'commands.remove': request(z.string().max(64)).returning<Settings>(),
  /** Opens the system's file dialog; resolves to the program's path, null when none was chosen. */
  'commands.chooseProgram': request(z.undefined()).returning<string | null>(),
} as const;
