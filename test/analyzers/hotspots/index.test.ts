import { expect, test } from 'vitest';
import { composition } from '../../../analyzers/composition/index.ts';
import { DEFAULT_HOTSPOT_OPTIONS } from '../../../analyzers/hotspots/hotspot.ts';
import { hotspots } from '../../../analyzers/hotspots/index.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const CRATE: Crate = {
  name: 'demo',
  dir: '',
  manifest: 'Cargo.toml',
  edition: '2021',
  cargoRoot: '',
  targets: [{ kind: 'lib', name: 'demo', path: 'src/lib.rs', procMacro: false }],
  features: [],
};
const FILES = {
  'src/lib.rs': 'mod a;\ninclude!("parts.rs");\n',
  'src/parts.rs': 'fn two(x: bool) {\n    if x {}\n}\n',
  'src/a.rs': 'fn three() {}\n',
  'tool.py': 'x = 1\n',
};

test('splices fragments as the composition of the workspace says', () => {
  const readManifests = () => ({ crates: [CRATE], distributions: [], packages: [], problems: [] });
  const view = memoryView(FILES, { readManifests });
  const { entries, totals } = hotspots.run(view, {
    ...DEFAULT_HOTSPOT_OPTIONS,
    by: 'module',
    composition: composition.run(view),
  });
  expect(entries[0]).toMatchObject({
    path: 'src/lib.rs',
    fragments: ['src/parts.rs'],
    lines: 5,
    functions: 1,
    cognitive: 1,
  });
  expect(entries.reduce((total, { lines }) => total + lines, 0)).toBe(totals.lines);
  expect(totals).toMatchObject({ found: 4, modules: 3, lines: 7 });
});
