import headless from '@xterm/headless';
import { expect, test } from 'vitest';
import { Screen } from '../../../src/tui/terminal/screen.ts';

function surface(columns = 30, rows = 6) {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  let written = '';
  const pending: Promise<void>[] = [];
  const write = (text: string): void => {
    written += text;
    pending.push(new Promise((resolve) => terminal.write(text, resolve)));
  };
  const screen = new Screen({ write, columns: () => terminal.cols, rows: () => terminal.rows }, (line) => line);
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await Promise.all(pending);
  };
  const shown = (): string[] =>
    Array.from({ length: terminal.rows }, (_, i) => terminal.buffer.active.getLine(i)!.translateToString(true));
  const take = (): string => {
    const taken = written;
    written = '';
    return taken;
  };
  return { screen, terminal, settle, shown, write, take };
}

test('writes only the lines that differ, and what stands there is the frame', async () => {
  const { screen, settle, shown, take } = surface();
  screen.enter();
  screen.write('one\ntwo\nthree');
  await settle();
  expect(shown().slice(0, 3)).toEqual(['one', 'two', 'three']);
  take();
  screen.write('one\n2\nthree');
  await settle();
  expect(shown().slice(0, 3)).toEqual(['one', '2', 'three']);
  const bytes = take();
  expect(bytes).toContain('\u001B[2;1H2');
  expect(bytes).not.toContain('three');
  screen.write('one\n2\nthree');
  await settle();
  expect(take()).toBe('');
});

test('a shorter frame leaves nothing of the longer one; a burst is one update', async () => {
  const { screen, settle, shown, take } = surface();
  screen.enter();
  screen.write('one\ntwo\nthree');
  await settle();
  take();
  for (let i = 0; i < 50; i++) screen.write(`count ${i}`);
  await settle();
  expect(shown()).toEqual(['count 49', '', '', '', '', '']);
  expect(take().split('\u001B[?2026h').length - 1).toBeLessThanOrEqual(2);
});

test('leaving gives the old screen back and drops the frame that waits; scrollback is never wiped', async () => {
  const { screen, terminal, settle, shown, write, take } = surface();
  write('$ omni-refactor\r\n');
  screen.enter();
  screen.write('frame');
  screen.write('late frame');
  screen.leave();
  screen.leave();
  await settle();
  expect(terminal.buffer.active.type).toBe('normal');
  expect(shown()[0]).toBe('$ omni-refactor');
  expect(take()).not.toContain('\u001B[3J');
});

test('after a resize everything is painted again', async () => {
  const { screen, terminal, settle, shown } = surface();
  screen.enter();
  screen.write('one\ntwo');
  await settle();
  terminal.resize(20, 4);
  screen.resized();
  screen.write('one\ntwo');
  await settle();
  expect(shown()).toEqual(['one', 'two', '', '']);
});
