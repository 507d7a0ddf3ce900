import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandExec, parseExec } from './exec';

const nothing = { file: null, name: 'Editor', icon: null, entry: '/usr/share/applications/e.desktop' };
const argsOf = (exec: string, values = {}) => {
  const template = parseExec(exec);
  return template && [template.program, ...(expandExec(template, { ...nothing, ...values }) ?? ['REFUSED'])];
};

/** As an entry's author would quote an argument: spec 1.5, "The Exec key". */
const quoted = (arg: string) => `"${arg.replace(/["`$\\]/gu, '\\$&').replaceAll('%', '%%')}"`;
const printable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

describe('quoting', () => {
  test('what was quoted by the rules comes out as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(printable, { maxLength: 6 }), (args) => {
        expect(argsOf(['prog', ...args.map(quoted)].join(' '))).toEqual(['prog', ...args]);
      }),
    );
  });

  test.each([
    ['prog "a b" c', ['prog', 'a b', 'c']],
    ['prog ""', ['prog', '']],
    ['  prog \t x  ', ['prog', 'x']],
    ['prog A="b c"', ['prog', 'A=b c']],
    ['"/opt/My App/run" x', ['/opt/My App/run', 'x']],
    ['prog 100%%', ['prog', '100%']],
    ['prog "\\$HOME"', ['prog', '$HOME']],
    ['prog ~ * ?', ['prog', '~', '*', '?']],
  ])('%s', (exec, args) => expect(argsOf(exec)).toEqual(args));
});

describe('what only a shell would understand is refused', () => {
  test.each([
    ...['prog; rm x', 'prog && x', 'prog | x', 'prog > x', 'prog < x', 'prog $(x)', 'prog `x`', 'prog $HOME'],
    ...[
      'prog "$HOME"',
      'prog "`x`"',
      "prog 'a b'",
      'prog "a',
      'prog a\\',
      'prog "\\a"',
      'prog\nx',
      '',
      '   ',
    ],
    ...[
      '%f',
      '"%c" x',
      'A=b prog',
      'prog %z',
      'prog %',
      'prog %f %u',
      'prog %F %F',
      'prog x%F',
      'prog --x=%U',
    ],
  ])('%s', (exec) => expect(parseExec(exec)).toBeNull());

  test('unquoted, each of its signs makes the whole uncertain', () => {
    fc.assert(
      fc.property(printable, fc.constantFrom(..."|&;<>$`()'\n"), printable, (before, sign, after) => {
        expect(parseExec(`prog ${quoted(before)} ${sign} ${quoted(after)}`)).toBeNull();
      }),
    );
  });

  test('any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...' "\\%fFuUick\'$`a-=\t') }), (exec) => {
        const args = argsOf(exec, { file: '/f' });
        for (const arg of args ?? []) expect(typeof arg).toBe('string');
      }),
    );
  });
});

describe('field codes', () => {
  const file = '/home/x/a b.txt';
  test.each([
    ['prog %f', ['prog', file]],
    ['prog %F', ['prog', file]],
    ['prog %u', ['prog', 'file:///home/x/a%20b.txt']],
    ['prog %U -n', ['prog', 'file:///home/x/a%20b.txt', '-n']],
    ['prog "%f"', ['prog', file]],
    ['prog --open=%f', ['prog', `--open=${file}`]],
    ['prog %c %k', ['prog', 'Editor', nothing.entry, 'REFUSED']],
    ['prog', ['prog', 'REFUSED']],
  ])('%s with a file', (exec, args) => {
    const refused = args.at(-1) === 'REFUSED';
    expect(argsOf(exec, { file })).toEqual(refused ? ['prog', 'REFUSED'] : args);
  });

  test.each([
    ['prog %f', ['prog']],
    ['prog %U', ['prog']],
    ['prog --open=%f', ['prog', '--open=']],
    ['prog %c', ['prog', 'Editor']],
    ['prog %k', ['prog', nothing.entry]],
    ['prog %i', ['prog']],
    ['prog %d%D%n%N%v%m', ['prog']],
  ])('%s without one', (exec, args) => expect(argsOf(exec)).toEqual(args));

  test('an icon becomes two arguments', () => {
    expect(argsOf('prog %i', { icon: 'edit' })).toEqual(['prog', '--icon', 'edit']);
  });

  test.each(['sh -c "cat %f"', 'sh -c "cat -- \'%u\'"', 'bash -c "%f x"'])(
    '%s takes no file: it would become part of a text that is run',
    (exec) => expect(argsOf(exec, { file })?.at(-1)).toBe('REFUSED'),
  );

  test('a file is one argument, no option and no code, whatever it is called', () => {
    const names = fc.string({ unit: fc.constantFrom(...'-%fuU$`"\'\\ ;&|\n\täé#?*~') }).filter(Boolean);
    fc.assert(
      fc.property(names, fc.constantFrom('%f', '%F', '%u', '%U'), (name, code) => {
        const path = `/home/x/${name}`;
        const args = argsOf(`prog -a ${code} -b`, { file: path })!;
        expect(args).toHaveLength(4);
        expect(/u/iu.test(code) ? fileURLToPath(args[2]!) : args[2]).toBe(path);
        expect(args[2]).not.toMatch(/^-/u);
      }),
    );
  });
});
