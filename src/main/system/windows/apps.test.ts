import { describe, expect, test } from 'vitest';
import type { ProgramOptions, ProgramOutcome } from '../run-program';
import { parseProcesses, parseStartApps, windowsApps } from './apps';

const signal = new AbortController().signal;
const said = (output: string): ProgramOutcome => ({ ok: true, output });

const START_APPS = JSON.stringify([
  { Name: 'Google Chrome', AppID: 'Chrome' },
  { Name: 'Calculator', AppID: 'Microsoft.WindowsCalculator_8wekyb3d8bbwe!App' },
  { Name: 'Notepad++', AppID: '{6D809377-6AF0-444B-8957-A3773F02200E}\\Notepad++\\notepad++.exe' },
  { Name: 'Word', AppID: 'Microsoft.Office.WINWORD.EXE.15' },
  { Name: 'Uninstall Notepad++', AppID: '{6D809377-6AF0-444B-8957-A3773F02200E}\\Notepad++\\uninstall.exe' },
  { Name: 'Notepad++ website', AppID: 'https://notepad-plus-plus.org/' },
  { Name: 'Manual', AppID: '{6D809377-6AF0-444B-8957-A3773F02200E}\\Tool\\manual.chm' },
  { Name: 'Odd', AppID: 'a" & calc' },
]);
const PROCESSES = JSON.stringify([
  {
    Id: 100,
    ProcessName: 'chrome',
    Path: 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    MainWindowTitle: 'News - Google Chrome',
  },
  {
    Id: 101,
    ProcessName: 'notepad++',
    Path: 'C:\\Program Files\\Notepad++\\notepad++.exe',
    MainWindowTitle: 'new 1',
  },
  {
    Id: 102,
    ProcessName: 'CalculatorApp',
    Path: 'C:\\Program Files\\WindowsApps\\Microsoft.WindowsCalculator_11.2210.0.0_x64__8wekyb3d8bbwe\\CalculatorApp.exe',
    MainWindowTitle: '',
  },
  {
    Id: 103,
    ProcessName: 'notepad++',
    Path: 'C:\\Temp\\notepad++.exe',
    MainWindowTitle: 'another program of that name',
  },
  { Id: 104, ProcessName: 'secret', Path: null, MainWindowTitle: 'x' },
  { Id: 'x' },
]);

type Run = readonly [program: string, args: readonly string[], environment: ProgramOptions['environment']];

/** A Windows computer; what is run is written down. */
function computer(answer: (script: string, turn: number) => ProgramOutcome | null = () => null) {
  const ran: Run[] = [];
  const apps = windowsApps({
    systemRoot: 'C:\\Windows',
    openExternal: () => Promise.reject(new Error('none')),
    run: (program, args, options) => {
      ran.push([program, args, options?.environment]);
      const script = args.at(-1) ?? '';
      const usual = script.includes('Get-StartApps')
        ? START_APPS
        : script.includes('Get-Process')
          ? PROCESSES
          : '';
      return Promise.resolve(answer(script, ran.length) ?? said(usual));
    },
  });
  const named = async (name: string) => (await apps.installed(signal)).find((app) => app.name === name)!;
  return { apps, named, ran };
}

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const FLAGS = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command'];

describe('apps on Windows', () => {
  test('are those of the Start menu, without removers, pages and help', async () => {
    const { apps, ran } = computer();
    const names = (await apps.installed(signal)).map(({ name }) => name);
    expect(names).toEqual(['Calculator', 'Google Chrome', 'Notepad++', 'Word']);
    expect(ran).toEqual([
      [
        POWERSHELL,
        [
          ...FLAGS,
          '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-StartApps | Select-Object Name, AppID | ConvertTo-Json -Compress',
        ],
        undefined,
      ],
    ]);
  });

  test.each([
    ['{"Name":"Only","AppID":"Only"}', ['Only']],
    ['\uFEFF[{"Name":"Only","AppID":"Only"}]', ['Only']],
    ['[]', []],
    ['', []],
    ['Get-StartApps : not recognized', []],
    ['[{"Name":7,"AppID":"x"},{"AppID":"y"},null]', []],
  ])('a list of another shape: %j', (output, names) => {
    expect(parseStartApps(output).map(({ name }) => name)).toEqual(names);
  });

  test('start through the list of apps, with nothing else', async () => {
    const { apps, named, ran } = computer((script) =>
      script.startsWith('shell:') ? { ok: false, why: 'failed' } : null,
    );
    const calculator = await named('Calculator');
    expect(await apps.start(calculator, null, signal)).toMatchObject({ ok: true });
    expect(ran.at(-1)).toEqual([
      'C:\\Windows\\explorer.exe',
      ['shell:AppsFolder\\Microsoft.WindowsCalculator_8wekyb3d8bbwe!App'],
      undefined,
    ]);
    expect(await apps.start(calculator, 'C:\\x.txt', signal)).toMatchObject({
      ok: false,
      why: 'unsupported',
    });
    expect(await apps.start({ ...calculator, id: 'cmd' }, null, signal)).toMatchObject({ why: 'gone' });
    expect(await apps.start({ ...calculator, seal: 'old' }, null, signal)).toMatchObject({ why: 'changed' });
  });

  test('run when a window’s program is theirs, not one of the same name elsewhere', async () => {
    const { apps, ran } = computer();
    const running = await apps.running(signal);
    expect(running.ok && running.value.map(({ app, windows }) => [app.name, windows])).toEqual([
      ['Calculator', ['']],
      ['Google Chrome', ['News - Google Chrome']],
      ['Notepad++', ['new 1']],
    ]);
    expect(ran[0]?.[1].at(-1)).toBe(
      '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Process | Where-Object { $_.MainWindowHandle -ne 0 } | ' +
        'Select-Object Id, ProcessName, Path, MainWindowTitle | ConvertTo-Json -Compress',
    );
    expect(parseProcesses(PROCESSES)).toHaveLength(5);
  });

  test('come to the front by their number, which is never a part of the script', async () => {
    const { apps, named, ran } = computer((script) =>
      script.includes('AppActivate') ? said('True\r\n') : null,
    );
    expect(await apps.bringToFront(await named('Notepad++'), signal)).toMatchObject({ ok: true });
    expect(ran.at(-1)).toEqual([
      POWERSHELL,
      [...FLAGS, '(New-Object -ComObject WScript.Shell).AppActivate([int]$env:PROCESS_NUMBER)'],
      { PROCESS_NUMBER: '101' },
    ]);
    const unwilling = computer((script) => (script.includes('AppActivate') ? said('False\r\n') : null));
    expect(await unwilling.apps.bringToFront(await unwilling.named('Notepad++'), signal)).toMatchObject({
      why: 'failed',
    });
    expect(await apps.bringToFront(await named('Word'), signal)).toMatchObject({ why: 'not-running' });
  });

  test('are asked to close, never forced', async () => {
    const { apps, named, ran } = computer((script, turn) =>
      script.includes('Get-Process') && turn > 3 ? said('[]') : null,
    );
    expect(await apps.quit(await named('Google Chrome'), signal)).toEqual({ ok: true, value: 'quit' });
    expect(ran[2]).toEqual(['C:\\Windows\\System32\\taskkill.exe', ['/PID', '100'], undefined]);
    expect(ran.flatMap(([, args]) => args)).not.toContain('/F');
  });

  test('what the system refuses is said', async () => {
    const { apps, named } = computer((script) =>
      script.includes('Get-Process') ? { ok: false, why: 'too-slow' } : null,
    );
    expect(await apps.running(signal)).toMatchObject({ ok: false, why: 'failed' });
    expect(await apps.quit(await named('Word'), signal)).toMatchObject({ ok: false, why: 'failed' });
    expect(await apps.openAddress('https://example.org/')).toMatchObject({ ok: false, why: 'failed' });
  });
});
