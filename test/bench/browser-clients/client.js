/**
 * The page: captures by quanta, encodes in a loop, plays each chunk as a node of its own. On an interruption it
 * does one of two things the examples do: `reset-time` forgets where the next chunk would have been scheduled, at
 * `reply.done` interrupted; `stop-nodes` stops what is scheduled, at `input.speech.started`.
 */

/**
 * What the benchmark reads from the page: when each message was handed to the socket, in epoch milliseconds, and
 * how long after its last sample was captured.
 * @typedef {{ readonly at: number, readonly milliseconds: number }} Sent
 */

/** @typedef {{ readonly type: string, readonly data?: string, readonly status?: string, readonly delta?: string }} ServerMessage */

const RATE = 24_000;
const query = new URLSearchParams(location.search);
const stopsNodes = query.get('onInterruption') === 'stop-nodes';

/** @type {Sent[]} */
const sent = [];
Object.assign(window, { sent });

/** @type {AudioContext | null} */
let context = null;
/** @type {MediaStream | null} */
let microphone = null;
/** @type {WebSocket | null} */
let socket = null;
let ready = false;
let nextStartTime = 0;
/** @type {Set<AudioBufferSourceNode>} */
let nodes = new Set();

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

element('start').addEventListener('click', () => void start());
element('stop').addEventListener('click', () => void stop());

async function start() {
  microphone = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: true, channelCount: 1 },
  });
  context = new AudioContext({ sampleRate: RATE });
  await context.audioWorklet.addModule('capture-worklet.js');
  const capture = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
  capture.port.onmessage = ({ data }) => send(data);
  context.createMediaStreamSource(microphone).connect(capture);
  nextStartTime = 0;
  socket = new WebSocket(query.get('agent') ?? '');
  socket.onopen = () =>
    tell({
      type: 'session.update',
      session: {
        system_prompt: 'You are a helpful assistant.',
        input: { format: { encoding: 'audio/pcm', sample_rate: RATE } },
        output: { voice: 'alba', format: { encoding: 'audio/pcm', sample_rate: RATE } },
      },
    });
  socket.onmessage = ({ data }) => receive(JSON.parse(data));
  socket.onclose = () => (ready = false);
}

async function stop() {
  ready = false;
  tell({ type: 'session.end' });
  socket?.close(1000);
  for (const track of microphone?.getTracks() ?? []) track.stop();
  await context?.close();
  nodes = new Set();
  element('status').textContent = 'Ended';
}

/** @param {object} message */
function tell(message) {
  socket?.send(JSON.stringify(message));
}

/** @param {{ readonly pcm: ArrayBuffer, readonly capturedAt: number }} quantum */
function send({ pcm, capturedAt }) {
  if (!ready) return;
  tell({ type: 'input.audio', audio: toBase64(new Uint8Array(pcm)) });
  const at = performance.timeOrigin + performance.now();
  sent.push({ at, milliseconds: at - capturedAt });
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** @param {ServerMessage} message */
function receive(message) {
  switch (message.type) {
    case 'session.ready':
      ready = true;
      element('status').textContent = 'Listening';
      break;
    case 'reply.audio':
      play(message.data ?? '');
      break;
    case 'input.speech.started':
      if (stopsNodes) forgetNodes();
      break;
    case 'reply.done':
      if (!stopsNodes && message.status === 'interrupted') nextStartTime = 0;
      break;
    case 'transcript.agent.delta':
      element('transcript').append(message.delta ?? '');
      break;
  }
}

function forgetNodes() {
  for (const node of nodes) node.stop();
  nodes = new Set();
  nextStartTime = 0;
}

/** @param {string} base64 */
function play(base64) {
  if (!context) return;
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const pcm = new Int16Array(bytes.buffer);
  const buffer = context.createBuffer(1, pcm.length, RATE);
  const samples = buffer.getChannelData(0);
  for (let at = 0; at < pcm.length; at++) samples[at] = (pcm[at] ?? 0) / 32_768;
  const node = context.createBufferSource();
  node.buffer = buffer;
  node.connect(context.destination);
  node.onended = () => nodes.delete(node);
  nextStartTime = Math.max(nextStartTime, context.currentTime);
  node.start(nextStartTime);
  nextStartTime += buffer.duration;
  nodes.add(node);
}
