import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Composition } from '../../../analyzers/composition/composition.ts';
import { composition } from '../../../analyzers/composition/index.ts';
import { holdsCfg } from '../../helpers/holds-cfg.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { readFolder } from '../../helpers/read-folder.ts';

const FOLDER = resolve('test/fixtures/includes');
const cases = readdirSync(FOLDER);

/** The files that rustc read to expand the crate, by its own dep-info. */
function depInfo(dir: string, root: string, args: readonly string[]): string[] {
  const out = mkdtempSync(join(tmpdir(), 'dep-info-'));
  try {
    const file = join(out, 'out.d');
    const env = { ...process.env, CARGO_MANIFEST_DIR: dir };
    execFileSync(
      'rustc',
      [
        '--edition',
        '2021',
        '--crate-type',
        'lib',
        '--crate-name',
        'demo',
        `--emit=dep-info=${file}`,
        '-Aunused',
        ...args,
        join(dir, root),
      ],
      { env, stdio: 'pipe' },
    );
    const line = readFileSync(file, 'utf8').split('\n')[0]!;
    const files = line.slice(line.indexOf(': ') + 2).split(' ');
    return [...new Set(files.map((path) => relative(dir, resolve(path)).split('\\').join('/')))].sort();
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** What a build with these options reads, by our map: everything that the root reaches through places whose cfg holds. */
function reached(map: Composition, root: string, options: ReadonlySet<string>): string[] {
  const files = new Set([root]);
  for (const path of files)
    for (const splice of map.splices) {
      if (splice.path !== path || !splice.cfg.every((predicate) => holdsCfg(predicate, options))) continue;
      // cfg_attr alternatives are one place; rustc takes the first that holds.
      const targets = splice.kind === 'path' && splice.targets.length > 1 ? splice.targets.slice(0, 1) : splice.targets;
      for (const target of targets) files.add(target);
    }
  return [...files].sort();
}

test(`at least 60 crates`, () => expect(cases.length).toBeGreaterThanOrEqual(60));

test.each(cases)('%s: the map equals rustc dep-info', (name) => {
  const { args = '', root = 'src/lib.rs', ...files } = readFolder(join(FOLDER, name));
  const targets = Object.keys(files)
    .filter((path) => path === 'src/lib.rs' || /^tests\/\w+\.rs$/.test(path))
    .map((path) => ({
      kind: path.startsWith('tests/') ? ('test' as const) : ('lib' as const),
      name: 'demo',
      path,
      procMacro: false,
    }));
  const crate = {
    name: 'demo',
    dir: '',
    manifest: 'Cargo.toml',
    edition: '2021' as const,
    cargoRoot: '',
    targets,
    features: [],
  };
  const map = composition.run(
    memoryView(files, { readManifests: () => ({ crates: [crate], distributions: [], packages: [], problems: [] }) }),
  );
  const words = args.split(' ').filter(Boolean);
  const options = new Set([
    'unix',
    ...words.filter((word) => word.includes('=')),
    ...(words.includes('--test') || root.startsWith('tests/') ? ['test'] : []),
  ]);
  const flags = root.startsWith('tests/') ? [...words, '--test'] : words;
  expect(reached(map, root, options)).toEqual(depInfo(join(FOLDER, name), root, flags));
  const owned = map.modules.flatMap(({ file, fragments }) => [file, ...fragments]);
  expect(new Set(owned).size).toBe(owned.length);
  expect(owned).toEqual(expect.arrayContaining(Object.keys(files).filter((path) => path.endsWith('.rs'))));
});
