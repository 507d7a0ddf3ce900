/**
 * An ESLint rule for the files of tools: the words by which a model chooses a tool and fills its parameters have one
 * form (protocol.md section 6.1). What is put together elsewhere is held to the same form by the test of the toolbox.
 */

/**
 * @typedef {Parameters<NonNullable<import('eslint').Rule.RuleListener['CallExpression']>>[0]['arguments'][number]} Argument
 * @typedef {Extract<Argument, { type: 'ObjectExpression' }>} ObjectExpression
 * @typedef {Extract<ObjectExpression['properties'][number], { type: 'Property' }>} Property
 * @typedef {Argument | Property['key'] | Property['value'] | Extract<Argument, { type: 'MemberExpression' }>['object'] | Extract<Argument, { type: 'BinaryExpression' }>['left']} Node
 */

const NAME = /^[a-z]+(_[a-z]+)*$/u;
const DESCRIPTION = /^[A-Z][a-z]+s [^.]+ when the user [^.]+\. Returns [^.]+\.$/u;
const EXAMPLE = /, e\.g\. \S+.*\.$/u;

/** @type {import('eslint').Rule.RuleModule} */
export const toolDescription = {
  meta: {
    type: 'problem',
    docs: {
      description: 'Tools are described by action, trigger and return, each parameter with an example.',
    },
    schema: [],
    messages: {
      name: 'A tool’s name is snake_case.',
      missing: 'A tool says here, as one text, what it does: "{{field}}".',
      form: 'A tool is described as: "Opens ... when the user .... Returns ....", two sentences without other full stops.',
      parameterName: 'A parameter’s name is snake_case.',
      described: 'A parameter is described: .describe("What it is, e.g. \'an example\'.").',
      example: 'A parameter’s description ends with an example: ", e.g. ....".',
    },
  },
  create(context) {
    return {
      CallExpression(node) {
        if (node.callee.type !== 'Identifier' || node.callee.name !== 'defineTool') return;
        const [spec] = node.arguments;
        if (spec?.type !== 'ObjectExpression') return;
        checkText(context, spec, 'name', NAME, 'name');
        checkText(context, spec, 'description', DESCRIPTION, 'form');
        const parameters = propertyOf(spec, 'parameters')?.value;
        for (const property of fieldsOf(parameters)) checkParameter(context, property);
      },
    };
  },
};

/** The same, as a plug-in for `eslint.config.js`. */
export const localRules = { rules: { 'tool-description': toolDescription } };

/**
 * @param {import('eslint').Rule.RuleContext} context
 * @param {ObjectExpression} spec
 * @param {string} field
 * @param {RegExp} form
 * @param {string} messageId
 */
function checkText(context, spec, field, form, messageId) {
  const value = propertyOf(spec, field)?.value;
  const text = textOf(value);
  if (text === null) context.report({ node: value ?? spec, messageId: 'missing', data: { field } });
  else if (!form.test(text)) context.report({ node: value ?? spec, messageId });
}

/**
 * A parameter that is named but made elsewhere cannot be read here.
 *
 * @param {import('eslint').Rule.RuleContext} context
 * @param {Property} property
 */
function checkParameter(context, property) {
  if (!NAME.test(keyOf(property))) context.report({ node: property.key, messageId: 'parameterName' });
  const chain = callsOf(property.value);
  if (chain === null) return;
  const described = chain.find(({ method }) => method === 'describe');
  const text = textOf(described?.argument);
  if (text === null) context.report({ node: property.value, messageId: 'described' });
  else if (!EXAMPLE.test(text)) context.report({ node: property.value, messageId: 'example' });
}

/**
 * The fields of every `z.object({...})` that the parameters are made of.
 *
 * @param {Node | undefined} parameters
 * @returns {Property[]}
 */
function fieldsOf(parameters) {
  return (callsOf(parameters) ?? []).flatMap(({ method, argument }) =>
    /^(?:object|strictObject|extend)$/u.test(method) && argument?.type === 'ObjectExpression'
      ? argument.properties.filter((property) => property.type === 'Property')
      : [],
  );
}

/**
 * The calls of a chain that begins with `z`, the last first; null when it begins with something else.
 *
 * @param {Node | undefined} node
 * @returns {{ method: string, argument: Node | undefined }[] | null}
 */
function callsOf(node) {
  if (node?.type === 'Identifier') return node.name === 'z' ? [] : null;
  if (node?.type === 'MemberExpression') return callsOf(node.object);
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const { property, object } = node.callee;
  const before = callsOf(object);
  if (before === null || property.type !== 'Identifier') return null;
  return [{ method: property.name, argument: node.arguments[0] }, ...before];
}

/**
 * @param {ObjectExpression} object
 * @param {string} name
 * @returns {Property | undefined}
 */
function propertyOf(object, name) {
  return object.properties
    .filter((property) => property.type === 'Property')
    .find((property) => keyOf(property) === name);
}

/**
 * @param {Property} property
 * @returns {string}
 */
function keyOf({ key }) {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : '';
}

/**
 * A text that stands there whole; null for anything else.
 *
 * @param {Node | undefined} node
 * @returns {string | null}
 */
function textOf(node) {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? null;
  }
  if (node?.type !== 'BinaryExpression' || node.operator !== '+') return null;
  const left = textOf(node.left);
  const right = textOf(node.right);
  return left === null || right === null ? null : left + right;
}
