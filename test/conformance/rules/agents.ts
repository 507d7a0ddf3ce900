import { listAt, textAt, valueAt, type Json } from '../read';
import { must, mustEqual, NotApplicable, rule, shown, type Rule } from '../rule';
import { mustRefuse, replyFrom, saidIn, WEATHER } from '../steps';
import { wordsOf } from '../read';
import { isTime, mustAnswer } from './rest-steps';

const AGENT: Json = { name: 'Conformance', system_prompt: 'Be brief.', voice: { voice_id: 'anna' } };
const NOBODY = 'agent_00000000000000000000000000000000';
const TOOL: Json = { name: WEATHER.name, description: WEATHER.description, parameters: WEATHER.parameters };

/** The list of agents: an array in old documentation (section 14, row 23). */
function agentsIn(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? body : listAt(body, 'agents');
}

/** Stored agents (sections 3.1, 10.2). */
export const agents: readonly Rule[] = [
  rule(
    'agents.create',
    '10.2',
    'POST /agents answers 201 with id, what was sent, created_at and updated_at.',
    { how: 'Create one and read it.' },
    async (bench) => {
      const agent = await bench.agent({ ...AGENT, greeting: 'Hello.', tools: [TOOL] });
      mustEqual(agent['name'], 'Conformance', 'name');
      mustEqual(agent['system_prompt'], 'Be brief.', 'system_prompt');
      mustEqual(agent['greeting'], 'Hello.', 'greeting');
      mustEqual(valueAt(agent, 'voice.voice_id'), 'anna', 'voice.voice_id');
      must(isTime(agent['created_at']) && isTime(agent['updated_at']), 'the times are no ISO times');
      if (bench.target.loopback) must(/^agent_[0-9a-f]{32}$/.test(agent.id), `id is ${agent.id}`);
    },
  ),
  rule(
    'agents.read',
    '10.2',
    'GET /agents/{id} answers what POST answered.',
    { how: 'Create one with a tool and compare.' },
    async (bench) => {
      const agent = await bench.agent({ tools: [TOOL], input: { keyterms: ['Nova'] } });
      const { status, body } = await bench.rest('GET', `/agents/${agent.id}`);
      mustEqual(status, 200, 'the status');
      mustEqual(body, agent, 'the agent');
    },
  ),
  rule(
    'agents.list',
    '10.2',
    'GET /agents lists {id, name, created_at, updated_at}, newest first.',
    { how: 'Create two and find them in the list.' },
    async (bench) => {
      const [one, two] = [await bench.agent({ name: 'One' }), await bench.agent({ name: 'Two' })];
      const { status, body } = await bench.rest('GET', '/agents');
      mustEqual(status, 200, 'the status');
      const ids = agentsIn(body).map((entry) => textAt(entry, 'id'));
      must(
        ids.indexOf(two.id) >= 0 && ids.indexOf(two.id) < ids.indexOf(one.id),
        'they are not there, newest first',
      );
      const entry = agentsIn(body)[ids.indexOf(two.id)];
      mustEqual(valueAt(entry, 'name'), 'Two', 'name');
      must(
        isTime(valueAt(entry, 'created_at')) && isTime(valueAt(entry, 'updated_at')),
        'the times are no ISO times',
      );
    },
  ),
  rule(
    'agents.list-shape',
    '14 row 23',
    'The list is an object with agents, has_more and response_metadata.next_cursor (a bare array in old documentation).',
    { how: 'Read them.' },
    async (bench) => {
      const { body } = await bench.rest('GET', '/agents');
      if (Array.isArray(body) && !bench.target.loopback) return 'a bare array';
      must(typeof valueAt(body, 'has_more') === 'boolean', `has_more is ${shown(valueAt(body, 'has_more'))}`);
      textAt(body, 'response_metadata.next_cursor');
      listAt(body, 'agents');
      return undefined;
    },
  ),
  rule(
    'agents.pages',
    '10',
    'Agents come in pages: limit and cursor lead through all of them, once each.',
    { how: 'Create three, go through pages of one until all three were seen.' },
    async (bench) => {
      const made = [await bench.agent(), await bench.agent(), await bench.agent()].map(({ id }) => id);
      const seen: string[] = [];
      let cursor = '';
      for (let page = 0; page < 100 && !made.every((id) => seen.includes(id)); page++) {
        const { body, status } = await bench.rest(
          'GET',
          `/agents?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        mustEqual(status, 200, 'the status');
        if (Array.isArray(body)) throw new NotApplicable('the list is a bare array');
        mustEqual(listAt(body, 'agents').length, 1, 'the length of a page');
        seen.push(textAt(body, 'agents.0.id'));
        cursor = textAt(body, 'response_metadata.next_cursor');
        mustEqual(valueAt(body, 'has_more'), cursor !== '', 'has_more');
        if (cursor === '') break;
      }
      must(
        made.every((id) => seen.includes(id)),
        'not all were seen',
      );
      mustEqual(new Set(seen).size, seen.length, 'the number of different ones');
    },
  ),
  rule(
    'agents.put-partial',
    '14 row 25',
    'PUT changes what is sent and keeps the rest.',
    { how: 'PUT a new name; the prompt is as before; updated_at is not older.' },
    async (bench) => {
      const agent = await bench.agent({ greeting: 'Hello.' });
      const { status, body } = await bench.rest('PUT', `/agents/${agent.id}`, { body: { name: 'Renamed' } });
      if (!bench.target.loopback && status === 422) return 'replaces the whole agent';
      mustEqual(status, 200, 'the status');
      mustEqual(valueAt(body, 'name'), 'Renamed', 'name');
      mustEqual(valueAt(body, 'system_prompt'), 'Be brief.', 'system_prompt');
      mustEqual(valueAt(body, 'greeting'), 'Hello.', 'greeting');
      mustEqual(valueAt(body, 'id'), agent.id, 'id');
      mustEqual(valueAt(body, 'created_at'), agent['created_at'], 'created_at');
      must(
        Date.parse(textAt(body, 'updated_at')) >= Date.parse(textAt(agent, 'updated_at')),
        'updated_at went back',
      );
      return undefined;
    },
  ),
  rule(
    'agents.put-tools',
    '10.2',
    'PUT replaces tools as a whole; a tool keeps its tool_ id while its name stays.',
    { how: 'Create with one tool, PUT it changed and another, compare ids.' },
    async (bench) => {
      const agent = await bench.agent({ tools: [TOOL] });
      const id = textAt(agent, 'tools.0.id');
      must(id.startsWith('tool_'), `id is ${id}`);
      const tools = [
        { ...TOOL, description: 'Another text.' },
        { ...TOOL, name: 'second' },
      ];
      const { body } = await bench.rest('PUT', `/agents/${agent.id}`, { body: { ...AGENT, tools } });
      mustEqual(valueAt(body, 'tools.0.id'), id, 'the id of the first');
      must(textAt(body, 'tools.1.id') !== id, 'the second has the same id');
      mustEqual(valueAt(body, 'tools.0.description'), 'Another text.', 'its description');
      const last = await bench.rest('PUT', `/agents/${agent.id}`, { body: { ...AGENT, tools: [] } });
      mustEqual(valueAt(last.body, 'tools'), [], 'tools');
    },
  ),
  rule(
    'agents.put-invalid',
    '10.2',
    'A PUT that is not valid changes nothing.',
    { how: 'PUT an unknown voice together with a name; the agent is as before.' },
    async (bench) => {
      const agent = await bench.agent();
      const body = { ...AGENT, name: 'Renamed', voice: { voice_id: 'nobody' } };
      mustAnswer(await bench.rest('PUT', `/agents/${agent.id}`, { body }), [422, 400]);
      mustEqual(
        valueAt((await bench.rest('GET', `/agents/${agent.id}`)).body, 'name'),
        'Conformance',
        'name',
      );
    },
  ),
  rule(
    'agents.delete',
    '10.2',
    'DELETE answers 204, then the agent is 404 agent_not_found.',
    { how: 'Create, delete, get, delete again.' },
    async (bench) => {
      const { id } = await bench.agent();
      const { status, text } = await bench.rest('DELETE', `/agents/${id}`);
      mustEqual(status, 204, 'the status');
      mustEqual(text, '', 'the body');
      mustAnswer(await bench.rest('GET', `/agents/${id}`), [404], ['agent_not_found']);
      mustAnswer(await bench.rest('DELETE', `/agents/${id}`), [404], ['agent_not_found']);
    },
  ),
  ...(['GET', 'PUT', 'DELETE'] as const).map((method) =>
    rule(
      `agents.unknown-${method}`,
      '9.3',
      `${method} of an unknown agent is 404 agent_not_found.`,
      { how: 'Ask for an invented id.' },
      async (bench) => {
        const body = method === 'PUT' ? { body: AGENT } : {};
        mustAnswer(await bench.rest(method, `/agents/${NOBODY}`, body), [404], ['agent_not_found']);
      },
    ),
  ),
  rule(
    'agents.bind',
    '3.1',
    'A first update with agent_id alone opens a session with the stored configuration.',
    { how: 'Create an agent with greeting, voice and tool; read config, hear the greeting.' },
    async (bench) => {
      const { id } = await bench.agent({
        greeting: 'Hello from the store.',
        voice: { voice_id: 'michael' },
        tools: [TOOL],
      });
      const { client, ready } = await bench.open({ agent_id: id });
      mustEqual(valueAt(ready, 'config.id'), id, 'config.id');
      mustEqual(valueAt(ready, 'config.output.voice'), 'michael', 'config.output.voice');
      mustEqual(valueAt(ready, 'config.tools.0.name'), 'get_weather', 'config.tools[0].name');
      const said = saidIn(await replyFrom(bench, client, 0));
      mustEqual(wordsOf(said), wordsOf('Hello from the store.'), 'the greeting');
    },
  ),
  rule(
    'agents.bind-later-updates',
    '3.1',
    'A session of a stored agent takes later updates of mutable fields, and keeps the others frozen.',
    { how: 'Change the prompt; then try the greeting.' },
    async (bench) => {
      const { id } = await bench.agent({ greeting: 'Hello.' });
      const { client } = await bench.open({ agent_id: id });
      const from = client.mark;
      client.send({ type: 'session.update', session: { system_prompt: 'You are Eve.', tools: [WEATHER] } });
      const updated = await client.next('session.updated', from);
      must(textAt(updated, 'config.system_prompt').includes('You are Eve.'), 'the prompt was not changed');
      mustEqual(valueAt(updated, 'config.id'), id, 'config.id');
      const next = client.mark;
      client.send({ type: 'session.update', session: { greeting: 'Another.' } });
      await mustRefuse(client, next, { code: 'immutable_field', param: /^greeting$/ });
    },
  ),
  rule(
    'agents.changes-new-sessions',
    '10.2',
    'Changes of an agent affect new sessions only.',
    {
      how: 'Open a session, PUT another voice; an update of the session shows the old one, a new session the new one.',
    },
    async (bench) => {
      const { id } = await bench.agent();
      const { client } = await bench.open({ agent_id: id });
      await bench.rest('PUT', `/agents/${id}`, { body: { ...AGENT, voice: { voice_id: 'michael' } } });
      const from = client.mark;
      client.send({ type: 'session.update', session: {} });
      mustEqual(
        valueAt(await client.next('session.updated', from), 'config.output.voice'),
        'anna',
        'the old voice',
      );
      const { ready } = await bench.open({ agent_id: id });
      mustEqual(valueAt(ready, 'config.output.voice'), 'michael', 'the new voice');
    },
  ),
  rule(
    'agents.deleted',
    '9.1',
    'A deleted agent is agent_not_found for a new session.',
    { how: 'Create, delete, open a session with its id.' },
    async (bench) => {
      const { id } = await bench.agent();
      await bench.rest('DELETE', `/agents/${id}`);
      const client = await bench.connect();
      client.send({ type: 'session.update', session: { agent_id: id } });
      await mustRefuse(client, 0, {
        code: 'agent_not_found',
        message: 'Agent not found',
        param: /^agent_id$/,
      });
    },
  ),
];
