import { describe, expect, test } from 'vitest';
import { readDesktopEntry } from './desktop-entry';

const here = { desktops: ['ubuntu', 'GNOME'], locale: 'de_AT.UTF-8' };
const entryOf = (lines: string, surroundings = here) => {
  const text = `[Desktop Entry]\nType=Application\nName=Editor\nExec=edit %f\n${lines}`;
  const read = readDesktopEntry(text, surroundings);
  return read.type === 'app' ? read.entry : read.type;
};

describe('which entries are shown', () => {
  test.each([
    ['NoDisplay=true', 'hidden'],
    ['Hidden=true', 'hidden'],
    ['OnlyShowIn=KDE;XFCE;', 'hidden'],
    ['NotShowIn=KDE;GNOME;', 'hidden'],
  ])('%s', (line, type) => expect(entryOf(line)).toBe(type));

  test.each(['OnlyShowIn=KDE;GNOME;', 'NotShowIn=KDE;', 'NoDisplay=false', 'NoDisplay=yes', ''])(
    '%s is shown',
    (line) => expect(entryOf(line)).toMatchObject({ name: 'Editor' }),
  );

  test.each([
    '[Desktop Entry]\nType=Link\nName=x\nURL=https://x.example',
    '[Desktop Entry]\nType=Application\nName=x',
    '[Desktop Entry]\nType=Application\nExec=x',
    '[Desktop Entry]\nType=Application\nName=\u202E\u200B\nExec=x',
    'Type=Application\nName=x\nExec=x',
    '[Other]\nType=Application\nName=x\nExec=x',
    '',
    '\0\0\0',
  ])('no app: %j', (text) => expect(readDesktopEntry(text, here)).toEqual({ type: 'no-app' }));
});

describe('what is read of one', () => {
  test('names in English first; the general name, the own language and keywords are other names', () => {
    const names =
      'Name[de]=Schreiber\nName[fr]=Éditeur\nGenericName=Text Editor\nGenericName[de]=Texteditor\nKeywords=notepad;write;;';
    expect(entryOf(names)).toMatchObject({
      name: 'Editor',
      otherNames: ['Schreiber', 'Text Editor', 'Texteditor', 'notepad', 'write'],
    });
    expect(entryOf(`${names}\nName[en]=The Editor`)).toMatchObject({ name: 'The Editor' });
  });

  test('the first of two equal keys counts, and only those of the main group', () => {
    expect(entryOf('Exec=evil\n[Desktop Action new]\nExec=evil\nTerminal=true')).toMatchObject({
      execText: 'edit %f',
      inTerminal: false,
    });
  });

  test('escapes are undone before quoting is', () => {
    const text = '[Desktop Entry]\nType=Application\nName=E\nExec=edit "a\\\\\\\\b" x\\sy\n';
    const read = readDesktopEntry(text, here);
    expect(read.type === 'app' && read.entry.exec?.words).toEqual([
      [{ type: 'text', text: 'a\\b' }],
      [{ type: 'text', text: 'x' }],
      [{ type: 'text', text: 'y' }],
    ]);
  });

  test('a name is one short line without marks that hide or turn letters', () => {
    const text = `[Desktop Entry]\nType=Application\nName=Fire\u202Exof\u200B\tfox ${'x'.repeat(200)}\nExec=x`;
    const read = readDesktopEntry(text, here);
    expect(read.type === 'app' && read.entry.name).toMatch(/^Firexof fox x{48}$/u);
  });

  test('Terminal, TryExec, Path, Icon and StartupWMClass', () => {
    expect(entryOf('Terminal=true\nTryExec=vi\nPath=/tmp\nIcon=i\nStartupWMClass=Ed')).toMatchObject({
      inTerminal: true,
      needs: 'vi',
      folder: '/tmp',
      icon: 'i',
      windowClass: 'Ed',
    });
  });
});
