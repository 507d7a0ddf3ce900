import { describe, expect, test } from 'vitest';
import { appNamed, appsOf } from '../../system/apps.fixture';
import { findApp, findRunningApp, scopeOfApp } from './find-app';

const installed = [
  appNamed('Firefox', { otherNames: ['Web Browser', 'Internet'] }),
  appNamed('Chromium Web Browser', { otherNames: ['Web Browser'] }),
  appNamed('LibreOffice Writer', { otherNames: ['Word Processor'] }),
  appNamed('LibreOffice Calc', { otherNames: ['Spreadsheet'] }),
  appNamed('Files', { otherNames: ['Nautilus', 'File Manager', 'Dateien'] }),
  appNamed('GNU Image Manipulation Program', { id: 'gimp', otherNames: ['GIMP', 'Image Editor'] }),
  appNamed('Notepad++'),
  appNamed('Calculator'),
];
const found = (said: string, apps = installed) => {
  const answer = findApp(apps, said);
  return answer.ok ? answer.app.name : answer.error;
};

describe('the app that was meant', () => {
  test.each([
    ['firefox', 'Firefox'],
    ['the Firefox app', 'Firefox'],
    ['Libre Office Writer', 'LibreOffice Writer'],
    ['writer', 'LibreOffice Writer'],
    ['spreadsheet', 'LibreOffice Calc'],
    ['files', 'Files'],
    ['Dateien', 'Files'],
    ['gimp', 'GNU Image Manipulation Program'],
    ['notepad', 'Notepad++'],
    ['../firefox', 'Firefox'],
  ])('%s', (said, name) => {
    expect(found(said)).toBe(name);
  });

  test.each(['web browser', 'office', 'libreoffice', 'calc'])('%s is asked about, as several fit', (said) => {
    expect(found(said)).toMatch(/^2 apps fit that: .* and .*\.$/u);
  });

  test.each(['photoshop', 'rm -rf', '/bin/sh', 'f', '', '   ', 'app'])('%j is none', (said) => {
    expect(found(said)).toBe('No installed app fits that name.');
  });

  test('an id is taken as it is', () => expect(found('libreoffice-calc')).toBe('LibreOffice Calc'));
});

describe('an app that anybody could have put into the account', () => {
  const evil = (name: string, id = `evil-${name}`) => appNamed(name, { id, installedFor: 'account' });

  test('never takes the place of one of the system by its name', () => {
    const answer = findApp([evil('Firefox'), ...installed], 'firefox');
    expect(answer).toMatchObject({ ok: true, app: { id: 'firefox' } });
  });

  test('is asked about where it fits better than one of the system', () => {
    const apps = [evil('Image Editor'), ...installed];
    expect(findApp(apps, 'image editor')).toMatchObject({
      ok: false,
      error: '2 apps fit that: Image Editor, added to this account only and GNU Image Manipulation Program.',
      foreign: true,
    });
  });

  test('is found when nothing else fits; a permission for it falls when it changes', () => {
    const answer = findApp([evil('My Game', 'game'), ...installed], 'my game');
    expect(answer).toMatchObject({ ok: true, app: { id: 'game' } });
    expect(answer.ok && scopeOfApp(answer.app)).toEqual({ id: 'app:game:sealed', label: 'My Game' });
    expect(scopeOfApp(installed[0]!)).toEqual({ id: 'app:firefox', label: 'Firefox' });
  });

  test('two of one name are told apart by their ids', () => {
    expect(found('game', [evil('Game', 'a'), evil('Game', 'b')])).toBe(
      '2 apps fit that: Game (a), added to this account only and Game (b), added to this account only.',
    );
  });
});

describe('among running apps', () => {
  const signal = new AbortController().signal;
  const running = (names: readonly string[]) =>
    appsOf(installed, {
      running: () =>
        Promise.resolve({
          ok: true,
          value: installed.filter(({ name }) => names.includes(name)).map((app) => ({ app, windows: [] })),
        }),
    });

  test('one that runs is meant before one that does not', async () => {
    const answer = await findRunningApp(running(['Chromium Web Browser']), 'browser', signal);
    expect(answer).toMatchObject({ ok: true, app: { name: 'Chromium Web Browser' } });
  });

  test('one that is installed only is told as not running', async () => {
    const answer = await findRunningApp(running([]), 'firefox', signal);
    expect(answer).toMatchObject({ ok: false, error: 'Firefox is not running.' });
  });
});
