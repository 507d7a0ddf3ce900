import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyHookReport } from '../shared/ipc/key-hook-port';
import { MODIFIERS, modifierOf, scanCode, type Modifier } from '../shared/shortcuts/keys';
import { EdgeFilter } from './edge-filter';

/** A keyboard that tells of its keys as the hook does. */
class Keyboard {
  readonly told: KeyHookReport[] = [];
  readonly filter = new EdgeFilter((report) => this.told.push(report));
  private readonly down = new Set<string>();

  constructor(keys: string) {
    this.filter.watch([{ id: 'talk', keys }], 0);
  }

  press(...codes: readonly string[]): this {
    for (const code of codes) {
      this.down.add(code);
      this.filter.key({ down: true, code: scanCode(code)!, modifiers: this.modifiers, at: 1 });
    }
    return this;
  }

  release(...codes: readonly string[]): this {
    for (const code of codes) {
      this.down.delete(code);
      this.filter.key({ down: false, code: scanCode(code)!, modifiers: this.modifiers, at: 2 });
    }
    return this;
  }

  private get modifiers(): readonly Modifier[] {
    const down = [...this.down].map(modifierOf);
    return MODIFIERS.filter((modifier) => down.includes(modifier));
  }
}

const down: KeyHookReport = { type: 'edge', id: 'talk', down: true, at: 1 };
const up: KeyHookReport = { type: 'edge', id: 'talk', down: false, at: 2 };
const combined: KeyHookReport = { type: 'combined', id: 'talk' };

describe('a modifier alone', () => {
  it('tells both edges once, whatever the keyboard repeats', () => {
    const keyboard = new Keyboard('ControlRight')
      .press('ControlRight', 'ControlRight')
      .release('ControlRight');
    expect(keyboard.told).toEqual([down, up]);
  });

  it('is not the one of the other side', () => {
    expect(new Keyboard('ControlRight').press('ControlLeft').release('ControlLeft').told).toEqual([]);
  });

  it('with another key, or a button of the mouse, is a combination', () => {
    expect(new Keyboard('ControlRight').press('ControlRight', 'KeyC').told).toEqual([down, combined]);
    const clicked = new Keyboard('ControlRight').press('ControlRight');
    clicked.filter.button();
    expect(clicked.told).toEqual([down, combined]);
  });

  it('tells once that it is one, however many keys there are in it', () => {
    const keyboard = new Keyboard('ControlRight')
      .press('ControlRight', 'KeyC', 'KeyV')
      .release('KeyC', 'KeyV')
      .press('KeyA');
    keyboard.filter.button();
    expect(keyboard.told).toEqual([down, combined]);
    keyboard.release('ControlRight').press('ControlRight', 'KeyX');
    expect(keyboard.told.slice(2)).toEqual([up, down, combined]);
  });

  it('after another modifier begins a combination and no talk', () => {
    expect(new Keyboard('ControlRight').press('ShiftLeft', 'ControlRight').told).toEqual([]);
  });

  it('that comes with its plain twin, as right Alt does on X11, is no combination', () => {
    const keyboard = new Keyboard('AltRight').press('AltRight', 'AltLeft').release('AltLeft', 'AltRight');
    expect(keyboard.told).toEqual([down, up]);
  });
});

describe('a combination', () => {
  it('is down with exactly its modifiers, and up with the first key of it that is', () => {
    const keyboard = new Keyboard('Control+Shift+Space').press('ControlLeft', 'ShiftRight', 'Space');
    expect(keyboard.told).toEqual([down]);
    keyboard.release('ShiftRight', 'Space');
    expect(keyboard.told).toEqual([down, up]);
    expect(new Keyboard('Control+Space').press('ControlLeft', 'AltLeft', 'Space').told).toEqual([]);
  });
});

it('tells that what was down is up when others are watched', () => {
  const keyboard = new Keyboard('F9').press('F9');
  keyboard.filter.watch([{ id: 'talk', keys: 'F8' }], 2);
  expect(keyboard.told).toEqual([down, up]);
  keyboard.release('F9');
  expect(keyboard.told).toEqual([down, up]);
});

it('lets nothing out but edges of what is bound, whatever is typed', () => {
  const code = fc.constantFrom(
    'KeyA',
    'KeyQ',
    'Digit7',
    'Enter',
    'ShiftLeft',
    'ControlLeft',
    'AltRight',
    'F9',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), code)), (typed) => {
      const keyboard = new Keyboard('F9');
      for (const [pressed, key] of typed) {
        if (pressed) keyboard.press(key);
        else keyboard.release(key);
      }
      const others = keyboard.told.filter((report) => report.type !== 'edge' || report.id !== 'talk');
      expect(others).toEqual([]);
      // Edges take turns, so their number tells no more than how often the bound key was used.
      keyboard.told.forEach((report, at) => {
        if (report.type === 'edge') expect(report.down).toBe(at % 2 === 0);
      });
    }),
  );
});
