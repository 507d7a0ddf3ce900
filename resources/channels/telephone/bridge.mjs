// Connects telephone calls from Twilio to a stored agent. The agent must be stored with audio/pcmu both ways:
// then every sample passes through untouched.
//
//   npm install ws
//   export ASSEMBLYAI_API_KEY=...  TWILIO_AUTH_TOKEN=...  PUBLIC_HOST=bridge.example.com
//   node bridge.mjs            behind https at PUBLIC_HOST
//
// Inbound: in Twilio's console let the number's "A call comes in" be a webhook, POST https://PUBLIC_HOST/call.
// Outbound: node call.mjs +15550100
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

const AGENT_ID = '__AGENT_ID__';
const SOCKET_URL = '__SOCKET_URL__';
/** A second and a half of the caller's voice from before the agent was ready. */
const MOST_EARLY_FRAMES = 75;

const {
  ASSEMBLYAI_API_KEY: key,
  TWILIO_AUTH_TOKEN: twilioToken,
  PUBLIC_HOST: host,
  PORT = '8080',
} = process.env;
if (!key || !twilioToken || !host) {
  console.error('Set ASSEMBLYAI_API_KEY, TWILIO_AUTH_TOKEN and PUBLIC_HOST.');
  process.exit(1);
}

/** One ticket a call, good for a minute: who has none opens no paid session. */
const tickets = new Set();

const server = createServer((request, response) => {
  if (request.method !== 'POST' || request.url !== '/call') return void response.writeHead(404).end();
  let body = '';
  request.on('data', (part) => {
    body += part;
    if (body.length > 100_000) request.destroy();
  });
  request.on('end', () => {
    if (!cameFromTwilio(request, body)) return void response.writeHead(403).end();
    const ticket = randomUUID();
    tickets.add(ticket);
    setTimeout(() => tickets.delete(ticket), 60_000).unref();
    response.writeHead(200, { 'content-type': 'text/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Connect>
    <Stream url="wss://${host}/media">
      <Parameter name="ticket" value="${ticket}" />
    </Stream>
  </Connect>
</Response>`);
  });
});

/** Twilio signs the address and the sorted fields of the form with your auth token. */
function cameFromTwilio(request, body) {
  const fields = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).flat();
  const signed = `https://${host}${request.url}${fields.join('')}`;
  const expected = createHmac('sha1', twilioToken).update(signed).digest();
  const given = Buffer.from(String(request.headers['x-twilio-signature'] ?? ''), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

new WebSocketServer({ server, path: '/media', maxPayload: 65_536 }).on('connection', (caller) => {
  let agent = null;
  const waiting = setTimeout(() => caller.close(), 10_000);
  caller.on('error', () => caller.terminate());
  caller.on('message', (data) => {
    const message = read(data);
    if (message?.event === 'start' && !agent) {
      clearTimeout(waiting);
      if (!tickets.delete(message.start?.customParameters?.ticket)) return caller.close();
      agent = connectAgent(caller, message.start.streamSid);
    }
    if (message) agent?.take(message);
    else caller.close();
  });
  caller.on('close', () => {
    clearTimeout(waiting);
    agent?.end();
  });
});

function read(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null; // Twilio sends nothing but JSON.
  }
}

function connectAgent(caller, streamSid) {
  const socket = new WebSocket(SOCKET_URL, { headers: { Authorization: `Bearer ${key}` } });
  const send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
  const tell = (message) =>
    caller.readyState === WebSocket.OPEN && caller.send(JSON.stringify({ ...message, streamSid }));
  let early = [];
  let ready = false;
  let interruptible = true;
  let servedTools = new Set();
  let dropped = ''; // The reply that was interrupted: what still comes of it is not played.
  const unheard = new Set(); // Replies whose mark has not come back: the caller still hears them.

  socket.on('open', () => send({ type: 'session.update', session: { agent_id: AGENT_ID } }));
  socket.on('error', (error) => console.error(`The service could not be reached: ${error.message}`));
  // Without the agent the call has nothing more to say: closing the stream hangs up.
  socket.on('close', () => caller.close());
  socket.on('message', (data) => {
    const event = JSON.parse(data);
    switch (event.type) {
      case 'session.ready':
        configured(event.config);
        ready = true;
        for (const audio of early) send({ type: 'input.audio', audio });
        early = [];
        break;
      case 'session.updated':
        configured(event.config);
        break;
      case 'input.speech.started':
        // Barge-in: Twilio throws away what it has not played yet, and sends the marks of it back.
        if (unheard.size > 0 && interruptible) tell({ event: 'clear' });
        break;
      case 'reply.audio':
        if (event.reply_id === dropped) break;
        unheard.add(event.reply_id);
        tell({ event: 'media', media: { payload: event.data } });
        break;
      case 'reply.done':
        if (event.status === 'interrupted') {
          dropped = event.reply_id;
          if (unheard.has(event.reply_id)) tell({ event: 'clear' });
          unheard.delete(event.reply_id);
        } else if (unheard.has(event.reply_id)) {
          // Comes back when the caller has heard everything before it.
          tell({ event: 'mark', mark: { name: event.reply_id } });
        }
        break;
      case 'tool.call':
        void answer(event);
        break;
      case 'session.error':
        console.error(`The service: ${event.code ?? ''} ${event.message ?? ''}`);
        break;
      case 'session.ended':
        socket.close();
        break;
    }
  });

  function configured(config) {
    if (!config) return;
    for (const direction of ['input', 'output']) {
      const encoding = config[direction]?.format?.encoding;
      if (encoding === 'audio/pcmu') continue;
      console.error(`This agent's ${direction} is ${encoding}: store it with audio/pcmu for the telephone.`);
      end();
    }
    interruptible = config.input?.turn_detection?.interrupt_response !== false;
    // Tools with an `http` block are run by the service; their calls are told, not asked.
    servedTools = new Set((config.tools ?? []).filter(({ http }) => http).map(({ name }) => name));
  }

  async function answer({ call_id, name, arguments: args }) {
    if (servedTools.has(name)) return;
    const { result, is_error } = await runTool(name, args).then(
      (value) => ({ result: JSON.stringify(value), is_error: false }),
      (error) => ({ result: JSON.stringify({ error: error.message }), is_error: true }),
    );
    send({ type: 'tool.result', call_id, result, is_error });
  }

  // An open session is billed by the second: end it, do not just leave.
  function end() {
    if (socket.readyState === WebSocket.OPEN) send({ type: 'session.end' });
    else socket.terminate();
    setTimeout(() => socket.terminate(), 5_000).unref();
  }

  return {
    /** A message of Twilio. Its frames are 20 ms of μ-law, which is what the service takes. */
    take({ event, media, mark }) {
      if (event === 'mark') unheard.delete(mark.name);
      if (event === 'stop') end();
      if (event !== 'media') return;
      if (ready) send({ type: 'input.audio', audio: media.payload });
      else early = [...early, media.payload].slice(-MOST_EARLY_FRAMES);
    },
    end,
  };
}

// Your own tools go here: return what the agent should know.
async function runTool(name) {
  throw new Error(`There is no tool ${name} here.`);
}

server.listen(Number(PORT), () => console.log(`The bridge listens on port ${server.address().port}`));
