import { describe, expect, test } from 'vitest';
import { DEFAULT_KEYS } from '../../../src/config/screen/key-table.ts';
import { update } from '../../../src/tui/state/update.ts';
import { hear, opened, type Play, planned, press } from '../helpers/sample-state.ts';

const SMALL = { columns: 59, rows: 9 };
const shrunk = ({ state }: Play): Play => ({
  state: update(state, { type: 'resize', size: SMALL }).state,
  effects: [],
});

/** Screens on which some key would do something at a size that can be seen. */
const SCREENS: Readonly<Record<string, () => Play>> = {
  hotspots: () => press(opened(), 'j'),
  plan: () => planned(),
  edited: () => press(planned(), 'j', 'x'),
  apply: () =>
    hear(press(planned(), 'A'), {
      type: 'surveyed',
      survey: { branch: 'main', dirty: [], announce: [], files: [], refusals: [], notWorth: [], notes: [] },
    }),
  typing: () => press(opened(), '/'),
  undo: () => press(opened(), 'z'),
  help: () => press(opened(), '?'),
};

const KEYS = [...new Set(DEFAULT_KEYS.flatMap(({ keys }) => keys)), 'x', '1', 'space'].filter(
  (key) => key !== 'q' && key !== 'ctrl+c',
);

describe('below its smallest size the screen accepts no key but quit', () => {
  test.each(Object.keys(SCREENS))('%s', (name) => {
    const before = shrunk(SCREENS[name]!());
    for (const key of KEYS) {
      const after = press(before, key);
      expect([key, after.effects]).toEqual([key, []]);
      expect({ ...after.state, message: null }).toEqual({ ...before.state, message: null });
    }
    expect(press(before, 'ctrl+c').effects).toEqual([{ type: 'quit' }]);
  });

  test('p, A and W write nothing that was not seen', () => {
    const at = press(shrunk(opened()), 'p', 'A', 'W');
    expect(at.effects).toEqual([]);
    expect(at.state.overlay).toBeNull();
  });

  test('plans that would be lost are asked for', () => {
    const at = press(shrunk(SCREENS.edited!()), 'q');
    expect(at.effects).toEqual([]);
    expect(press(at, 'escape').state.overlay).toBeNull();
    expect(press(at, 'Q').effects).toEqual([{ type: 'quit' }]);
  });
});
