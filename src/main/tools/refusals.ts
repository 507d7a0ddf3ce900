import { failure } from './running';

/** The model made up a name, or remembers a tool that is gone. */
export const noSuchTool = failure(
  'There is no tool of that name.',
  'Use one of the tools you were offered, or say that this cannot be done.',
);

/** The person has spoken while it was still looked what the call would touch. */
export const wentOn = failure(
  'The person has said something else meanwhile, so this was not done.',
  'Call again only if they still want it.',
);

/** What the model is told when the gate refuses. */
export const refusals = {
  denied: failure(
    'The person does not allow this tool.',
    'Say so; they can change it in Settings under Permissions.',
  ),
  'too-many-steps': failure(
    'Too many steps for one request.',
    'Stop here, tell what was done, and ask the person how to go on.',
  ),
  'too-often': failure(
    'This was done very often in the last minute.',
    'Stop, and ask the person whether to go on.',
  ),
} as const;
