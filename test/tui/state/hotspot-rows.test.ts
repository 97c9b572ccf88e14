import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hotspotRows } from '../../../src/tui/state/hotspot-rows.ts';
import { initialState } from '../../../src/tui/state/state.ts';
import { hotspot } from '../helpers/sample-state.ts';

const SORTS = ['score', 'lines', 'cognitive', 'functions', 'revisions', 'path'] as const;

test('rows that come in pieces stand as if they had come at once', () => {
  const pieces = fc.array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 30 })), { maxLength: 8 }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(pieces, fc.constantFrom(...SORTS), (drawn, sort) => {
      const rows = drawn.map((piece, i) => piece.map(([rank, lines], j) => hotspot(`f${i}_${j}.rs`, rank, { lines })));
      const at = (file: readonly ReturnType<typeof hotspot>[]) => {
        const state = initialState({ columns: 80, rows: 24 }, 'x');
        return hotspotRows({ rows: { ...state.rows, file }, hotspots: { ...state.hotspots, sort } });
      };
      let grown: readonly ReturnType<typeof hotspot>[] = [];
      let shown = at(grown);
      for (const piece of rows) {
        grown = [...grown, ...piece];
        shown = at(grown);
      }
      expect(shown).toEqual(at([...grown]));
      expect(shown).toEqual(at([...grown].map((row) => ({ ...row }))));
    }),
  );
});
