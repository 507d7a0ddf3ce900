import { RuleTester } from 'eslint';
import ts from 'typescript-eslint';
import { describe, it } from 'vitest';
import { toolDescription } from './tool-description.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: /** @type {any} */ (ts.parser) } });

const NAME = "'open_item'";
const DESCRIPTION = "'Opens a file when the user asks to see it. Returns its name.'";
const PARAMETER = `item: z.string().describe("Name of the file, e.g. 'budget'.").meta({ examples: ['budget'] })`;

/** @param {{ name?: string, description?: string, parameters?: string }} [parts] */
const toolOf = ({ name = NAME, description = DESCRIPTION, parameters = `z.object({ ${PARAMETER} })` } = {}) =>
  `export const tool = defineTool<Arguments>({ name: ${name}, description: ${description}, parameters: ${parameters} });`;

/**
 * @param {string} code
 * @param {string[]} messageIds
 */
const wrong = (code, ...messageIds) => ({ code, errors: messageIds.map((messageId) => ({ messageId })) });

tester.run('tool-description', toolDescription, {
  valid: [
    toolOf(),
    toolOf({ parameters: 'z.object({})' }),
    toolOf({ description: "'Opens a file when the user ' + 'asks to see it. Returns its name.'" }),
    toolOf({ description: '`Opens a file when the user asks to see it. Returns its name.`' }),
    toolOf({
      parameters: `z.object({ ${PARAMETER}, folder: folderParameter, count: countOf(5).optional() })`,
    }),
    toolOf({ parameters: 'SHARED' }),
    toolOf({ parameters: `z.object({ count: z.int().describe('How many, e.g. 5.').default(5) })` }),
    'somethingElse({ name: 1 }); defineTool(spec);',
  ],
  invalid: [
    wrong(toolOf({ name: "'openItem'" }), 'name'),
    wrong(toolOf({ name: 'NAME' }), 'missing'),
    wrong(toolOf({ description: "'Open a file.'" }), 'form'),
    wrong(toolOf({ description: "'Opens a file when asked. Returns its name.'" }), 'form'),
    wrong(
      toolOf({ description: "'Opens a file when the user asks. It is good. Returns its name.'" }),
      'form',
    ),
    wrong(toolOf({ description: "'Opens a file when the user asks.'" }), 'form'),
    wrong(toolOf({ description: 'TEXT' }), 'missing'),
    wrong(toolOf({ description: '`Opens ${what} when the user asks. Returns it.`' }), 'missing'),
    wrong("defineTool({ name: 'a' });", 'missing'),
    wrong(toolOf({ parameters: 'z.object({ item: z.string() })' }), 'described'),
    wrong(toolOf({ parameters: 'z.object({ item: z.string().describe(TEXT).optional() })' }), 'described'),
    wrong(toolOf({ parameters: "z.object({ item: z.string().describe('The file.') })" }), 'example'),
    wrong(
      toolOf({ parameters: `z.object({ theItem: z.string().describe('A file, e.g. it.') })` }),
      'parameterName',
    ),
    wrong(
      toolOf({ parameters: `z.strictObject({ ${PARAMETER}, b: z.enum(['a']).describe('B.') })` }),
      'example',
    ),
    wrong(toolOf({ parameters: `z.object({ ${PARAMETER} }).extend({ b: z.int() })` }), 'described'),
  ],
});
