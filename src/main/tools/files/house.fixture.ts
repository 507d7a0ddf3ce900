/** For tests of file tools: a granted folder on the real disk, and calls that are aimed, shown and run. */
import { changesOf } from '../../permissions/changes/changes.fixture';
import { grantsOf, tempFolder, type TempFolder } from '../../permissions/temp-grants';
import { runWithin } from '../running';
import type { AimedCall, ToolContext, ToolResult } from '../tool';
import { callTool, worldOf } from '../tool.fixture';
import { createToolbox } from '../toolbox';

/** A call that was aimed: what the card says, and the run after it. */
export interface Asked {
  readonly card: AimedCall['card'];
  readonly call: AimedCall;
  run(): Promise<ToolResult>;
}

/** Documents and Archive, granted; what the tools did to the system. */
export interface House {
  readonly disk: TempFolder;
  readonly documents: string;
  readonly context: ToolContext;
  readonly revealed: readonly string[];
  readonly notes: readonly string[];
  call(name: string, args: unknown, signal?: AbortSignal): Promise<ToolResult>;
  /** Aims only, as before the person is asked. Throws when that fails. */
  ask(name: string, args: unknown): Promise<Asked>;
  /** Takes back what a run did. */
  undo(name: string, result: ToolResult): Promise<ToolResult>;
}

/** A house with the grants Documents and Archive. */
export async function houseWith(
  fill: (disk: TempFolder) => Promise<unknown> = () => Promise.resolve(),
  parts: Partial<ToolContext> = {},
): Promise<House> {
  const disk = await tempFolder();
  const documents = await disk.folder('Documents');
  const grants = [documents, await disk.folder('Archive')];
  await fill(disk);
  const [revealed, notes]: string[][] = [[], []];
  const context = worldOf({
    files: grantsOf(grants),
    changes: changesOf(grants),
    revealPath: (path) => (revealed!.push(path), Promise.resolve()),
    progress: (note) => void notes!.push(note),
    ...parts,
  });
  const toolbox = createToolbox();
  const never = new AbortController().signal;
  return {
    disk,
    documents,
    context,
    revealed: revealed!,
    notes: notes!,
    call: (name, args, signal) => callTool(toolbox, name, args, context, signal),
    async ask(name, args) {
      const tool = toolbox.find(name)!;
      const prepared = tool.prepare(args);
      if (!prepared.ok) throw new Error(prepared.problem);
      const aimed = await prepared.call.aim(context, never);
      if (!aimed.ok) throw new Error(aimed.error);
      const { call } = aimed;
      const work = () =>
        runWithin({ tool, signal: never, log: () => undefined }, (stop) => call.run(context, stop));
      return { card: call.card, call, run: work };
    },
    async undo(name, result) {
      const data: unknown = JSON.parse(JSON.stringify(result.ok ? result.undo : null));
      return toolbox.find(name)!.undo!(data, context, never);
    },
  };
}
