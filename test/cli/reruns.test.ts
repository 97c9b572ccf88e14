import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { type TempRepository, tempRepository } from '../helpers/temp-repository.ts';

const LINES = [
  ['hotspots'],
  ['hotspots', '--format', 'csv'],
  ['hotspots', '--coupling'],
  ['hotspots', '--by', 'module', '--sort', 'lines', '--since', '30d'],
  ['hotspots', 'src'],
  ['check'],
  ['check', '--json'],
];

const body = (n: number, ifs: number): string => `fn f${n}(x: bool) {\n${'    if x { go(); }\n'.repeat(ifs)}}\n`;
const CEILINGS = '[budget]\nfile-lines = 12\nfunction-cognitive = 4\n';

function orchard(): TempRepository {
  const repo = tempRepository();
  for (let i = 0; i < 6; i++)
    repo.commit(
      {
        'Cargo.toml': '[package]\nname = "orchard"\nedition = "2021"\n',
        'src/lib.rs': `include!("more.inc");\nmod pear;\n${body(1, i)}${body(2, 3)}`,
        'src/more.inc': `${body(3, 2)}${'\n'.repeat(i)}`,
        'src/pear.rs': `pub fn pear() {} // ${i}\n`,
        'py/apple.py': `def f(a):\n    return a or ${i}\n`,
      },
      { day: 9 * i, author: `A${i % 2} <a${i % 2}@example.org>` },
    );
  return repo;
}

/** What may change between two runs, one after the other. */
const CHANGES: readonly (readonly [name: string, change: (repo: TempRepository) => void])[] = [
  ['nothing', () => {}],
  ['ceilings', (repo) => repo.write({ 'omni-refactor.toml': CEILINGS })],
  ['a file that is not committed', (repo) => repo.write({ 'src/pear.rs': body(7, 9) })],
  ['the same file again', (repo) => repo.write({ 'src/pear.rs': body(7, 8) })],
  ['a fragment', (repo) => repo.write({ 'src/more.inc': body(4, 5) })],
  ['a new file that git does not know', (repo) => repo.write({ 'src/plum.rs': body(1, 2) })],
  ['a commit', (repo) => repo.commit({ 'py/apple.py': 'def f(a): pass\n' }, { day: 70 })],
  ['a commit of nothing', (repo) => repo.git('commit', '-q', '--allow-empty', '-m', 'nothing')],
  ['a name that git maps', (repo) => repo.write({ '.mailmap': 'A0 <a0@example.org> A1 <a1@example.org>\n' })],
  ['a manifest', (repo) => repo.write({ 'Cargo.toml': '[package]\nname = "pears"\nedition = "2021"\n' })],
  ['who owns what', (repo) => repo.write({ CODEOWNERS: '* @orchard\n' })],
  ['an exception', (repo) => repo.write({ 'omni-refactor.baseline': 'file-lines src/lib.rs 99\n' })],
  ['a file that is gone', (repo) => rmSync(join(repo.root, 'src/plum.rs'))],
  ['an older commit', (repo) => repo.git('checkout', '-q', '-f', 'HEAD~2')],
];

test('a rerun says what a run without a cache says, whatever changed before it', { timeout: 120_000 }, async () => {
  const repo = orchard();
  for (const [name, change] of CHANGES) {
    change(repo);
    for (const line of LINES) {
      const fresh = await runOmni(repo.root, [...line, '--no-cache']);
      const runs = [await runOmni(repo.root, line), await runOmni(repo.root, line)];
      expect(runs, `${line.join(' ')} after ${name}`).toEqual([fresh, fresh]);
    }
  }
});
