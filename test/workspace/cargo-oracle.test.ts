import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { textEntry } from '../../src/workspace/create-view.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

interface CargoPackage {
  readonly name: string;
  readonly edition: string;
  readonly manifest_path: string;
  readonly features: Readonly<Record<string, unknown>>;
  readonly targets: readonly { readonly kind: readonly string[]; readonly name: string; readonly src_path: string }[];
}

beforeAll(() => console.info(`against ${execFileSync('cargo', ['--version'], { encoding: 'utf8' }).trim()}`));

const pack = (name: string, more = ''): string => `[package]\nname = "${name}"\nversion = "0.1.0"\n${more}`;
const MAIN = 'fn main() {}\n';

const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'one package with every kind of target': {
    'Cargo.toml': pack('every-kind', 'edition = "2021"\n[features]\nx = []\n'),
    'src/lib.rs': '',
    'src/main.rs': MAIN,
    'src/bin/one.rs': MAIN,
    'src/bin/two/main.rs': MAIN,
    'src/bin/two/helper.rs': '',
    'tests/it.rs': '',
    'tests/big/main.rs': '',
    'tests/common/mod.rs': '',
    'examples/show.rs': MAIN,
    'benches/b.rs': '',
    'build.rs': MAIN,
  },
  'a virtual workspace: globs, exclude, inheritance, path dependencies': {
    'Cargo.toml':
      '[workspace]\nresolver = "2"\nmembers = ["crates/*", "tools/a"]\nexclude = ["crates/out", "tools"]\n[workspace.package]\nedition = "2018"\n[workspace.dependencies]\nhidden = { path = "deep/hidden" }\n',
    'crates/a/Cargo.toml': pack('a', 'edition.workspace = true\n[dependencies]\nhidden.workspace = true\n'),
    'crates/a/src/lib.rs': '',
    'crates/b/Cargo.toml': pack('b', '[target."cfg(unix)".dev-dependencies]\nfar = { path = "../../far" }\n'),
    'crates/b/src/lib.rs': '',
    'crates/out/Cargo.toml': pack('out'),
    'crates/out/src/lib.rs': '',
    'crates/README.md': '',
    'tools/a/Cargo.toml': pack('tool-a'),
    'tools/a/src/main.rs': MAIN,
    'deep/hidden/Cargo.toml': pack('hidden'),
    'deep/hidden/src/lib.rs': '',
    'far/Cargo.toml': pack('far'),
    'far/src/lib.rs': '',
  },
  'a root package with members, and a nested workspace': {
    'Cargo.toml': pack('root', 'edition = "2024"\n[workspace]\nmembers = ["m"]\nexclude = ["nested"]\n'),
    'src/lib.rs': '',
    'm/Cargo.toml': pack('m', 'workspace = ".."\n'),
    'm/src/lib.rs': '',
    'nested/Cargo.toml': '[workspace]\nmembers = ["n"]\n',
    'nested/n/Cargo.toml': pack('n'),
    'nested/n/src/lib.rs': '',
  },
  'names and paths of its own': {
    'Cargo.toml': pack(
      'own-paths',
      'edition = "2021"\nautotests = false\nautobins = false\nbuild = "make/build_it.rs"\n[lib]\nname = "other"\npath = "lib/all.rs"\nproc-macro = true\n[[bin]]\nname = "tool"\npath = "bins/t.rs"\n[[test]]\nname = "it"\n[[example]]\nname = "e"\ncrate-type = ["cdylib"]\n',
    ),
    'lib/all.rs': '',
    'bins/t.rs': MAIN,
    'src/main.rs': MAIN,
    'src/bin/unseen.rs': MAIN,
    'tests/it.rs': '',
    'tests/unseen.rs': '',
    'examples/e.rs': '',
    'examples/also.rs': MAIN,
    'make/build_it.rs': MAIN,
    'build.rs': MAIN,
  },
  'the 2015 edition stops searching': {
    'Cargo.toml': pack('old', 'build = false\n[[bin]]\nname = "b"\npath = "src/bin/b.rs"\n'),
    'src/main.rs': MAIN,
    'src/bin/b.rs': MAIN,
    'src/bin/c.rs': MAIN,
    'build.rs': MAIN,
    'tests/t.rs': '',
  },
  'optional dependencies are features': {
    'Cargo.toml': pack(
      'opt',
      'edition = "2021"\n[features]\ndefault = ["dep:b"]\n[dependencies]\na = { path = "a", optional = true }\nb = { path = "b", optional = true }\n[workspace]\n',
    ),
    'src/lib.rs': '',
    'a/Cargo.toml': pack('a'),
    'a/src/lib.rs': '',
    'b/Cargo.toml': pack('b'),
    'b/src/lib.rs': '',
  },
};

/** What cargo says about every package below a folder, asked once for each of its workspaces. */
function askCargo(root: string, crates: readonly Crate[]) {
  const found = new Map<string, unknown>();
  for (const cargoRoot of new Set(crates.map((crate) => crate.cargoRoot))) {
    const command = [
      'metadata',
      '--no-deps',
      '--offline',
      '--format-version',
      '1',
      '--manifest-path',
      `${root}/${cargoRoot}/Cargo.toml`,
    ];
    const output = execFileSync('cargo', command, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
    for (const item of (JSON.parse(output) as { packages: CargoPackage[] }).packages) {
      const targets = item.targets.map((target) => {
        const kind = ['bin', 'test', 'example', 'bench'].find((name) => target.kind.includes(name));
        const other = target.kind.includes('custom-build') ? 'build' : 'lib';
        return `${kind ?? other} ${target.name} ${relative(root, target.src_path)}${target.kind.includes('proc-macro') ? ' macro' : ''}`;
      });
      const manifest = relative(root, item.manifest_path);
      const features = Object.keys(item.features).sort();
      found.set(manifest, { name: item.name, edition: item.edition, features, cargoRoot, targets: targets.sort() });
    }
  }
  return Object.fromEntries([...found].sort());
}

const told = (crates: readonly Crate[]) =>
  Object.fromEntries(
    crates.map(({ manifest, name, edition, features, cargoRoot, targets }) => {
      const lines = targets.map(
        (target) => `${target.kind} ${target.name} ${target.path}${target.procMacro ? ' macro' : ''}`,
      );
      return [manifest, { name, edition, features, cargoRoot, targets: lines.sort() }];
    }),
  );

test.each(Object.entries(CASES))('agrees with cargo: %s', (_title, files) => {
  const root = tempWorkspace(files);
  const entries = Object.entries(files).map(([path, text]) => textEntry(path, text));
  const { crates, problems } = readManifests(entries, (path) => files[path]!);
  expect(problems).toEqual([]);
  expect(crates.length).toBe(Object.keys(files).filter((path) => files[path]!.includes('[package]')).length);
  expect(told(crates)).toEqual(askCargo(root, crates));
});
