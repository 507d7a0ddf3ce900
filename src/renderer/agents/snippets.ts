import talkNode from '../../../resources/channels/direct/talk.mjs?raw';
import talkPython from '../../../resources/channels/direct/talk.py?raw';
import browserWorklets from '../../../resources/channels/browser/audio-worklets.js?raw';
import browserPage from '../../../resources/channels/browser/index.html?raw';
import browserServer from '../../../resources/channels/browser/server.mjs?raw';
import browserTalk from '../../../resources/channels/browser/talk.js?raw';
import bridge from '../../../resources/channels/telephone/bridge.mjs?raw';
import call from '../../../resources/channels/telephone/call.mjs?raw';

/** A file that a developer copies. */
interface Snippet {
  readonly file: string;
  readonly about: string;
  /** With placeholders. */
  readonly source: string;
}

/** A way to reach an agent, and the files it takes. */
interface Channel {
  readonly name: string;
  readonly about: string;
  readonly sound: 'app' | 'telephone';
  readonly snippets: readonly Snippet[];
}

/** The channels of the deploy page. */
export const channels: readonly Channel[] = [
  {
    name: 'Your own program',
    about: 'Straight over the WebSocket, with your key. Either file is a whole program.',
    sound: 'app',
    snippets: [
      { file: 'talk.mjs', about: 'Node, with the package ws.', source: talkNode },
      { file: 'talk.py', about: 'Python, without any package.', source: talkPython },
    ],
  },
  {
    name: 'A web page',
    about: 'A page and a small server that gives it temporary tokens. Put the four files into one folder.',
    sound: 'app',
    snippets: [
      { file: 'server.mjs', about: 'Keeps your key and mints tokens.', source: browserServer },
      { file: 'index.html', about: 'The page.', source: browserPage },
      { file: 'talk.js', about: 'The conversation.', source: browserTalk },
      { file: 'audio-worklets.js', about: 'Microphone and speakers.', source: browserWorklets },
    ],
  },
  {
    name: 'Telephone',
    about: 'Through Twilio: a bridge for calls that come in, and a command for calls that go out.',
    sound: 'telephone',
    snippets: [
      { file: 'bridge.mjs', about: 'Inbound: answers Twilio and passes the sound through.', source: bridge },
      { file: 'call.mjs', about: 'Outbound: has Twilio call a number.', source: call },
    ],
  },
];
