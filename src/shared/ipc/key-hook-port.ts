/**
 * What main and the key hook tell each other. The hook sees every key that is pressed on this computer; all that ever
 * leaves its process is in `keyHookReportSchema`: edges of what main has bound, by main's names, and nothing else.
 */
import { z } from 'zod';

const id = z.string().max(40);

/** What main asks of the hook. */
export const keyHookRequestSchema = z.object({
  type: z.literal('watch'),
  /** Each as `shared/shortcuts/keys` writes it; they take the place of those before. */
  bindings: z.array(z.object({ id, keys: z.string().max(80) })).max(20),
});
/** What main asks of the hook. */
export type KeyHookRequest = Readonly<z.infer<typeof keyHookRequestSchema>>;

/** What the hook tells main. */
export const keyHookReportSchema = z.discriminatedUnion('type', [
  /** It listens. */
  z.object({ type: z.literal('listening') }),
  /** The system does not let it listen, or it cannot be loaded. */
  z.object({ type: z.literal('refused') }),
  /** All keys of a binding are down, or no longer are. `at`: epoch milliseconds. */
  z.object({ type: z.literal('edge'), id, down: z.boolean(), at: z.number() }),
  /** Another key or button was pressed while a binding was down: it was part of something else. */
  z.object({ type: z.literal('combined'), id }),
]);
/** What the hook tells main. */
export type KeyHookReport = Readonly<z.infer<typeof keyHookReportSchema>>;
