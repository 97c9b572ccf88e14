import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const body = (ifs: number): string => `fn f(x: bool) {\n${'    if x { go(); }\n'.repeat(ifs)}}\n`;
const FILLER = `// ${'x'.repeat(97)}\n`.repeat(900);

/** More bytes than are read for any ranking. */
function orchard() {
  const repo = tempRepository();
  const names = Array.from({ length: 26 }, (_, i) => `src/f${String(i).padStart(2, '0')}.rs`);
  repo.commit(Object.fromEntries(names.map((name, i) => [name, `${body(i % 7)}${FILLER}`])));
  for (let day = 1; day < 5; day++)
    repo.commit({ 'src/f03.rs': `${body(day)}${FILLER}`, 'src/f05.rs': `${body(2 * day)}${FILLER}` }, { day });
  return repo;
}

const rows = (stdout: string): string => stdout.split('\n\n')[0]!;

test('hotspots lists the rows of the whole ranking after reading what can be among them', async () => {
  const repo = orchard();
  const first = await runOmni(repo.root, ['hotspots', '--top', '2', '--no-cache']);
  const all = await runOmni(repo.root, ['hotspots', '--top', '2', '--no-cache', '--all']);
  expect(rows(first.stdout)).toBe(rows(all.stdout));
  expect(rows(first.stdout).split('\n')).toHaveLength(3);
  expect(first.stdout).toContain('The first 2 files, ranked after reading 4 of 26: no other can be among them.');
  expect(all.stdout).toContain('2 of 26 files listed. 26 source files in 26 modules');
});

test('a rerun of it says the same, whatever changed before', async () => {
  const repo = orchard();
  const line = ['hotspots', '--top', '3'];
  const changes = [
    {},
    { 'src/f09.rs': `${body(400)}${FILLER}` },
    { 'src/f03.rs': 'fn f() {}\n' },
    { 'src/f20.rs': 'include!("more.inc");\n', 'src/more.inc': body(900) },
  ];
  for (const change of changes) {
    repo.write(change);
    const fresh = await runOmni(repo.root, [...line, '--no-cache']);
    expect([await runOmni(repo.root, line), await runOmni(repo.root, line)]).toEqual([fresh, fresh]);
    const all = await runOmni(repo.root, [...line, '--all']);
    expect(rows(fresh.stdout)).toBe(rows(all.stdout));
  }
});
