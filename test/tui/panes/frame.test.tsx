import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/report/fit-text.ts';
import { App } from '../../../src/tui/App.tsx';
import type { Row } from '../../../src/tui/paint/line.ts';
import { createSlots } from '../../../src/tui/paint/slots.ts';
import { paintRow, paletteOf } from '../../../src/tui/paint/theme.ts';
import { paintFrames } from '../../../src/tui/paint-frames.ts';
import { frameOf } from '../../../src/tui/panes/frame.ts';
import { layOut } from '../../../src/tui/panes/lay-out.ts';
import { rowsOf } from '../../../src/tui/panes/shape.ts';
import { hear, hotspot, opened, type Play, planned, play, press } from '../helpers/sample-state.ts';

const SIZES = [
  [60, 10],
  [60, 20],
  [84, 24],
  [85, 24],
  [120, 36],
  [300, 100],
] as const;
const VIEWS: Readonly<Record<string, (size: { columns: number; rows: number }) => Play>> = {
  reading: (size) =>
    hear(play(size), { type: 'progress', event: { type: 'step', phase: 'facts', done: 3, total: 40 } }),
  hotspots: (size) => opened(undefined, size),
  plan: (size) => planned(size),
  move: (size) => press(planned(size), 'j', 'm'),
  references: (size) => press(planned(size), 't', 't'),
  checks: (size) => press(opened(undefined, size), '3'),
  fix: (size) =>
    hear(press(opened(undefined, size), '3', 'G', 'f'), {
      type: 'mends',
      mends: {
        branch: 'main',
        dirty: ['notes.md'],
        mended: 1,
        files: [{ path: 'yard/Cargo.toml', before: 5, after: 8 }],
        diff: [
          [['title', 'yard/Cargo.toml']],
          [['faint', '@@ -3,3 +3,6 @@']],
          [['plain', ' version = "0.1.0"']],
          [['added', '+[lints]']],
          [['added', '+workspace = true']],
        ],
        refusals: [],
      },
    }),
  history: (size) => press(opened(undefined, size), '4'),
  help: (size) => press(opened(undefined, size), '?'),
  apply: (size) => press(planned(size), 'A'),
  zoom: (size) => press(opened(undefined, size), '+'),
};

/** Proving what is planned has begun. */
const ready = (at: Play): Play =>
  press(
    hear(press(at, 'A'), {
      type: 'surveyed',
      survey: { branch: 'main', dirty: [], announce: [], files: [], refusals: [], notWorth: [], notes: [] },
    }),
    'W',
  );

const text = ({ spans }: Row): string => spans.map(([, part]) => part).join('');
const allRows = ({ state }: Play): Row[] => rowsOf(frameOf(state));

const subscribe = () => () => {};

/** What stands on the screen, and the same before ink has loaded. */
function laidOut({ state }: Play): { readonly byInk: string; readonly before: string } {
  const slots = createSlots();
  const painting = { palette: null, frame: frameOf, refresh: () => {} };
  const shapes = paintFrames({ get: () => state, subscribe }, slots, painting);
  const { lastFrame, unmount } = render(<App shapes={shapes} />);
  const expand = (frame: string): string =>
    frame
      .split('\n')
      .map((line) => slots.expand(line).trimEnd())
      .join('\n');
  const both = { byInk: expand(lastFrame()!), before: expand(layOut(shapes.get())) };
  unmount();
  return both;
}

const shown = (at: Play): string => laidOut(at).byInk;

describe('frames', () => {
  test.each(SIZES.flatMap(([columns, rows]) => Object.keys(VIEWS).map((view) => ({ columns, rows, view }))))(
    '$view at $columns x $rows: every row as wide as its pane, the panes as high as the screen',
    ({ columns, rows, view }) => {
      const at = VIEWS[view]!({ columns, rows });
      for (const row of allRows(at)) expect(widthOf(text(row))).toBe(row.width);
      const { list, main, portrait } = frameOf(at.state);
      const beside = (list?.[0]?.width ?? 0) + (main?.[0]?.width ?? 0) + (list && main ? 1 : 0);
      expect(portrait && list && main ? list[0]!.width : beside).toBe(columns);
      const high = portrait ? (list?.length ?? 0) + (main?.length ?? 0) : (list ?? main)!.length;
      expect(high + 3).toBe(rows);
    },
  );

  // Ink wraps what is wider than the hundred columns of a surface that is no terminal.
  test.each(
    SIZES.filter(([columns]) => columns <= 100).flatMap(([columns, rows]) =>
      ['hotspots', 'help', 'zoom'].map((view) => ({ columns, rows, view })),
    ),
  )('$view at $columns x $rows: the same rows before ink has loaded', ({ columns, rows, view }) => {
    const { byInk, before } = laidOut(VIEWS[view]!({ columns, rows }));
    expect(before).toBe(byInk);
  });

  test.each(['hotspots', 'plan', 'checks', 'fix', 'history', 'apply'])('%s, laid out by ink', async (view) => {
    await expect(`${shown(VIEWS[view]!({ columns: 100, rows: 24 }))}\n`).toMatchFileSnapshot(
      `../../../snapshots/tui/${view}.txt`,
    );
  });

  test('names cannot command the terminal, and meaning needs no colour', () => {
    const evil = 'src/\u001B[2J\u0007\u202Eevil\n漢字.rs';
    const at = press(opened([hotspot(evil, 1), hotspot('src/b.rs', 2)]), 'space');
    for (const row of allRows(at)) {
      const painted = stripVTControlCharacters(paintRow(row, paletteOf({})));
      expect(painted).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(widthOf(text(row))).toBe(row.width);
    }
    expect(shown(at)).toMatch(/^ \*.*evil/m);
    expect(shown(at)).toMatch(/^> .*b\.rs/m);
    expect(
      allRows(at)
        .map((row) => paintRow(row, null))
        .join(''),
    ).not.toContain('\u001B');
  });

  test.each([
    [59, 20],
    [60, 9],
    [20, 5],
  ])('at %i x %i it says what it needs, and keeps inside', (columns, rows) => {
    const at = opened(undefined, { columns, rows });
    expect(shown(at)).toContain('needs 60x10');
    expect(shown(at).split('\n').length).toBeLessThanOrEqual(rows);
    for (const row of allRows(at)) expect(widthOf(text(row))).toBe(columns);
  });

  test('ten thousand rows cost no more than those that are seen', () => {
    const at = press(opened(Array.from({ length: 10_000 }, (_, i) => hotspot(`src/f${i}.rs`, i + 1))), 'G');
    expect(frameOf(at.state).list!.length).toBe(27);
    expect(shown(at)).toContain('10000/10000');
  });
});

describe('what a screen says', () => {
  test.each([
    [60, opened(undefined, { columns: 60, rows: 24 })],
    [80, opened(undefined, { columns: 80, rows: 24 })],
    [80, planned({ columns: 80, rows: 24 })],
  ])('the line at the bottom keeps the ways on and out, in whole words, at %i columns', (_, at) => {
    expect(text(frameOf(at.state).hints).trimEnd()).toMatch(/ \? keys {2}q quit$/);
  });

  test('the count in a title is the cursor’s', () => {
    const at = opened(Array.from({ length: 99 }, (_, i) => hotspot(`src/f${i}.rs`, i + 1)));
    expect(text(frameOf(at.state).list![0]!)).toContain(' 1/99 ');
    expect(text(frameOf(press(at, 'j', 'j').state).list![0]!)).toContain(' 3/99 ');
  });

  test('ten rows are enough for the pane in focus, and tab goes to the other', () => {
    const at = opened(undefined, { columns: 100, rows: 10 });
    expect(frameOf(at.state)).toMatchObject({ main: null });
    expect(frameOf(press(at, 'tab').state)).toMatchObject({ list: null });
  });

  test('a run says which step it is at, and once there was one for the same evidence of how many', () => {
    const command = (at: Play): Play =>
      hear(at, { type: 'progress', event: { type: 'command', command: ['cargo', 'check'], cwd: '.' } });
    const first = command(ready(planned()));
    expect(text(frameOf(first.state).list![0]!)).toContain('· step 1 ');
    const lastRun = { rungs: 'S,B', steps: 4, seconds: 20 };
    const again = command(ready({ ...planned(), state: { ...planned().state, lastRun } }));
    expect(text(frameOf(again.state).list![0]!)).toContain('· step 1 of about 4, about 20 s left');
  });
});
