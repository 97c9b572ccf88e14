import { chmodSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namedPrograms } from '../../src/engine/toolchains/named-programs.ts';
import { journey } from '../helpers/journey.ts';

/** A program that leaves a mark beside itself when it is started. */
const trap = (mark: string): string => `#!/bin/sh\necho started >> ${mark}\necho Python 3.99.0\n`;

function workspace(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'omni-named-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text, { mode: 0o755 });
  }
  return root;
}

test.each<[string, Readonly<Record<string, string>>, string | null, string[]]>([
  ['nothing', { 'src/lib.rs': '' }, null, []],
  ['a virtual environment', { '.venv/bin/python': '' }, null, ['python .venv/bin/python']],
  ['the other name of one', { 'venv/bin/python': '' }, null, ['python venv/bin/python']],
  ['a configured interpreter', { 'tools/py': '', '.venv/bin/python': '' }, 'tools/py', ['python tools/py']],
  ['poetry', { 'poetry.lock': '' }, null, ['python poetry env info --path']],
  ['a compiler', { 'node_modules/typescript/bin/tsc': '' }, null, ['tsc node_modules/typescript/bin/tsc']],
  ['a toolchain', { 'rust-toolchain.toml': '[toolchain]\npath = "kit"\n' }, null, ['cargo kit']],
  ['a toolchain without ending', { 'rust-toolchain': '[toolchain]\npath = "kit"\n' }, null, ['cargo kit']],
  ['a channel', { 'rust-toolchain.toml': '[toolchain]\nchannel = "1.95"\n' }, null, []],
  ['an alias', { '.cargo/config.toml': '[alias]\nnextest = "run --bin x"\n' }, null, ['nextest cargo run --bin x']],
  ['an alias of words', { '.cargo/config': '[alias]\nclippy = ["run", "-q"]\n' }, null, ['clippy cargo run -q']],
  ['settings that cannot be read', { '.cargo/config.toml': '[alias', 'rust-toolchain.toml': '1.95' }, null, []],
])('%s', (_, files, configured, expected) => {
  const root = workspace(files);
  const named = namedPrograms({ root, configured, env: {} }).filter(({ path }) => !path.startsWith('/usr'));
  expect(named.map(({ name, path }) => `${name} ${path.replace(`${root}/`, '')}`)).toEqual(expected);
});

test('doctor says which program of the repository it starts before it does', async () => {
  const at = journey('python');
  const mark = join(at.root, '..', `mark-${Date.now()}`);
  at.write({ '.venv/bin/python': trap(mark) });
  chmodSync(join(at.root, '.venv/bin/python'), 0o755);
  const { stdout, stderr } = await at.omni('doctor --json');
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'doctor' });
  expect(stderr).toContain(join(at.root, '.venv/bin/python'));
  expect(existsSync(mark)).toBe(true);
});

test('a run names the interpreter before it executes anything', async () => {
  const at = journey('python');
  const { stderr } = await at.omni('split orchard/cellar.py --limit 40 --evidence S,B');
  expect(stderr).toMatch(/python is \/\S*python\S* \(\w+/);
});
