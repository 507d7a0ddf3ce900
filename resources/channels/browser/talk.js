// One talk with a stored agent, from a page. Needs the files of this folder and a server with /token.
const AGENT_ID = '__AGENT_ID__';
const SOCKET_URL = '__SOCKET_URL__';

const [start, end, state, transcript] = ['start', 'end', 'state', 'transcript'].map((id) =>
  document.getElementById(id),
);
let talk = null;

start.addEventListener('click', async () => {
  start.disabled = true;
  state.textContent = 'Connecting';
  try {
    talk = await startTalk();
    end.disabled = false;
  } catch (error) {
    finish(`It did not work: ${error.message}`);
  }
});
end.addEventListener('click', () => talk?.end());
// A page that goes away without a word leaves a paid session open for half a minute.
addEventListener('pagehide', () => talk?.end());

function finish(sentence) {
  talk = null;
  state.textContent = sentence;
  start.disabled = false;
  end.disabled = true;
}

function show(who, text) {
  const line = document.createElement('li');
  line.textContent = `${who}: ${text}`;
  transcript.append(line);
}

async function startTalk() {
  const context = new AudioContext({ sampleRate: 24_000 });
  let microphone = null;
  const stopSound = () => {
    for (const track of microphone?.getTracks() ?? []) track.stop();
    if (context.state !== 'closed') void context.close();
  };
  try {
    await context.audioWorklet.addModule('audio-worklets.js');
    // Echo cancellation keeps the agent from hearing itself; the service removes noise better on its own.
    microphone = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: true, channelCount: 1 },
    });
    const capture = new AudioWorkletNode(context, 'capture', { numberOfOutputs: 0 });
    const playback = new AudioWorkletNode(context, 'playback', {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    context.createMediaStreamSource(microphone).connect(capture);
    playback.connect(context.destination);
    await context.resume();

    const answered = await fetch('token', { cache: 'no-store' });
    if (!answered.ok) throw new Error(`no token (status ${answered.status})`);
    const { token } = await answered.json();
    const socket = new WebSocket(`${SOCKET_URL}?token=${encodeURIComponent(token)}`);
    return converse(socket, capture.port, playback.port, stopSound);
  } catch (error) {
    stopSound();
    throw error;
  }
}

function converse(socket, capture, playback, stopSound) {
  const send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
  let servedTools = new Set();
  let interruptible = true;
  let playing = false;
  let dropped = ''; // The reply that was interrupted: what still comes of it is not played.
  let reason = 'The connection was lost.';

  playback.onmessage = ({ data }) => {
    playing = data.playing;
    if (talk) state.textContent = playing ? 'Speaking' : 'Listening';
  };
  socket.onopen = () => send({ type: 'session.update', session: { agent_id: AGENT_ID } });
  socket.onclose = () => {
    stopSound();
    finish(reason);
  };
  socket.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    switch (event.type) {
      case 'session.ready':
        configured(event.config);
        state.textContent = 'Listening';
        capture.onmessage = ({ data: sound }) => send({ type: 'input.audio', audio: toBase64(sound) });
        break;
      case 'session.updated':
        configured(event.config);
        break;
      case 'input.speech.started':
        // Barge-in: what is queued must not be heard any more.
        if (playing && interruptible) playback.postMessage('flush');
        break;
      case 'transcript.user':
        show('You', event.text);
        break;
      case 'reply.audio':
        if (event.reply_id !== dropped) {
          const sound = fromBase64(event.data);
          playback.postMessage(sound, [sound]);
        }
        break;
      case 'transcript.agent':
        show('Agent', event.text);
        break;
      case 'reply.done':
        if (event.status === 'interrupted') {
          dropped = event.reply_id;
          playback.postMessage('flush');
        }
        break;
      case 'tool.call':
        void answer(event);
        break;
      case 'session.error':
        reason = `The service: ${event.message ?? event.code}`;
        break;
      case 'session.ended':
        reason = 'Ended';
        socket.close();
        break;
    }
  };

  function configured(config) {
    if (!config) return;
    for (const direction of ['input', 'output']) {
      const encoding = config[direction]?.format?.encoding ?? 'audio/pcm';
      if (encoding === 'audio/pcm') continue;
      reason = `This agent's ${direction} is ${encoding}: store it with audio/pcm.`;
      send({ type: 'session.end' });
      socket.close();
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
  let ending = false;
  return {
    end() {
      if (ending) return;
      ending = true;
      reason = 'Ended';
      capture.onmessage = null;
      playback.postMessage('flush');
      send({ type: 'session.end' });
      setTimeout(() => socket.close(), 5_000);
    },
  };
}

// Your own tools go here: return what the agent should know.
async function runTool(name) {
  throw new Error(`There is no tool ${name} here.`);
}

function toBase64(sound) {
  return btoa(String.fromCharCode(...new Uint8Array(sound)));
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;
}
