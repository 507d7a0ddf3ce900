import { createToolbox, definitionOf } from '../../../../src/main/tools/toolbox';
import type { Toolset } from '../cases';

const NAMES = ['list_files', 'search_files', 'read_text_file', 'open_item', 'get_time'];

/** Parley's own tools, as it offers them. */
export const files: Toolset = {
  name: 'files',
  tools: createToolbox()
    .tools()
    .map(definitionOf)
    .filter(({ name }) => NAMES.includes(name))
    .map(({ name, description = '', parameters = {} }) => ({
      name,
      description,
      parameters: { ...parameters },
    })),
  heldOutOnly: [],
};
