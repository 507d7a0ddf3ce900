import { LOCAL_VOICES, type LocalVoice, type VoiceChoice } from '../shared/ipc/speech-port';
import { PartError, type Clause, type Speech, type Synthesizer } from './part';
import type { VoiceEngine } from './system-synthesizer';

/** A voice outside the built-in synthesizer. */
type OtherVoice = Exclude<VoiceChoice, LocalVoice>;

/** Speaks instead of a voice that cannot. */
const STAND_IN: LocalVoice = 'slt';

/** Every voice behind one interface: the built-in synthesizer, and others that are loaded when first asked for. */
export class Voices implements Synthesizer {
  private readonly loaded = new Map<OtherVoice, Promise<VoiceEngine>>();

  constructor(
    private readonly builtIn: Synthesizer<LocalVoice>,
    private readonly loaders: Readonly<Record<OtherVoice, () => Promise<VoiceEngine>>>,
    /** Told once of each voice that cannot be had; no text of the person. */
    private readonly report: (message: string) => void,
  ) {}

  /** A voice that fails is stood in for: what was to be said is said. */
  async synthesize(clause: Clause, signal: AbortSignal): Promise<Speech> {
    const { voice } = clause;
    if (isBuiltIn(voice)) return this.builtIn.synthesize({ ...clause, voice }, signal);
    try {
      const engine = await this.engine(voice);
      return await engine.speak(clause, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof PartError)) throw error;
      return this.builtIn.synthesize({ ...clause, voice: STAND_IN }, signal);
    }
  }

  private engine(voice: OtherVoice): Promise<VoiceEngine> {
    const known = this.loaded.get(voice);
    if (known) return known;
    const loading = this.loaders[voice]();
    this.loaded.set(voice, loading);
    loading.catch((error: unknown) => {
      this.report(error instanceof PartError ? error.message : `The ${voice} voice cannot be loaded.`);
    });
    return loading;
  }
}

const isBuiltIn = (voice: VoiceChoice): voice is LocalVoice => LOCAL_VOICES.some((name) => name === voice);
