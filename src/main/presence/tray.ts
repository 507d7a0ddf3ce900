import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron';
import { assertNever } from '../../shared/assert-never';
import type { PresenceState } from './presence-state';
import { drawTrayIcon } from './tray-icon';
import type { TrayAction, TrayEntry } from './tray-menu';

/** What the tray shows. */
export interface TrayLook {
  readonly state: PresenceState;
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}

/** Points an icon is wide in the panels of a system. */
const SIZES: Readonly<Partial<Record<NodeJS.Platform, number>>> = { darwin: 18, win32: 16 };
const OTHER_SIZE = 24;
/** Panels on finer screens take a finer picture. */
const SCALES = [1, 1.25, 1.5, 2, 3] as const;

/** The icon in the system's panel. Where there is none it does nothing, and nothing else may depend on it. */
export class ParleyTray {
  private tray: Tray | null = null;
  private shown = '';
  private readonly images = new Map<PresenceState, NativeImage>();

  constructor(
    private readonly act: (action: TrayAction) => void,
    private readonly log: (line: string) => void,
    private readonly platform: NodeJS.Platform = process.platform,
  ) {}

  /** Shows this. Costs nothing when it is shown already. */
  show(look: TrayLook): void {
    const text = JSON.stringify(look);
    if (text === this.shown && this.tray) return;
    this.shown = text;
    try {
      const tray = this.tray ?? this.create(look.state);
      tray.setImage(this.image(look.state));
      tray.setToolTip(look.tooltip);
      // On Linux changes of a menu count only when it is handed over anew.
      tray.setContextMenu(Menu.buildFromTemplate(look.menu.map((entry) => this.item(entry))));
    } catch (error) {
      this.log(`no tray icon: ${error instanceof Error ? error.message : 'unknown error'}`);
    }
  }

  /** Puts the icon up again: some panels take only what comes after them. */
  renew(look: TrayLook): void {
    this.tray?.destroy();
    this.tray = null;
    this.show(look);
  }

  private create(state: PresenceState): Tray {
    const tray = new Tray(this.image(state));
    // On macOS a click opens the menu.
    if (this.platform !== 'darwin') tray.on('click', () => this.act({ type: 'show' }));
    this.tray = tray;
    return tray;
  }

  private image(state: PresenceState): NativeImage {
    const known = this.images.get(state);
    if (known) return known;
    const template = this.platform === 'darwin';
    const size = SIZES[this.platform] ?? OTHER_SIZE;
    const image = nativeImage.createEmpty();
    for (const scaleFactor of SCALES) {
      const pixels = Math.round(size * scaleFactor);
      const drawn = drawTrayIcon(state, pixels, template ? 'template' : 'coloured');
      const picture = nativeImage.createFromBitmap(drawn, { width: pixels, height: pixels });
      image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer: picture.toPNG() });
    }
    image.setTemplateImage(template);
    this.images.set(state, image);
    return image;
  }

  private item(entry: TrayEntry): MenuItemConstructorOptions {
    switch (entry.type) {
      case 'words':
        return { label: entry.label, enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'action':
        return { label: entry.label, enabled: entry.enabled, click: () => this.act(entry.action) };
      case 'choice':
        return {
          label: entry.label,
          submenu: entry.options.map(({ label, chosen, action }) => ({
            label,
            type: 'radio' as const,
            checked: chosen,
            click: () => this.act(action),
          })),
        };
      default:
        return assertNever(entry);
    }
  }
}
