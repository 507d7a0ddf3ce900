import { expect, it } from 'vitest';
import { fillSnippet } from './channels';

const place = { agentId: 'agent_1', socketUrl: 'wss://a.example/v1/ws', apiUrl: 'https://a.example/v1' };

it('puts the agent and its region into a snippet, everywhere', () => {
  const source =
    "a = '__AGENT_ID__'; b = '__SOCKET_URL__'; c = `__API_URL__/token`; d = '__AGENT_ID__' // __init__";
  expect(fillSnippet(source, place)).toBe(
    "a = 'agent_1'; b = 'wss://a.example/v1/ws'; c = `https://a.example/v1/token`; d = 'agent_1' // __init__",
  );
});

it('never lets a strange id become code', () => {
  expect(fillSnippet("'__AGENT_ID__'", { ...place, agentId: "x';\nevil(`$1`)//" })).toBe("'x;evil(1)//'");
});
