import { expect, test } from 'vitest';
import type { EndedRow } from '../../src/engine/queue/queue-row.ts';
import { renderQueue } from '../../src/report/queue/terminal.ts';

const row = (path: string, outcome: EndedRow['outcome'], why: string | null): EndedRow => ({
  path,
  outcome,
  why,
  before: 900,
  after: 320,
  made: outcome === 'proven' ? [{ path: 'src/a/b.rs', lines: 100 }] : [],
  receipt: outcome === 'proven' ? '0001-ab' : null,
  commits: [],
  isEarlier: false,
});

test('a short reason stands on the line of its file; long ones, and several, stand below it, each once and on lines of their own', () => {
  const long = `H4: line 1127 (class _BaseConstants) has to run before line 1460 (class IPv4Network), and the plan's modules run in another order`;
  const rows = [
    row('src/a.rs', 'proven', null),
    row('src/longer/b.rs', 'refused', 'R48: a macro names it'),
    row(
      'src/c.py',
      'refused',
      [long, long, 'M2: `x` is bound twice; in m too', 'M4: one', 'M4: two', 'M4: three'].join('; '),
    ),
  ];
  expect(renderQueue({ rows, asked: ['S'], dryRun: false, tool: 'omni-refactor 0' })).toBe(
    `1 proven, 2 refused (S)

  src/a.rs         proven, 900 -> 320 lines in 2 files, receipt 0001-ab
  src/longer/b.rs  refused: R48: a macro names it
  src/c.py         refused:
    H4: line 1127 (class _BaseConstants) has to run before line 1460 (class IPv4Network), and the
      plan's modules run in another order
    M2: \`x\` is bound twice; in m too
    M4: one
    and 2 more: \`omni-refactor queue … --json\` holds them all

Undo with: omni-refactor undo
`,
  );
});
