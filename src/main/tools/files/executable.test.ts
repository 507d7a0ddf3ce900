import { expect, test } from 'vitest';
import { isRunningName, wouldRun } from './executable';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each(
  'a.sh a.EXE a.bat a.cmd a.ps1 a.app a.jar a.msi a.scr a.lnk a.command a.AppImage a.py a.desktop a.js a.hta a.url a.docm invoice.pdf.exe a.exe. a.vbs a.deb a.dmg a.webloc a.reg a.pif'.split(
    ' ',
  ),
)('%s runs by its name', (name) => {
  expect(isRunningName(name)).toBe(true);
  expect(wouldRun(name, false, bytes('harmless'))).toBe(true);
});

test.each([
  ['ELF', '\x7fELF\x02\x01'],
  ['a script', '#!/bin/sh\nrm'],
  ['a script behind a byte order mark', '\xef\xbb\xbf#!/bin/sh'],
  ['PE', 'MZ\x90\x00'],
  ['Mach-O', '\xcf\xfa\xed\xfe'],
  ['universal Mach-O or a Java class', '\xca\xfe\xba\xbe'],
  ['a launcher', '# hi\n\n[Desktop Entry]\nExec=rm'],
  ['a launcher behind a byte order mark', '\xef\xbb\xbf[Desktop Entry]'],
  ['a Windows shortcut', 'L\x00\x00\x00\x01\x14\x02\x00'],
])('%s runs whatever it is called', (_, head) => {
  for (const name of ['photo.jpg', 'notes.txt', 'README', 'budget.ods']) {
    expect(wouldRun(name, false, bytes(head))).toBe(true);
  }
});

test('an execute bit counts unless the kind is opened by a viewer', () => {
  expect(wouldRun('tool', true, bytes('echo hi'))).toBe(true);
  expect(wouldRun('tool.dat', true, bytes('echo hi'))).toBe(true);
  expect(wouldRun('photo.jpg', true, bytes('\xff\xd8\xff'))).toBe(false);
});

test.each([
  'notes.txt',
  'budget.ods',
  'photo.jpg',
  'song.mp3',
  'report.pdf',
  'README',
  'data.json',
  'page.html',
])('%s does not run', (name) => {
  expect(wouldRun(name, false, bytes('Just words.'))).toBe(false);
});
