/**
 * The service that `recovery` loses and finds again: it opens every session, refuses to resume one as the live
 * service does (protocol.md section 2.10), and answers whatever is said to it once it has been quiet for a while.
 */
import { now } from '../../support/clock';
import { frameOf, WIRE_RATE, type ScriptedSession } from '../../support/scripted-session';
import type { ScriptedService } from '../../support/scripted-service';
import { levelDb } from '../../support/sound/analysis';
import { tone } from '../../support/sound/voice';

const LOOK_MS = 10;
/** Louder than this is speech, in dB of full scale. */
const SPEECH_DB = -40;
/** As much of it is a turn, and as much silence ends one. */
const TURN_MS = 300;
const PAUSE_MS = 400;
const ANSWER_MS = 400;

/** Watches a service's sessions; to be stopped. */
export class ListeningService {
  /** When each `session.ready` was sent, in epoch milliseconds. */
  readonly ready: number[] = [];
  private answers = 0;
  private readonly known = new Map<ScriptedSession, Ears>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly service: ScriptedService) {
    this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  /** The session that is open; undefined while there is none. */
  get open(): ScriptedSession | undefined {
    return this.service.sessions.findLast((session) => !session.closed && this.known.has(session));
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const session of this.service.sessions) {
      if (session.closed) continue;
      const ears = this.known.get(session);
      if (ears) this.listen(session, ears);
      else if (session.received.length > 0) this.admit(session);
    }
  }

  private admit(session: ScriptedSession): void {
    if (session.all('session.resume').length > 0) {
      const message = 'Session not found or grace window has expired';
      session.send({ type: 'session.error', code: 'session_not_found', message, session_id: null });
      return session.close(1008);
    }
    this.known.set(session, new Ears());
    void session.becomeReady().then(() => this.ready.push(now()));
  }

  private listen(session: ScriptedSession, ears: Ears): void {
    if (!ears.turnHeard(session)) return;
    const number = ++this.answers;
    session.send({ type: 'input.speech.started' });
    session.send({ type: 'input.speech.stopped' });
    session.send({ type: 'transcript.user', item_id: `item_${number}`, text: 'Something was said.' });
    void session.reply({ id: `resp_${number}`, pcm: tone(ANSWER_MS, 440, 8_000, WIRE_RATE) });
  }
}

/** Tells turns in what a session has received, by level alone. */
class Ears {
  private heard = 0;
  private speechMs = 0;
  private quietMs = 0;

  /** Whether a turn has ended since the last look. */
  turnHeard(session: ScriptedSession): boolean {
    const frames = session.all('input.audio');
    for (const { message } of frames.slice(this.heard)) this.take(frameOf(message['audio']));
    this.heard = frames.length;
    if (this.speechMs < TURN_MS || this.quietMs < PAUSE_MS) return false;
    this.speechMs = 0;
    return true;
  }

  private take(pcm: Int16Array): void {
    const lasts = (pcm.length * 1_000) / WIRE_RATE;
    const speech = levelDb(pcm) > SPEECH_DB;
    this.speechMs += speech ? lasts : 0;
    this.quietMs = speech ? 0 : this.quietMs + lasts;
  }
}
