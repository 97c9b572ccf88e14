import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStage, stageEnvironment } from '../../../src/engine/stage/open-stage.ts';
import { stateFolderOf } from '../../../src/engine/state/state-folder.ts';
import { type Tree, temporaryFolder, writeTree } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace } from '../../helpers/locked-workspace.ts';

const PACKAGE = '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n';

const cases: readonly [string, Tree, RegExp | null][] = [
  ['a crate alone', { 'ws/Cargo.toml': PACKAGE }, null],
  ['a path inside', { 'ws/Cargo.toml': `${PACKAGE}[dependencies]\nb = { path = "b" }\n` }, null],
  ['a path outside', { 'ws/Cargo.toml': `${PACKAGE}[dependencies]\nb = { path = "../b" }\n` }, /depends on \.\.\/b/],
  [
    'a path outside for one target',
    { 'ws/Cargo.toml': `${PACKAGE}[target.'cfg(unix)'.dev-dependencies.b]\npath = "../b"\n` },
    /\.\.\/b/,
  ],
  [
    'a path outside for the workspace',
    { 'ws/Cargo.toml': '[workspace]\n[workspace.dependencies.b]\npath = "../b"\n' },
    /\.\.\/b/,
  ],
  ['a patch outside', { 'ws/Cargo.toml': `${PACKAGE}[patch.crates-io]\nb = { path = "/b" }\n` }, /depends on \/b/],
  [
    'a path outside of a member',
    {
      'ws/Cargo.toml': '[workspace]\n',
      'ws/m/Cargo.toml': `${PACKAGE}[build-dependencies]\nb = { path = "../../b" }\n`,
    },
    /m\/Cargo\.toml/,
  ],
  [
    'settings in a folder above',
    { 'ws/Cargo.toml': PACKAGE, '.cargo/config.toml': '' },
    /\.cargo\/config\.toml has settings/,
  ],
  ['a toolchain above', { 'ws/Cargo.toml': PACKAGE, 'rust-toolchain.toml': '' }, /rust-toolchain\.toml/],
  [
    'a workspace above',
    { 'ws/Cargo.toml': PACKAGE, 'Cargo.toml': '[workspace]\nmembers = ["ws"]\n' },
    /member of the Cargo workspace/,
  ],
  ['a workspace below another', { 'ws/Cargo.toml': `[workspace]\n${PACKAGE}`, 'Cargo.toml': '[workspace]\n' }, null],
  ['settings above, and no crate', { 'ws/a.py': '', '.cargo/config.toml': '' }, null],
];

describe('what cannot be staged is said, with the way out', () => {
  test.each(cases)('%s', async (_, tree, why) => {
    const home = writeTree(temporaryFolder(), tree);
    const state = await stateFolderOf(join(home, 'ws'), { OMNI_REFACTOR_STATE: join(home, 'state') });
    const opened = openStage(applyOptions({ state }));
    if (why === null) await opened;
    else {
      const problem = await opened.then(
        () => null,
        (error) => error.problem,
      );
      expect(problem).toMatchObject({ code: 'cannot-stage', why: expect.stringMatching(why) });
      expect(problem.whatToDo).toContain('--in-place');
    }
  });
});

test('cargo builds a refreshed copy without compiling anything again', async () => {
  const { lock } = await lockedWorkspace({
    'Cargo.toml': PACKAGE,
    'src/lib.rs': 'pub fn a() {}\n',
    'src/main.rs': 'fn main() { a::a() }\n',
  });
  const build = async (): Promise<string> => {
    const stage = await openStage(applyOptions(lock));
    const env = { ...process.env, ...stageEnvironment(stage), CARGO_NET_OFFLINE: 'true' };
    execFileSync('cargo', ['build', '-q'], { cwd: stage.root, env, stdio: 'pipe' });
    await stage.show('before');
    return execFileSync('cargo', ['build', '-v', '--color=never'], {
      cwd: stage.root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  };
  const again = async (): Promise<string> => {
    const stage = await openStage(applyOptions(lock));
    const env = { ...process.env, ...stageEnvironment(stage), CARGO_NET_OFFLINE: 'true' };
    const bash = ['-c', 'cargo build -v --color=never 2>&1'];
    return execFileSync('bash', bash, { cwd: stage.root, env, encoding: 'utf8' });
  };
  await build();
  const said = await again();
  expect(said).toMatch(/Fresh a v0\.1\.0/);
  expect(said).not.toMatch(/Compiling/);
});
