// Talks to a stored agent: sound in on stdin, sound out on stdout, both 16-bit mono PCM at 24 kHz.
//
//   npm install ws
//   export ASSEMBLYAI_API_KEY=...
//   sox -q -d -t raw -r 24000 -e signed -b 16 -c 1 - | node talk.mjs | sox -q -t raw -r 24000 -e signed -b 16 -c 1 - -d
//
// Use headphones, or the agent hears itself. From a file: node talk.mjs < question.raw > answer.raw
import WebSocket from 'ws';

const AGENT_ID = '__AGENT_ID__';
const SOCKET_URL = '__SOCKET_URL__';
const CHUNK_MS = 50;
const CHUNK_BYTES = (24_000 * 2 * CHUNK_MS) / 1_000;

const key = process.env.ASSEMBLYAI_API_KEY;
if (!key) fail('Set ASSEMBLYAI_API_KEY to your key.');

const socket = new WebSocket(SOCKET_URL, { headers: { Authorization: `Bearer ${key}` } });
const send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));

let heard = Buffer.alloc(0);
let inputEnded = false;
let servedTools = new Set();
let dropped = ''; // The reply that was interrupted: what still comes of it is not played.
let ending = false;
const busy = new Set(); // Replies and calls under way.
let quietSince = Date.now();

socket.on('open', () => send({ type: 'session.update', session: { agent_id: AGENT_ID } }));
socket.on('message', (data) => receive(JSON.parse(data)));
socket.on('error', (error) => fail(`The service could not be reached: ${error.message}`));
socket.on('close', (code) => (ending ? process.exit(0) : fail(`The connection closed (${code}).`)));

function receive(event) {
  switch (event.type) {
    case 'session.ready':
      for (const direction of ['input', 'output']) {
        const encoding = event.config?.[direction]?.format?.encoding ?? 'audio/pcm';
        if (encoding !== 'audio/pcm')
          fail(`This agent's ${direction} is ${encoding}: store it with audio/pcm.`);
      }
      remember(event.config);
      startMicrophone();
      break;
    case 'session.updated':
      remember(event.config);
      break;
    case 'transcript.user':
      console.error(`You: ${event.text}`);
      break;
    case 'transcript.agent':
      console.error(`Agent: ${event.text}`);
      break;
    case 'reply.started':
      busy.add(event.reply_id);
      break;
    case 'reply.audio':
      if (event.reply_id !== dropped) process.stdout.write(Buffer.from(event.data, 'base64'));
      break;
    case 'reply.done':
      if (event.status === 'interrupted') dropped = event.reply_id;
      done(event.reply_id);
      break;
    case 'tool.call':
      void answer(event);
      break;
    case 'session.error':
      console.error(`The service: ${event.code ?? event.error_code} ${event.message ?? ''}`);
      break;
    case 'session.ended':
      socket.close();
      break;
  }
}

// Tools with an `http` block are run by the service; their calls are told, not asked.
function remember(config) {
  if (config) servedTools = new Set((config.tools ?? []).filter(({ http }) => http).map(({ name }) => name));
}

async function answer({ call_id, name, arguments: args }) {
  if (servedTools.has(name)) return;
  busy.add(call_id);
  const { result, is_error } = await runTool(name, args).then(
    (value) => ({ result: JSON.stringify(value), is_error: false }),
    (error) => ({ result: JSON.stringify({ error: error.message }), is_error: true }),
  );
  send({ type: 'tool.result', call_id, result, is_error });
  done(call_id);
}

function done(id) {
  busy.delete(id);
  quietSince = Date.now();
}

// Your own tools go here: return what the agent should know.
async function runTool(name) {
  throw new Error(`There is no tool ${name} here.`);
}

// The service wants sound at the pace of a microphone, silence included: it ends turns by it.
function startMicrophone() {
  process.stdin.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    if (heard.length > CHUNK_BYTES * 100) process.stdin.pause();
  });
  process.stdin.on('end', () => (inputEnded = true));
  let next = performance.now();
  const tick = () => {
    if (ending) return;
    const chunk = Buffer.alloc(CHUNK_BYTES);
    heard.copy(chunk);
    heard = heard.subarray(CHUNK_BYTES);
    process.stdin.resume();
    if (heard.length > 0) quietSince = Date.now();
    send({ type: 'input.audio', audio: chunk.toString('base64') });
    // The sound came from a file, and nothing more is to come.
    if (inputEnded && busy.size === 0 && Date.now() - quietSince > 5_000) return end();
    next += CHUNK_MS;
    setTimeout(tick, next - performance.now());
  };
  tick();
}

// An open session is billed by the second: end it, do not just leave.
function end() {
  if (ending) return;
  ending = true;
  send({ type: 'session.end' });
  setTimeout(() => socket.terminate(), 5_000).unref();
}
process.on('SIGINT', end);
process.on('SIGTERM', end);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
