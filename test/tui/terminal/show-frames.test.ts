import { expect, test, vi } from 'vitest';
import type { Source } from '../../../src/tui/App.tsx';
import { createSlots } from '../../../src/tui/paint/slots.ts';
import type { Shape } from '../../../src/tui/panes/shape.ts';
import { showFrames } from '../../../src/tui/show-frames.ts';
import { Screen } from '../../../src/tui/terminal/screen.ts';

/** A screen of two panes whose rows say their number, and all that was written to it. */
function shown(ready: Promise<void>) {
  let written = '';
  let listeners = 0;
  const slots = createSlots();
  slots.fill(Array.from({ length: 9 }, (_, i) => `row ${i}`));
  const write = (text: string): void => {
    written += text;
  };
  const screen = new Screen({ write, columns: () => 11, rows: () => 6 }, slots.expand);
  screen.enter();
  const shape: Shape = {
    columns: 11,
    portrait: false,
    list: { width: 5, height: 3 },
    main: { width: 5, height: 3 },
  };
  const shapes: Source<Shape> = {
    get: () => shape,
    subscribe() {
      listeners += 1;
      return () => {
        listeners -= 1;
      };
    },
  };
  const laid = vi.spyOn(screen, 'write');
  const frames = showFrames(screen, shapes, ready);
  return { frames, laid, written: () => written, listeners: () => listeners };
}

test('rows stand before ink has loaded; it takes over without a byte', async () => {
  let begin = (): void => {};
  const at = shown(new Promise((resolve) => (begin = resolve)));
  expect(at.written()).toContain('row 1│row 4');
  const first = at.written();
  expect(at.laid).toHaveBeenCalledTimes(1);
  begin();
  await vi.waitFor(() => expect(at.laid.mock.calls.length).toBeGreaterThan(1), { timeout: 30_000 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(at.written()).toBe(first);
  at.frames.unmount();
});

test('who quits before that never waits for ink', async () => {
  const at = shown(Promise.resolve());
  at.frames.unmount();
  expect(at.listeners()).toBe(0);
});
