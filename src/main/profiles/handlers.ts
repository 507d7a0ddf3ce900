import type { profileRequests } from '../../shared/ipc/profiles';
import type { Handlers } from '../ipc/request-server';
import { permittedTools } from '../tools/offer/offered-tools';
import type { Toolbox } from '../tools/toolbox';
import type { VoicePreview } from './voice-preview';

/** What requests about profiles reach. */
export interface ProfileWorld {
  readonly toolbox: Pick<Toolbox, 'tools'>;
  readonly preview: VoicePreview;
}

/** The answers to requests about profiles. */
export function profileHandlers({ toolbox, preview }: ProfileWorld): Handlers<typeof profileRequests> {
  return {
    'tools.list': () =>
      permittedTools(toolbox.tools(), null).map((tool) => ({
        name: tool.name,
        description: tool.description,
        class: tool.class,
      })),
    'voice.play': (sample) => preview.play(sample).then(() => undefined),
    'voice.stop': () => preview.stop().then(() => undefined),
  };
}
