import { z } from 'zod';
import type { VolumeLevel } from '../../system/desktop';
import type { ToolContext, ToolResult } from '../tool';
import { refused } from './refused';
import { spokenLevel } from './spoken-level';

const levelSchema = z.object({ percent: z.int().min(0).max(150), muted: z.boolean() });

/** Changes the volume as `change` finds right for what is; what was before is the undo. */
export async function changeVolume(
  { desktop }: ToolContext,
  signal: AbortSignal,
  change: (before: VolumeLevel) => Partial<VolumeLevel>,
): Promise<ToolResult> {
  const before = await desktop.volume.read(signal);
  if (!before.ok) return refused(before);
  const after = await desktop.volume.set(change(before.value), signal);
  if (!after.ok) return refused(after);
  return {
    ok: true,
    say: spokenLevel(after.value),
    data: { ...after.value, before: { ...before.value } },
    undo: { percent: Math.min(150, before.value.percent), muted: before.value.muted },
  };
}

/** Puts the volume back to what it was. */
export async function undoVolume(
  data: unknown,
  { desktop }: ToolContext,
  signal: AbortSignal,
): Promise<ToolResult> {
  const after = await desktop.volume.set(levelSchema.parse(data), signal);
  if (!after.ok) return refused(after);
  return { ok: true, say: spokenLevel(after.value), data: { ...after.value } };
}
