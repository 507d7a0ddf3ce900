import type { WorkletMessage } from './worklet-messages';

/** Makes a node of a worklet that was built beside the page. Rejects when the worklet cannot be loaded. */
export async function createWorkletNode(
  context: AudioContext,
  file: string,
  processor: string,
  options: AudioWorkletNodeOptions,
): Promise<AudioWorkletNode> {
  await context.audioWorklet.addModule(new URL(file, location.href));
  return new AudioWorkletNode(context, processor, options);
}

/** Sends to a worklet; ports are transferred. */
export function postToWorklet(node: AudioWorkletNode, message: WorkletMessage): void {
  node.port.postMessage(message, message.type === 'port' ? [message.port] : []);
}
