import { Resampler } from '../../shared/audio/resample';
import { floatToPcm16, pcm16ToFloat } from '../../shared/audio/pcm';
import { SYNTHESIS_RATE } from '../../shared/ipc/speech-port';
import type { EffectiveFormat } from '../../shared/protocol/server-rules';
import { encodeSamples } from './g711';

/** Turns the synthesizer's samples into base64 of the session's output format. */
export class OutputEncoder {
  private resampler: Resampler | null = null;
  private replyId = '';

  constructor(private readonly format: EffectiveFormat) {}

  /** `volume` is 0 to 100; null leaves the samples as they are. Nothing of one reply is heard in the next. */
  encode(replyId: string, pcm: Int16Array, volume: number | null): string {
    if (replyId !== this.replyId) this.begin(replyId);
    const loud =
      volume === null || volume === 100 ? pcm : pcm.map((sample) => Math.round((sample * volume) / 100));
    const wire = this.resampler ? floatToPcm16(this.resampler.process(pcm16ToFloat(loud))) : loud;
    return encodeSamples(wire, this.format.encoding).toString('base64');
  }

  private begin(replyId: string): void {
    this.replyId = replyId;
    const { sample_rate: rate } = this.format;
    this.resampler = rate === SYNTHESIS_RATE ? null : new Resampler(SYNTHESIS_RATE, rate);
  }
}
