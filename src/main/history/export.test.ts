import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptConversation } from '../../shared/ipc/history';
import { appDiagnostics, conversationDiagnostics } from './diagnostics';
import { exported, exportName } from './export';
import { encodeLine, type Line } from './format';
import { readFileText } from './read';
import { agent, NINE, stamped, wholeTalk, you } from './records.fixture';

const words = { dateTime: (at: number) => new Date(at).toISOString(), time: (at: number) => `+${at - NINE}` };
const system = { parley: '0.1.0', electron: '45.4.1', system: 'linux 6.8.0 x64' };
function kept(lines: readonly Line[]): KeptConversation {
  const read = readFileText(lines.map(encodeLine).join(''));
  if (read.kind !== 'conversation') throw new Error(read.kind);
  return read.conversation;
}
const whole = kept([
  { type: 'file', format: 1, dollarsPerHour: 4.5 },
  ...wholeTalk('talk'),
  { type: 'digest', at: 1, digest: { kind: 'summary', at: 1, by: 'tiny', leftOut: 2, text: 'About taxes.' } },
  { type: 'digest', at: 1, digest: { kind: 'extraction', at: 1, by: 'tiny', leftOut: 0, json: '{"a":1}' } },
]);

describe('an exported conversation', () => {
  it('is Markdown', () => {
    expect(exported(whole, 'markdown', words)).toBe(`# Où sont mes impôts, the Übersicht?

- Began: 2026-11-21T09:00:00.000Z
- Ended: 2026-11-21T09:00:13.000Z (person)
- Engine: AssemblyAI, hosted
- Profile: Parley
- Server: agents.assemblyai.com
- Cost: $0.0750 by the published price

## Summary

About taxes.

*By tiny. The first 2 entries were left out.*

## Extracted

\`\`\`json
{"a":1}
\`\`\`

*By tiny.*

## Transcript

**You** (+3000): Où sont mes impôts, the Übersicht?

**Tool list\\_files** (+4000): done

Three files are there.

\`\`\`json
{
  "folder": "Taxes"
}
\`\`\`

**Parley** (+6000): Three files about your taxes are there. 🙂

> The connection broke.

**You** (+11000): Thank you.
`);
  });

  it('is plain text', () => {
    const text = exported(whole, 'text', words);
    expect(text).toContain('[+3000] You: Où sont mes impôts, the Übersicht?');
    expect(text).toContain('[+4000] Tool list_files: done. Three files are there.\n{\n  "folder": "Taxes"');
    expect(text).toContain('(The connection broke.)');
    expect(text).toContain('Summary\n\nAbout taxes.\n\nBy tiny. The first 2 entries were left out.');
  });

  it('is JSON that holds everything', () => {
    const read = JSON.parse(exported(whole, 'json', words)) as object;
    expect(read).toEqual({ format: 'parley-conversation', version: 1, ...whole });
  });

  it('keeps what was said from becoming Markdown', () => {
    const talk = kept([
      ...wholeTalk('talk').slice(0, 1),
      ...stamped('talk', [
        { type: 'entry', entry: you('a', '# Not a *heading* <b>') },
        { type: 'entry', entry: agent('b', 'One:\n- two\n1. three') },
      ]),
    ]);
    const text = exported(talk, 'markdown', words);
    expect(text).toContain('\\# Not a \\*heading\\* \\<b\\>');
    expect(text).toContain('One:\n\\- two\n1\\. three');
  });

  it('has a name that every system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(exportName({ ...whole, title }, '2026-11-21', 'markdown')).toMatch(
          /^2026-11-21[\p{L}\p{M}\p{N} _-]{0,130}\.md$/u,
        );
      }),
    );
    expect(exportName({ ...whole, title: '../a: "b"?' }, '2026-11-21', 'text')).toBe('2026-11-21 a b.txt');
  });
});

describe('diagnostics', () => {
  it('tell how it went', () => {
    const text = conversationDiagnostics(whole, system);
    for (const fact of [
      'Parley 0.1.0, Electron 45.4.1, linux 6.8.0 x64',
      'agents.assemblyai.com',
      'close code 1006',
      'sess_2 (resumed)',
      'Problem +7.0 s: connection_lost',
      'audible 900 ms',
      'Tool calls: done 12 ms',
      'Entries: 2 by the person, 1 by the agent (0 interrupted)',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('hold nothing personal: whatever a person, a tool or a server put into words stays out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{12}$/), (marker) => {
        const mark = `${marker} said`;
        const personal = kept([
          ...stamped(marker, [
            {
              type: 'conversation-began',
              engine: 'hosted',
              profile: { id: marker, name: mark },
              continues: false,
            },
            { type: 'socket-opened', socket: 1, engine: 'hosted', host: `${marker}.example.com:443` },
            { type: 'session-ready', socket: 1, sessionId: mark, expiresAt: null, resumed: false },
            { type: 'entry', entry: you('a', mark) },
            { type: 'entry', entry: agent('b', mark) },
            {
              type: 'entry',
              entry: {
                kind: 'tool',
                id: 'c',
                name: marker,
                arguments: mark,
                state: 'failed',
                outcome: `/home/${marker}/x`,
                milliseconds: 3,
                progress: null,
                detail: null,
                action: null,
                undone: false,
                foreign: false,
              },
            },
            { type: 'problem', problem: { code: mark, sentence: mark, next: mark } },
            {
              type: 'socket-closed',
              socket: 1,
              sessionId: mark,
              code: 1011,
              reason: mark,
              saidGoodbye: false,
              seconds: null,
            },
          ]),
          { type: 'title', at: 1, title: mark },
          { type: 'digest', at: 1, digest: { kind: 'summary', at: 1, by: mark, leftOut: 0, text: mark } },
          { type: 'digest', at: 1, digest: { kind: 'extraction', at: 1, by: mark, leftOut: 0, json: mark } },
        ]);
        const facts = {
          system,
          engine: 'hosted' as const,
          status: 'ready',
          kept: 1,
          newest: [personal],
          selfTest: [],
        };
        for (const text of [conversationDiagnostics(personal, system), appDiagnostics(facts)]) {
          expect(text).not.toContain(marker);
          expect(text).toContain('close code 1011');
        }
      }),
    );
  });
});
