/** What servers that misbehave can do to the process: nothing but end themselves. */
import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { hostile, named, ServiceBed } from './service.fixture';

let bed = new ServiceBed();
afterEach(() => bed.service.kill());

const withLimits = (limits: ConstructorParameters<typeof ServiceBed>[0]) => (bed = new ServiceBed(limits));
const ending = async (way: string) => {
  bed.ask({ type: 'start', server: 'h', launch: hostile(way) });
  return bed.next('ended');
};

describe('a server that does not start', () => {
  it('and says nothing is given up', async () => {
    withLimits({ initialize: 300 });
    expect(await ending('hangs-at-start')).toMatchObject({ problem: { code: 'mcp_silent' }, final: false });
  });

  it('and does not list its tools is given up', async () => {
    withLimits({ list: 300 });
    expect(await ending('hangs-at-list')).toMatchObject({ problem: { code: 'mcp_silent' } });
  });

  it('dies: its last words are in the log', async () => {
    withLimits({});
    expect(await ending('dies-at-start')).toMatchObject({
      problem: { sentence: 'The server ended by itself with code 3.' },
      final: false,
    });
    await bed.next('log', ({ lines }) => lines.includes('cannot find my configuration'));
  });

  it('speaks something else', async () => {
    withLimits({ initialize: 300 });
    expect(await ending('other-language')).toMatchObject({ problem: { code: 'mcp_silent' } });
    expect(await ending('other-version')).toBeDefined();
  });

  it('is not there at all', async () => {
    withLimits({});
    const launch = { ...hostile('none'), type: 'stdio', command: 'no-such-program' } as const;
    bed.ask({ type: 'start', server: 'h', launch: launch as never });
    expect(await bed.next('ended')).toMatchObject({ problem: { code: 'mcp_no_program' }, final: true });
  });
});

describe('a server that floods', () => {
  it.each(['floods-messages', 'floods-garbage'])('%s: it is stopped', async (way) => {
    withLimits({});
    expect(await ending(way)).toMatchObject({ problem: { code: 'mcp_flood' }, final: true });
  });

  it('its log is slowed down and thinned out; calls still work', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('floods-log'));
    await bed.next('log', ({ lines }) => lines.some((line) => /^\(\d+ more lines\)$/.test(line)));
    expect(await bed.text('h', named(tools, 'echo'), { text: 'still here' })).toBe('still here');
    const lengths = bed.reports.map((report) => (report.type === 'log' ? report.lines.length : 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(101);
  });

  it('a result is cut, a message beyond measure ends the server', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('huge-result'));
    expect((await bed.text('h', named(tools, 'echo'), { text: '' })).length).toBeLessThanOrEqual(100_000);
    const others = await bed.start('i', hostile('huge-message'));
    expect(await bed.call('i', named(others, 'echo'), { text: '' }).outcome).toMatchObject({
      failure: { reason: 'gone' },
    });
  });

  it('a list without end is cut', async () => {
    withLimits({});
    expect(await bed.start('h', hostile('endless-pages'))).toHaveLength(20);
    expect(await bed.start('i', hostile('many-tools'))).toHaveLength(200);
  });
});

describe('a server that lies', () => {
  it('about schemas loses those tools only, and what is left is small and flat enough', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('lies'));
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['echo', 'no_schema', 'recursive', 'remote', 'slow_pattern', 'long']),
    );
    for (const name of ['text_schema', 'list_schema', 'properties_list']) expect(names).not.toContain(name);
    expect(names.some((name) => name.includes('\u202e'))).toBe(false);
    for (const { parameters, description } of tools) {
      expect(JSON.stringify(parameters).length).toBeLessThanOrEqual(6_000);
      expect(JSON.stringify(parameters)).not.toContain('$ref');
      expect(description.length).toBeLessThanOrEqual(300);
    }
    await bed.next('log', ({ lines }) => lines.some((line) => line.includes('left out')));
  });

  it('with a pattern that takes for ever does not hold up the check', async () => {
    withLimits({});
    await bed.start('h', hostile('lies'));
    const before = performance.now();
    bed.ask({
      type: 'check',
      id: 1,
      server: 'h',
      tool: 'slow_pattern',
      args: { text: `${'a'.repeat(40)}!` },
    });
    expect(await bed.next('checked')).toMatchObject({ problem: null });
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('about a result gets nothing but an empty one', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('answers-nonsense'));
    const told = await bed.call('h', named(tools, 'echo'), { text: 'x' }).outcome;
    expect(told).toMatchObject({ result: { text: '', structured: null, isError: false } });
  });

  it('by changing a tool: what was approved is not called any more', async () => {
    withLimits({ relist: 10 });
    const tools = await bed.start('h', hostile('rug-pull'));
    const echo = named(tools, 'echo');
    await bed.text('h', echo, { text: 'x' });
    const { tools: now } = await bed.next('tools');
    expect(named(now, 'echo').fingerprint).not.toBe(echo.fingerprint);
    expect(await bed.call('h', echo, { text: 'x' }).outcome).toMatchObject({
      failure: { reason: 'changed' },
    });
  });

  it('about changes all the time is read again once a while', async () => {
    withLimits({ relist: 100 });
    await bed.start('h', hostile('tells-of-changes'));
    const before = Date.now();
    await bed.next('tools');
    const seen = bed.reports.filter(({ type }) => type === 'tools').length;
    expect(seen).toBeLessThanOrEqual(Math.ceil((Date.now() - before) / 100) + 1);
  });
});

describe('a server in mid-call', () => {
  it('that hangs is given up, and cancelled', async () => {
    withLimits({ call: 300 });
    const tools = await bed.start('h', hostile('hangs-at-call'));
    expect(await bed.call('h', named(tools, 'echo'), { text: 'x' }).outcome).toMatchObject({
      failure: { reason: 'timeout' },
    });
  });

  it('that dies is told of: to the call, and as its end', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('dies-in-call'));
    expect(await bed.call('h', named(tools, 'echo'), { text: 'x' }).outcome).toMatchObject({
      failure: { reason: 'gone' },
    });
    expect(await bed.next('ended')).toMatchObject({
      problem: { sentence: 'The server ended by itself with code 7.' },
      final: false,
    });
  });

  it('that asks for more than a call gets nothing', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('asks-back'));
    expect(await bed.text('h', named(tools, 'echo'), { text: 'x' })).toBe('refused refused');
  });
});

describe('changed minds', () => {
  it('a server that is switched off while it starts anew stays off', async () => {
    withLimits({});
    await bed.start('h', hostile('well-behaved'));
    bed.reports.length = 0;
    bed.ask({ type: 'start', server: 'h', launch: hostile('well-behaved') });
    bed.ask({ type: 'stop', server: 'h' });
    await bed.next('ended');
    // What would have started has had its turn once another server is up.
    await bed.start('other', hostile('well-behaved'));
    expect(bed.reports.filter((report) => report.type === 'starting')).toMatchObject([{ server: 'other' }]);
  });

  it('of two starts at once only one server runs', async () => {
    withLimits({});
    await bed.start('h', hostile('well-behaved'));
    bed.reports.length = 0;
    bed.ask({ type: 'start', server: 'h', launch: hostile('well-behaved') });
    bed.ask({ type: 'start', server: 'h', launch: hostile('well-behaved') });
    await bed.next('ready');
    expect(bed.reports.filter((report) => report.type === 'starting')).toHaveLength(1);
  });
});

describe('the end', () => {
  it('takes with it a server that does not listen, and what that has started', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('will-not-go'));
    const pids = [await bed.text('h', named(tools, 'pid'), {}), await child()];
    bed.ask({ type: 'stop', server: 'h' });
    await bed.next('ended');
    for (const pid of pids) await gone(pid);
  });

  it('is immediate when the process goes', async () => {
    withLimits({});
    const tools = await bed.start('h', hostile('will-not-go'));
    const pids = [await bed.text('h', named(tools, 'pid'), {}), await child()];
    bed.service.kill();
    for (const pid of pids) await gone(pid);
  });

  it('of one server leaves the others alone', async () => {
    withLimits({});
    const tools = await bed.start('good', hostile('well-behaved'));
    await ending('floods-messages');
    expect(await bed.text('good', named(tools, 'echo'), { text: 'fine' })).toBe('fine');
  });
});

async function child(): Promise<string> {
  const { lines } = await bed.next('log', (report) => report.lines.some((line) => line.startsWith('child ')));
  return lines.find((line) => line.startsWith('child '))!.slice(6);
}

/** Resolves when the process has ended; a zombie that nobody has waited for yet counts as gone. */
async function gone(pid: string): Promise<void> {
  for (;;) {
    try {
      if (execFileSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).startsWith('Z')) return;
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
