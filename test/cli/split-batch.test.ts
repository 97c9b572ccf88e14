import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { readTree } from '../helpers/disk-tree.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const group = (name: string): string =>
  Array.from(
    { length: 5 },
    (_, i) =>
      `pub fn ${name}_${i}(x: i32) -> i32 {\n${'    let x = x + 1;\n'.repeat(6)}    ${i === 0 ? 'x' : `${name}_${i - 1}(x)`}\n}\n`,
  ).join('\n');
const large = (one: string, two: string): string => `${group(one)}\n${group(two)}`;

test('of three files over the ceiling the one that does not build is found and left out; the others are written', async () => {
  const root = tempWorkspace({
    'omni-refactor.toml': '[budget]\nfile-lines = 60\n',
    'Cargo.toml': '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n',
    // The build script wants no folder of that name: with the second file divided, nothing builds.
    'build.rs':
      'fn main() {\n    let name: String = ["sec", "ond"].concat();\n    assert!(!std::path::Path::new("src").join(name).exists());\n}\n',
    'src/lib.rs': 'pub mod first;\npub mod second;\npub mod third;\n',
    'src/first.rs': large('circle', 'parser'),
    'src/second.rs': large('square', 'writer'),
    'src/third.rs': large('corner', 'reader'),
  });
  const before = readTree(root);
  const split = await runOmni(root, ['split', '--over-budget', '--evidence', 'S,B', '--json']);
  expect(split.exitCode, split.stderr).toBe(1);
  const said = SCHEMAS.split.parse(JSON.parse(split.stdout));
  expect(said).toMatchObject({ outcome: 'proven', plans: [{}, {}] });
  expect(said.leftOut).toMatchObject([{ path: 'src/second.rs', outcome: 'not-proven' }]);
  expect(said.leftOut[0]!.why).toMatch(/^B src\/\w+/);
  expect(split.stderr.match(/This will execute/g)).toHaveLength(1);
  expect(readFileSync(join(root, 'src/second.rs'), 'utf8')).toBe(large('square', 'writer'));
  const now = Object.keys(readTree(root)).filter((path) => !(path in before));
  expect(now).toEqual(expect.arrayContaining(['src/first/', 'src/third/']));
  expect(now).not.toContain('src/second/');
  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect(readTree(root)).toEqual(before);
}, 120_000);

test('what cannot be planned or is refused is named, and nothing else ends with 3', async () => {
  const root = tempWorkspace({
    'Cargo.toml': '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n',
    'src/lib.rs': 'include!("parts.rs");\n',
    'src/parts.rs': large('circle', 'parser'),
  });
  const none = await runOmni(root, ['split', '--over-budget']);
  expect(none).toMatchObject({ exitCode: 2 });
  expect(none.stderr).toContain('needs a ceiling');
  const split = await runOmni(root, ['split', '--over-budget', '--limit', '60', '--evidence', 'S']);
  expect(split).toMatchObject({ exitCode: 3 });
  expect(split.stdout).toContain('R48 src/parts.rs:1');
  const nothing = await runOmni(root, ['split', '--over-budget', '--limit', '600']);
  expect(nothing).toMatchObject({ exitCode: 0 });
});
