import { expect, test } from 'vitest';
import { composition } from '../../../analyzers/composition/index.ts';
import { renderDot } from '../../../src/report/composition/dot.ts';
import { includesJson } from '../../../src/report/composition/json.ts';
import { renderMermaid } from '../../../src/report/composition/mermaid.ts';
import { renderTree } from '../../../src/report/composition/tree.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const FILES = {
  'lib.rs': [
    'mod plain;',
    'include!("parts/a.rs");',
    '#[cfg(unix)]',
    '#[path = "odd \\"name\\".rs"]',
    'mod odd;',
    'include!(concat!(env!("OUT_DIR"), "/gen.rs"));',
    'macro_rules! text { ($p:expr) => { include_str!($p) } }',
    '#[cfg(test)]',
    'mod tests { const T: &str = text!("parts/t.txt"); fn f() { include!(compute!()); } }',
    'mod lost;',
  ].join('\n'),
  'plain.rs': 'include!("parts/a.rs");',
  'parts/a.rs': 'fn a() {}',
  'parts/t.txt': 't',
  'tool.py': '',
  'web/app.ts': '',
};

const RENDERERS = [
  ['tree.txt', renderTree],
  ['graph.mmd', renderMermaid],
  ['graph.dot', renderDot],
  ['map.json', includesJson],
] as const;

test.each(RENDERERS)('%s', async (file, render) => {
  await expect(render(composition.run(memoryView(FILES)))).toMatchFileSnapshot(
    `../../../snapshots/reports/composition/${file}`,
  );
});

test('an empty workspace renders', () => {
  const empty = composition.run(memoryView({}));
  expect(renderTree(empty)).toBe('\n0 modules, 0 includes, 0 #[path], 0 unresolved\n');
  expect(JSON.parse(includesJson(empty))).toEqual({
    schemaVersion: 1,
    kind: 'includes',
    modules: [],
    splices: [],
    shared: [],
  });
});

test('no name from the workspace reaches a terminal raw', () => {
  const red = '\u001B[31m';
  const files = {
    'lib.rs': `include!("a${red}.rs");\ninclude!("gone${red}");\n#[cfg(a = "${red}")]\nmod w;`,
    [`a${red}.rs`]: '',
  };
  for (const [, render] of RENDERERS) expect(render(composition.run(memoryView(files)))).not.toContain('\u001B');
});
