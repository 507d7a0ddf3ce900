import { describe, expect, it } from 'vitest';
import { IntentRouter } from './thinker';
import { deskTools, foreignTools } from './tools.fixture';
import {
  emptyMemory,
  type FinishedCall,
  type Memory,
  type OfferedTool,
  type Prompt,
  type ThoughtRequest,
} from './types';

/** A talk with the router by words alone, its memory carried on. */
class Talk {
  memory: Memory = emptyMemory;
  private readonly router = new IntentRouter(null);

  constructor(public more: Partial<ThoughtRequest> = {}) {}

  async prompt(prompt: Prompt) {
    const thought = await this.router.think(
      {
        prompt,
        systemPrompt: 'You are Nova, a calm desktop helper.',
        greeting: 'Nova here.',
        tools: deskTools,
        history: [],
        memory: this.memory,
        now: new Date(2026, 10, 21, 10),
        ...this.more,
      },
      new AbortController().signal,
    );
    this.memory = thought.memory;
    return thought;
  }

  async says(text: string): Promise<string> {
    const thought = await this.prompt({ kind: 'request', text });
    if (thought.kind === 'call')
      return JSON.stringify(thought.calls.map((call) => [call.name, call.arguments]));
    return thought.kind === 'say' ? thought.text : '';
  }

  async results(...results: readonly Partial<FinishedCall>[]): Promise<string> {
    const thought = await this.prompt({ kind: 'results', calls: results.map(finished) });
    return thought.kind === 'say' ? thought.text : '';
  }
}

describe('small talk', () => {
  it('knows its name, greets and takes thanks', async () => {
    const talk = new Talk();
    expect(await talk.says('Hello!')).toBe('Hello, Nova here. What can I do for you?');
    expect(await talk.says('Who are you?')).toContain("I'm Nova");
    expect(await talk.says('Thank you very much.')).toBe("You're welcome.");
  });
  it('tells what the offered tools can do, and nothing else', async () => {
    const said = await new Talk().says('What can you do?');
    expect(said).toMatch(/^I can tell the current time and date, list files and folders/);
    expect(await new Talk({ tools: [] }).says('What can you do?')).toContain('no tools');
  });
  it('says nothing when told to stop', async () => {
    expect(await new Talk().says('Stop.')).toBe('');
    expect(await new Talk().says('Nova, be quiet please.')).toBe('');
  });
  it('says the last thing again', async () => {
    const talk = new Talk();
    await talk.results({ result: '{"say":"It is noon."}' });
    expect(await talk.says('Say that again?')).toBe('It is noon.');
  });
  it('admits what it cannot do', async () => {
    expect(await new Talk().says('Book me a flight to Mars.')).toMatch(/^I can't do that/);
    expect(await new Talk().says('Who painted the Mona Lisa?')).toMatch(/^I don't know that/);
  });
});

describe('asking back', () => {
  it('asks for what is missing and takes the next words for it', async () => {
    const talk = new Talk();
    expect(await talk.says('Read a file.')).toBe('Which file?');
    expect(await talk.says('The shopping list.')).toBe('[["read_text_file",{"file":"shopping list"}]]');
  });
  it('keeps what was said already', async () => {
    const talk = new Talk({ tools: foreignTools });
    expect(await talk.says('Remind me to call Sam.')).toBe('For how long?');
    expect(await talk.says('In twenty minutes.')).toBe('[["set_reminder",{"minutes":20,"text":"call Sam"}]]');
  });
  it('lets go on never mind', async () => {
    const talk = new Talk();
    await talk.says('Read a file.');
    expect(await talk.says('Never mind.')).toBe('All right.');
    expect(talk.memory.question).toBeNull();
  });
  it('asks again when no number was said for a number', async () => {
    const talk = new Talk({ tools: foreignTools });
    await talk.says('Set a timer.');
    expect(await talk.says('Bananas.')).toContain("didn't get that");
    expect(await talk.says('Ten minutes.')).toBe('[["set_timer",{"seconds":600}]]');
  });
});

describe('following up', () => {
  it('takes the last tool once more with another argument', async () => {
    const talk = new Talk();
    await talk.says('What time is it in Tokyo?');
    expect(await talk.says('And in Paris?')).toBe('[["get_time",{"place":"Paris"}]]');
    expect(await talk.says('No, I meant in Rome.')).toBe('[["get_time",{"place":"Rome"}]]');
    expect(await talk.says('Do that again.')).toBe('[["get_time",{"place":"Rome"}]]');
  });
  it('knows the second one of a list', async () => {
    const talk = new Talk();
    await talk.results({ result: '{"say":"Two files.","files":[{"name":"a.txt"},{"name":"b.txt"}]}' });
    expect(await talk.says('Open the second one.')).toBe('[["open_item",{"item":"b.txt"}]]');
  });
  it('does two things asked for in one sentence', async () => {
    expect(await new Talk().says('What time is it in Tokyo and open the quarterly budget.')).toBe(
      '[["get_time",{"place":"Tokyo"}],["open_item",{"item":"quarterly budget"}]]',
    );
  });
});

describe('results in plain words', () => {
  it.each<readonly [Partial<FinishedCall>, string]>([
    [{ result: '{"say":"It is noon in Tokyo.","data":{"time":"12:00"}}' }, 'It is noon in Tokyo.'],
    [{ result: 'All saved' }, 'All saved.'],
    [
      { result: '{"temp_c":19,"sky":"clear"}' },
      'The temperature is 19 degrees Celsius and the sky is clear.',
    ],
    [{ result: '{"files":["a","b"]}' }, 'There are 2 files: a and b.'],
    [{ result: '[]' }, 'I found nothing.'],
    [{ result: '{"ok":true}' }, 'Done.'],
    [{ result: '{"message":"Timer set"}' }, 'Timer set.'],
    [{ result: '' }, 'Done.'],
    [
      { result: '{"error":"No file with that name","hint":"ask for another name"}', outcome: 'failed' },
      "Sorry, that didn't work. No file with that name.",
    ],
    [{ result: '', outcome: 'failed' }, "Sorry, that didn't work."],
    [{ result: '', outcome: 'timed-out' }, 'Sorry, that took too long, so I stopped waiting.'],
  ])('%j', async (call, said) => expect(await new Talk().results(call)).toBe(said));
  it('tells several one after the other', async () => {
    expect(await new Talk().results({ result: '{"say":"One."}' }, { result: '{"say":"Two."}' })).toBe(
      'One. Two.',
    );
  });
});

describe('instructions', () => {
  const told = async (text: string | null, more: Partial<ThoughtRequest> = {}) => {
    const thought = await new Talk(more).prompt({ kind: 'instructions', text });
    return thought.kind === 'say' ? thought.text : JSON.stringify(thought);
  };
  it('says exactly what it is told', async () => {
    expect(await told('Say exactly: "Hello, you two."')).toBe('Hello, you two.');
  });
  it('tells what it is asked to tell', async () => {
    expect(await told('Tell the user the export finished, in one sentence.')).toBe('The export finished.');
    expect(await told('Say briefly that you are back and continue')).toBe('I am back.');
  });
  it('answers typed text with its quotes and line breaks undone', async () => {
    const thought = await new Talk().prompt({
      kind: 'instructions',
      text: `The user typed: ${JSON.stringify('open the file "to do.txt"')} Answer it.`,
    });
    expect(thought).toMatchObject({
      kind: 'call',
      calls: [{ name: 'open_item', arguments: { item: 'to do.txt' } }],
    });
  });
  it('answers the last words when there are no instructions', async () => {
    expect(await told(null, { history: [{ role: 'user', text: 'Hello' }] })).toContain('Nova here');
  });
});

describe('tools that are not offered yet', () => {
  const finder: OfferedTool = {
    name: 'find_tools',
    description: 'Finds further tools when the user asks for something that no other offered tool does.',
    parameters: {
      type: 'object',
      properties: { request: { type: 'string', description: "What is wanted, e.g. 'zip the photos'." } },
      required: ['request'],
    },
  };
  const few = [...deskTools, finder];
  const found = { name: 'find_tools', result: '{"say":"One more tool is there."}' };

  it('are asked for in the words of the person, and the request is taken up again', async () => {
    const talk = new Talk({ tools: few });
    expect(await talk.says('Nova, turn on the kitchen light, please.')).toBe(
      '[["find_tools",{"request":"turn on the kitchen light"}]]',
    );
    talk.more = { tools: [...few, ...foreignTools] };
    const thought = await talk.prompt({ kind: 'results', calls: [finished(found)] });
    expect(thought).toMatchObject({
      kind: 'call',
      calls: [{ name: 'set_light', arguments: { room: 'kitchen', state: 'on' } }],
    });
    expect(await talk.results({ result: '{"say":"The light is on."}' })).toBe('The light is on.');
  });

  it('are not asked for twice: what no tool does then cannot be done', async () => {
    const talk = new Talk({ tools: few });
    await talk.says('Turn on the kitchen light.');
    expect(
      await talk.results({ ...found, outcome: 'failed', result: '{"error":"No tool does that."}' }),
    ).toMatch(/^I can't do that/);
    await talk.says('Turn on the kitchen light.');
    expect(await talk.results(found)).toMatch(/^I can't do that/);
  });

  it('are asked for where one of several requests needs them, and then all are done', async () => {
    const talk = new Talk({ tools: few });
    const said = 'Open the quarterly budget and turn on the kitchen light.';
    expect(await talk.says(said)).toContain('["find_tools",{"request":"turn on the kitchen light"}]');
    talk.more = { tools: [...few, ...foreignTools] };
    expect(await talk.prompt({ kind: 'results', calls: [finished(found)] })).toMatchObject({
      kind: 'call',
      calls: [{ name: 'open_item' }, { name: 'set_light' }],
    });
  });

  it.each([
    'Hello!',
    'Thank you.',
    'What can you do?',
    'I had soup for lunch.',
    "Don't turn on the light.",
    'Stop.',
    'Bananas.',
  ])('are not asked for on %j', async (said) =>
    expect(await new Talk({ tools: few }).says(said)).not.toContain('find_tools'),
  );

  it('are not asked for when an offered one surely fits, and are no ability to speak of', async () => {
    const talk = new Talk({ tools: few });
    expect(await talk.says('Search files for budget.')).toContain('search_files');
    expect(await new Talk({ tools: few }).says('What can you do?')).not.toContain('further tools');
  });

  it('are asked for before one is taken that fits by chance', async () => {
    const talk = new Talk({ tools: few });
    expect(await talk.says('Show me the road to Rome.')).toContain('find_tools');
  });

  it('go before others when the search named them, the first one most', async () => {
    const named = (...names: string[]) => ({ ...found, result: JSON.stringify({ tools: names }) });
    const both = [...few, ...foreignTools];
    const chosen = async (...names: string[]) => {
      const talk = new Talk({ tools: few });
      await talk.says('Do something with the music in the kitchen.');
      talk.more = { tools: both };
      return JSON.stringify(await talk.prompt({ kind: 'results', calls: [finished(named(...names))] }));
    };
    expect(await chosen('get_weather', 'play_music')).toContain('get_weather');
    expect(await chosen('play_music', 'get_weather')).toContain('play_music');
  });

  it('leave what came meanwhile of an earlier call to be told', async () => {
    const talk = new Talk({ tools: few });
    await talk.says('Turn on the kitchen light.');
    expect(await talk.results({ name: 'get_time', result: '{"say":"It is noon."}' })).toBe('It is noon.');
  });
});

describe('a question of approval', () => {
  const asked = async () => {
    const talk = new Talk();
    const result = '{"status":"waiting_for_approval","say":"Shall I open the quarterly budget?"}';
    const instructions = 'Say exactly: It is open.';
    expect(await talk.results({ name: 'open_item', result, instructions })).toBe(
      'Shall I open the quarterly budget?',
    );
    return talk;
  };

  it.each([
    'Open it.',
    'Yes.',
    'Yes, open it please.',
    'Go ahead.',
    'Go ahead and open the budget.',
    'Do it.',
    'No.',
    "Don't.",
    'No, leave it.',
    'Cancel that.',
    'Not now.',
    'Okay.',
  ])('that is answered with %j is left to the client', async (said) => {
    const talk = await asked();
    expect(await talk.says(said)).toBe('All right.');
    expect(talk.memory.approval).toBeNull();
    // What became of it is told by the client alone.
    expect(await talk.prompt({ kind: 'instructions', text: 'Say exactly: "Budget is open."' })).toMatchObject(
      {
        text: 'Budget is open.',
      },
    );
  });

  it.each([
    ['What time is it in Tokyo?', '[["get_time",{"place":"Tokyo"}]]'],
    ['Open the shopping list.', '[["open_item",{"item":"shopping list"}]]'],
    ['Stop.', ''],
  ])('does not swallow %j', async (said, answer) => {
    const talk = await asked();
    expect(await talk.says(said)).toBe(answer);
    expect(talk.memory.approval).toBeNull();
  });

  it('is over once the client has told the outcome', async () => {
    const talk = await asked();
    await talk.prompt({ kind: 'instructions', text: 'Say exactly: "I got no answer, so I left it."' });
    expect(await talk.says('Okay.')).toBe('Okay.');
  });
});

function finished(call: Partial<FinishedCall>): FinishedCall {
  return { name: 't', arguments: {}, result: '{}', outcome: 'done', ...call };
}
