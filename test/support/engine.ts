/**
 * The app's real conversation in plain Node: its state machine, its shell and its socket, with a virtual microphone
 * and virtual speakers that keep real time. Everything that differs between versions of the conversation's
 * surroundings is in this file.
 */
import { needsNewSession, type ConfigSource } from '../../src/main/conversation/configuration';
import { Conversation } from '../../src/main/conversation/conversation';
import type { ConversationEvent } from '../../src/main/conversation/events';
import type { ConversationHands, ConversationSurroundings } from '../../src/main/conversation/surroundings';
import type { Endpoint } from '../../src/main/conversation/socket';
import { talkOptions } from '../../src/main/conversation/talk-options';
import { handsThat } from '../../src/main/tools/hands.fixture';
import type { ToolResult } from '../../src/main/tools/tool';
import type { SpeechClient } from '../../src/shared/ipc/speech-client';
import type { ToolDefinition } from '../../src/shared/protocol';
import { activeProfile, withProfile, type ProfilePatch } from '../../src/shared/settings/profile';
import { defaultSettings, type Settings } from '../../src/shared/settings/schema';
import type { BedEventBody, Gauges } from './bed-events';
import { now } from './clock';
import { VirtualMicrophone, VirtualSpeaker } from './virtual-sound';

/** What an engine needs. */
export interface EngineWorld {
  readonly endpoint: () => Promise<Endpoint>;
  readonly tell: (event: BedEventBody) => void;
  /** For hearing speech locally; without it the engine hears nothing by itself. */
  readonly speech: SpeechClient | null;
  /** Time a tool takes. */
  readonly toolMs: () => number;
  /** Which engine the talk counts as; the peer is what `endpoint` says in any case. */
  readonly engine: 'local' | 'hosted';
  /** Repeats the waits that are drawn at random. */
  readonly random: () => number;
  /** Tools and gate; without them the one tool there is runs unasked. */
  readonly hands?: ((talk: Talk) => EngineHands) | undefined;
  /** What is set otherwise than {@link settingsOfTests} has it. */
  readonly settings?: SettingsChange | undefined;
}

/** The talk, as hands need it. */
export interface Talk {
  readonly tell: (event: ConversationEvent) => void;
  /** Number of the person's turn now. */
  readonly turn: () => number;
}

/** Hands, and what a session is told of their tools. */
export interface EngineHands {
  readonly hands: ConversationHands;
  readonly offered: ConfigSource['tools'];
  readonly foreignTools: ConversationSurroundings['foreignTools'];
}

/** Some settings with new values, and some of the active profile. */
export type SettingsChange = Partial<Settings> & { readonly profile?: ProfilePatch };

const getTime: ToolDefinition = {
  type: 'function',
  name: 'get_time',
  description:
    'Tells the current time and date when the user asks what time, day or date it is, here or in another place.',
  parameters: {
    type: 'object',
    properties: {
      place: {
        type: 'string',
        description: "City, country or time zone; leave out for here, e.g. 'Tokyo'.",
        examples: ['Tokyo', 'Germany', 'San Francisco'],
      },
    },
    required: [],
  },
};

/** A conversation that runs. */
export class Engine {
  readonly conversation: Conversation;
  private readonly microphone: VirtualMicrophone;
  private readonly speaker: VirtualSpeaker;
  private settings: Settings;
  private talks = 0;

  constructor(private readonly world: EngineWorld) {
    const { tell } = world;
    this.settings = changed(settingsOfTests(world.engine), world.settings ?? {});
    this.microphone = new VirtualMicrophone((frame) => this.conversation.captured(frame));
    this.speaker = new VirtualSpeaker((report) => {
      tell({ type: 'report', report });
      this.conversation.played(report);
    });
    const own: EngineHands = {
      hands: handsThat(({ name, args, signal }) => this.runTool(name, args, signal)),
      offered: () => [getTime],
      foreignTools: () => [],
    };
    const { hands, offered, foreignTools } =
      world.hands?.({
        tell: (event) => this.conversation.dispatch(event),
        turn: () => this.conversation.turn,
      }) ?? own;
    this.conversation = new Conversation({
      now,
      wallClock: now,
      random: world.random,
      chosenEngine: () => world.engine,
      audio: {
        open: (microphone) => this.openSound(microphone),
        close: () => this.closeSound(),
        play: (command) => {
          tell({
            type: 'command',
            command: command.type,
            reply: 'reply' in command ? command.reply : null,
            samples: command.type === 'audio' ? command.pcm.length : 0,
          });
          this.speaker.command(command);
        },
      },
      endpoint: world.endpoint,
      configSource: (engine) => ({
        engine,
        settings: this.settings,
        tools: offered,
        grants: [],
        otherNames: [],
      }),
      allowance: () => ({ allowed: true, milliseconds: null, cap: null }),
      dollarsPerHour: () => this.settings.dollarsPerHour,
      options: () => talkOptions(this.settings),
      newId: () => `talk-${String(++this.talks)}`,
      profile: () => activeProfile(this.settings),
      record: (record) => tell({ type: 'record', record }),
      hands,
      foreignTools,
      hush: () => undefined,
      speech: () => world.speech,
      explainTrouble: () => null,
      probe: null,
      publish: {
        snapshot: (snapshot) => tell({ type: 'snapshot', snapshot }),
        entry: (entry) => tell({ type: 'entry', entry }),
        replaced: (entries) => {
          for (const entry of entries) tell({ type: 'entry', entry });
        },
        levels: () => undefined,
      },
    });
  }

  /** "Start conversation". */
  start(): void {
    this.world.tell({ type: 'wish', wish: 'start' });
    this.conversation.begin({ microphone: true, text: null, greeting: true, before: [] });
  }

  /** The person begins by typing this; nobody listens. */
  startTyping(text: string): void {
    this.world.tell({ type: 'wish', wish: 'start' });
    this.conversation.begin({ microphone: false, text, greeting: false, before: [] });
  }

  /** "End conversation". */
  end(): void {
    this.world.tell({ type: 'wish', wish: 'end' });
    this.conversation.dispatch({ type: 'end', reason: 'person' });
  }

  /** The person types this into an open talk. */
  type(text: string): void {
    this.conversation.dispatch({ type: 'send-text', text });
  }

  /** "Stop speaking". */
  stopSpeaking(): void {
    this.conversation.dispatch({ type: 'stop-speaking' });
  }

  /** The settings change; with `switched` it is another profile that has what is new. */
  change(change: SettingsChange, switched: boolean): void {
    const before = activeProfile(this.settings);
    this.settings = changed(this.settings, change);
    this.conversation.reconfigure(switched && needsNewSession(before, activeProfile(this.settings)));
  }

  /** The person says this; resolves when the last sample was captured. */
  say(text: string, pcm: Int16Array): Promise<void> {
    this.world.tell({ type: 'said', text });
    return this.microphone.say(pcm);
  }

  /** How full things are. The parts are private to the conversation; the compiler holds these names true. */
  gauges(): Omit<Gauges, 'heapBytes'> {
    return {
      uplinkFrames: this.conversation['uplink']['queue'].length,
      socketBytes: this.conversation['sockets'].waitingBytes,
      events: this.conversation['events'].length,
    };
  }

  /** Lets go of sound and timers; the conversation should have ended. */
  stop(): void {
    this.microphone.stop();
    this.speaker.stop();
  }

  private openSound(microphone: boolean): void {
    this.microphone.setOpen(microphone);
    this.speaker.setOpen(true);
    setImmediate(() =>
      this.conversation.audioReported({
        type: 'opened',
        input: 'virtual',
        output: 'virtual',
        sampleRate: 24_000,
        echoCancellation: true,
      }),
    );
  }

  private closeSound(): void {
    this.microphone.setOpen(false);
    this.speaker.setOpen(false);
    setImmediate(() => this.conversation.audioReported({ type: 'closed' }));
  }

  private async runTool(name: string, args: unknown, signal: AbortSignal): Promise<ToolResult> {
    this.world.tell({ type: 'tool-ran', name, arguments: JSON.stringify(args) });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.world.toolMs());
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    return { ok: true, say: 'It is four.', data: { time: '16:00' } };
  }
}

/** As a fresh installation, but greeted for a second, and never hung up. */
function settingsOfTests(engine: 'local' | 'hosted'): Settings {
  const { profiles, activeProfile: id } = defaultSettings;
  return {
    ...defaultSettings,
    idleSeconds: null,
    profiles: withProfile(profiles, id, { engine, greeting: 'Good day to you, I am listening, just ask.' }),
  };
}

function changed(settings: Settings, { profile, ...change }: SettingsChange): Settings {
  const { profiles, activeProfile: id } = settings;
  return { ...settings, ...change, profiles: withProfile(profiles, id, profile ?? {}) };
}
