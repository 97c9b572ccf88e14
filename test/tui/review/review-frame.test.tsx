import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/report/fit-text.ts';
import { App } from '../../../src/tui/App.tsx';
import type { Line, Row } from '../../../src/tui/paint/line.ts';
import { createSlots } from '../../../src/tui/paint/slots.ts';
import { paintFrames } from '../../../src/tui/paint-frames.ts';
import { rowsOf } from '../../../src/tui/panes/shape.ts';
import { reviewFrame } from '../../../src/tui/review/review-frame.ts';
import { type ReviewState, reviewOf } from '../../../src/tui/review/review-state.ts';
import { updateReview } from '../../../src/tui/review/update-review.ts';

const EDITS = [
  { path: 'src/a.ts', line: 3 },
  { path: 'src/a.ts', line: 90 },
  { path: 'src/b/\u001B[2J漢字.ts', line: 1 },
];
const diffOf = (index: number): Line[] => [
  [['faint', '@@ -1,3 +1,3 @@']],
  [['plain', ' const above = 1;']],
  [['removed', `-${'old(1); '.repeat(30)}`]],
  [['added', `+new(${index});\u0007`]],
  ...Array.from({ length: 40 }, (_, i): Line => [['plain', ` line ${i}`]]),
];
const press = (state: ReviewState, ...keys: string[]): ReviewState => keys.reduce(updateReview, state);
const begun = (columns = 100, rows = 24): ReviewState => reviewOf(EDITS, { columns, rows });

const text = ({ spans }: Row): string => spans.map(([, part]) => part).join('');

const shown = (state: ReviewState): string => {
  const slots = createSlots();
  const frame = (one: ReviewState) => reviewFrame(one, diffOf);
  const states = { get: () => state, subscribe: () => () => {} };
  const { lastFrame, unmount } = render(
    <App shapes={paintFrames(states, slots, { palette: null, frame, refresh: () => {} })} />,
  );
  const rows = lastFrame()!
    .split('\n')
    .map((line) => slots.expand(line).trimEnd());
  unmount();
  return rows.join('\n');
};

describe('keys', () => {
  test.each<readonly [keys: string, answers: readonly (string | null)[], at: number, asking: string]>([
    ['y', ['taken', null, null], 1, 'edits'],
    ['n', ['left', null, null], 1, 'edits'],
    ['f', ['taken', 'taken', null], 2, 'edits'],
    ['s', ['left', 'left', null], 2, 'edits'],
    ['a', ['taken', 'taken', 'taken'], 3, 'write'],
    ['j n', [null, 'left', null], 2, 'edits'],
    ['j j n', [null, null, 'left'], 0, 'edits'],
    ['y b n', ['left', null, null], 1, 'edits'],
    ['y y y b n', ['taken', 'taken', 'left'], 3, 'write'],
    ['x enter escape', [null, null, null], 0, 'edits'],
    ['? y', [null, null, null], 0, 'edits'],
    ['q y n w', [null, null, null], 0, 'quit'],
    ['q escape', [null, null, null], 0, 'edits'],
  ])('%s', (keys, answers, at, asking) => {
    expect(press(begun(), ...keys.split(' '))).toMatchObject({ answers, at, asking, ended: null });
  });

  test.each([
    ['y n n w', 'write'],
    ['y w w', 'write'],
    ['a enter', 'write'],
    ['y q q', 'quit'],
    ['y ctrl+c', 'cancelled'],
    ['q ctrl+c', 'cancelled'],
  ])('%s ends it: %s', (keys, ended) => {
    expect(press(begun(), ...keys.split(' ')).ended).toBe(ended);
  });
});

describe('frames', () => {
  test.each([
    [80, 24],
    [100, 12],
    [60, 10],
    [40, 8],
    [200, 60],
  ])('at %i x %i every row is as wide as its pane, and the panes are as high as the screen', (columns, rows) => {
    for (const keys of [[], ['j', 'j'], ['?'], ['q'], ['a'], ['pagedown']]) {
      const frame = reviewFrame(press(begun(columns, rows), ...keys), diffOf);
      for (const row of rowsOf(frame)) {
        expect(widthOf(text(row))).toBe(row.width);
        expect(text(row)).not.toMatch(/\p{Cc}/u);
      }
      const { list, main, portrait } = frame;
      expect((list && !portrait ? list[0]!.width + 1 : 0) + main![0]!.width).toBe(columns);
      expect((portrait && list ? list.length : 0) + main!.length + 3).toBe(rows);
    }
  });

  test('nothing of a long line is out of sight', () => {
    const rows = rowsOf(reviewFrame(begun(80, 24), diffOf)).map(text);
    expect(
      rows
        .join('')
        .replaceAll(' ', '')
        .match(/old\(1\);/g),
    ).toHaveLength(30);
  });

  test('a terminal that is too small says so', () => {
    expect(
      rowsOf(reviewFrame(begun(40, 8), diffOf))
        .map(text)
        .join(' '),
    ).toContain('needs 60x10, has 40x8');
  });

  test.each(['wide', 'narrow'])('%s, laid out by ink', async (name) => {
    const state = name === 'wide' ? press(begun(), 'y', 'n') : press(begun(80, 24), 'y', 'j', 'a');
    await expect(`${shown(state)}\n`).toMatchFileSnapshot(`../../../snapshots/tui/review-${name}.txt`);
  });
});
