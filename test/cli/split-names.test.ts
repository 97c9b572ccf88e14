import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const group = (name: string): string =>
  Array.from(
    { length: 5 },
    (_, i) => `pub fn ${name}_${i}(x: i32) -> i32 {\n${'    let x = x + 1;\n'.repeat(6)}    x\n}\n`,
  ).join('\n');

test('owners and the list of packed files follow a split; other places that name the file are told', async () => {
  const root = tempWorkspace({
    'Cargo.toml':
      '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\ninclude = ["src/lib.rs", "src/shapes.rs"]\n',
    CODEOWNERS: '* @all\n/src/shapes.rs @shapes # theirs\n',
    'codecov.yml': 'ignore:\n  - src/shapes.rs\n',
    'src/lib.rs': 'pub mod shapes;\n',
    'src/shapes.rs': `${group('circle')}\n${group('parser')}`,
  });
  const split = await runOmni(root, ['split', 'src/shapes.rs', '--limit', '60', '--evidence', 'S', '--json']);
  expect(split.exitCode, split.stdout).toBe(0);
  const { notes } = SCHEMAS.split.parse(JSON.parse(split.stdout));
  expect(notes).toEqual(
    expect.arrayContaining([
      'CODEOWNERS:2 names src/shapes.rs; the new folder is added there',
      'Cargo.toml:5 names src/shapes.rs; the new folder is added there',
      'codecov.yml:2 names src/shapes.rs: it is a list for coverage: new files count apart',
    ]),
  );
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  expect(read('CODEOWNERS')).toBe('* @all\n/src/shapes.rs @shapes # theirs\n/src/shapes/ @shapes\n');
  expect(read('Cargo.toml')).toContain('include = ["src/lib.rs", "src/shapes.rs", "src/shapes/**"]');
  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect(read('CODEOWNERS')).toBe('* @all\n/src/shapes.rs @shapes # theirs\n');
});
