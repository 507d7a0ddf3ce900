import electron from 'electron';
import type { SystemClipboard } from '../system/clipboard';

/** Electron's clipboard as it was before 46: everything at once, nothing awaited. The types know only the new one. */
interface OlderClipboard {
  availableFormats(): string[];
  clear(): void;
  readBuffer(format: string): Buffer;
  readHTML(): string;
  readImage(): Electron.NativeImage;
  readRTF(): string;
  readText(): string;
  write(data: { text?: string; html?: string; rtf?: string; image?: Electron.NativeImage }): void;
}

/** The clipboard of whichever Electron this is. */
export function electronClipboard(): SystemClipboard {
  const { clipboard } = electron;
  // An older Electron has no such class.
  const newer = typeof (electron.ClipboardItem as unknown) === 'function';
  return {
    readText: async () => clipboard.readText(),
    writeText: async (text) => clipboard.writeText(text),
    ...(newer ? newerParts() : olderParts(clipboard as unknown as OlderClipboard)),
  };
}

type Parts = Pick<SystemClipboard, 'isEmpty' | 'has' | 'keep'>;

function newerParts(): Parts {
  const { clipboard, ClipboardItem } = electron;
  return {
    isEmpty: async () => (await clipboard.read()).every(({ types }) => types.length === 0),
    has: (format) => clipboard.has(`electron application/osclipboard;format="${format}"`),
    async keep() {
      const items = await Promise.all(
        (await clipboard.read()).map(async (item) => {
          const contents = await Promise.all(
            item.types.map(async (type) => [type, await item.getType(type)] as const),
          );
          return new ClipboardItem(Object.fromEntries(contents));
        }),
      );
      return async () => (items.length > 0 ? clipboard.write(items) : clipboard.clear());
    },
  };
}

function olderParts(clipboard: OlderClipboard): Parts {
  const isEmpty = () => clipboard.availableFormats().length === 0;
  return {
    isEmpty: () => Promise.resolve(isEmpty()),
    has: (format) => Promise.resolve(clipboard.readBuffer(format).length > 0),
    keep() {
      const image = clipboard.readImage();
      const [text, html, rtf] = [clipboard.readText(), clipboard.readHTML(), clipboard.readRTF()];
      const data = {
        ...(text && { text }),
        ...(html && { html }),
        ...(rtf && { rtf }),
        ...(!image.isEmpty() && { image }),
      };
      const empty = isEmpty();
      return Promise.resolve(() => {
        if (empty) clipboard.clear();
        else clipboard.write(data);
        return Promise.resolve();
      });
    },
  };
}
