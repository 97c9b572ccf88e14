import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT, type Ran, runTool } from '../helpers/run-tool.ts';

interface Manifest {
  readonly version: string;
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = readJson(join(PROJECT_ROOT, 'package.json')) as Manifest;
const lock = readJson(join(PROJECT_ROOT, 'package-lock.json')) as { packages: Readonly<Record<string, Locked>> };

/** Settings of the machine that would hide a conflict. */
const PLAIN = { npm_config_legacy_peer_deps: 'false', npm_config_force: 'false', npm_config_update_notifier: 'false' };
const QUIET = ['--prefer-offline', '--no-audit', '--no-fund'];
const npm = (cwd: string, ...args: string[]): Promise<Ran> => runTool('npm', args, { cwd, env: PLAIN });

/** A program of somebody else's. */
const LIBRARY_USE = `
import { openWorkspace, planFile, prove, RefactorError, type Plan } from 'omni-refactor';

const folder = process.argv[2]!;
const workspace = await openWorkspace(folder, { cache: false });
const plan: Plan = planFile(workspace.view, { path: 'src/pears.rs', limit: 60 });
let refused = '';
try {
  planFile(workspace.view, { path: 'src/none.rs' });
} catch (error) {
  if (error instanceof RefactorError) refused = error.problem.code;
}
const { outcome } = await prove(folder, folder, { folder });
console.log(JSON.stringify({ modules: plan.modules.length > 1, refused, outcome }));
`;

const folder = mkdtempSync(join(tmpdir(), 'omni-refactor-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock', () => {
  test('every direct dependency is pinned exactly, and locked at that version', () => {
    const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(direct.length).toBeGreaterThan(10);
    const differing = direct.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version);
    expect(differing).toEqual([]);
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('npm ci accepts it without flags', async () => {
    const copy = join(folder, 'lock');
    mkdirSync(copy);
    for (const name of ['package.json', 'package-lock.json']) {
      writeFileSync(join(copy, name), readFileSync(join(PROJECT_ROOT, name)));
    }
    const ran = await npm(copy, 'ci', '--dry-run', ...QUIET);
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.stderr).not.toMatch(/ERESOLVE|peer/i);
  });

  test('npm ci runs no script of a dependency', () => {
    const scripted = Object.keys(lock.packages)
      .filter((path) => lock.packages[path]?.hasInstallScript)
      .map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(scripted).toContain('tree-sitter');
    expect(scripted.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
  });

  test('at most 80 packages are installed beside the tree of jscodeshift', () => {
    const own = Object.keys(manifest.dependencies).filter((name) => name !== 'jscodeshift');
    const beside = closureOf(own);
    const brought = closureOf(['jscodeshift']);
    expect([...beside].filter((path) => !brought.has(path)).length).toBeLessThanOrEqual(80);
  });
});

/** Places in the lock of these packages and of all that they ask for. */
function closureOf(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = names.map((name) => `node_modules/${name}`);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const wanted = { ...lock.packages[path]?.dependencies, ...lock.packages[path]?.optionalDependencies };
    queue.push(...Object.keys(wanted).flatMap((name) => placeOf(name, path) ?? []));
  }
  return seen;
}

/** As node looks it up: in the folder of the package that asks, then in those above. */
function placeOf(name: string, from: string): string | null {
  for (let base = from; base !== ''; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${base}/node_modules/${name}`]) return `${base}/node_modules/${name}`;
  }
  return lock.packages[`node_modules/${name}`] ? `node_modules/${name}` : null;
}

describe('a fresh clone', () => {
  test('packs the program that it builds', async () => {
    const clone = join(folder, 'clone');
    expect(await runTool('git', ['clone', '-q', PROJECT_ROOT, clone], { cwd: folder })).toMatchObject({ exitCode: 0 });
    symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(clone, 'node_modules'));
    const pack = await npm(clone, 'pack', '--dry-run', '--json', '--loglevel', 'silent');
    expect(pack).toMatchObject({ exitCode: 0 });
    const json = pack.stdout.slice(pack.stdout.search(/^\[/m));
    const [tarball] = JSON.parse(json) as [{ files: { path: string }[] }];
    expect(tarball.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['dist/src/cli/main.js', 'dist/man/omni-refactor.1']),
    );
  });
});

describe('the packed tarball in an empty project', () => {
  const consumer = join(folder, 'consumer');
  let packed: readonly string[];
  let installed: Ran;

  beforeAll(async () => {
    if (!existsSync(join(PROJECT_ROOT, 'dist/src/cli/main.js'))) {
      throw new Error('dist/ is missing: run `npm run build` (or `npm test`, which builds first)');
    }
    const pack = await npm(PROJECT_ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    expect(pack).toMatchObject({ exitCode: 0 });
    const [tarball] = JSON.parse(pack.stdout) as [{ filename: string; files: { path: string }[] }];
    packed = tarball.files.map((file) => file.path);
    mkdirSync(consumer);
    // The worst case: every install script of the parsers may run, and still nothing is compiled.
    const allowScripts = Object.fromEntries(Object.keys(manifest.allowScripts).map((name) => [name, true]));
    writeFileSync(
      join(consumer, 'package.json'),
      JSON.stringify({ name: 'consumer', version: '1.0.0', private: true, allowScripts }),
    );
    installed = await npm(consumer, 'install', ...QUIET, join(folder, tarball.filename));
  });

  test('installs without a peer conflict', () => {
    expect(installed).toMatchObject({ exitCode: 0 });
    expect(installed.stderr).not.toMatch(/ERESOLVE|conflicting peer|legacy-peer-deps/i);
  });

  test('compiles nothing', () => {
    const inside = readdirSync(join(consumer, 'node_modules'), { recursive: true, withFileTypes: true }).map(
      (entry) => ({ name: entry.name, path: relative(consumer, join(entry.parentPath, entry.name)) }),
    );
    const addons = inside.filter(({ name }) => name.endsWith('.node'));
    expect(addons.length).toBeGreaterThan(0);
    // Built before they were published: in a folder for every platform, or in a package for this one.
    const isPrebuilt = (path: string): boolean => /[\\/](?:prebuilds|@ast-grep[\\/]napi-[\w-]+)[\\/]/.test(path);
    expect(addons.filter(({ path }) => !isPrebuilt(path))).toEqual([]);
    expect(inside.filter(({ path }) => /[\\/]tree-sitter[^\\/]*[\\/]build$/.test(path))).toEqual([]);
  });

  test('holds the program and its pages, and nothing else', () => {
    const pages = new Set(['package.json', 'README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE']);
    const others = packed.filter(
      (path) => !pages.has(path) && !/^(dist\/(src|analyzers|codemods|chunks|man)|grammars|schemas)\//.test(path),
    );
    expect(others).toEqual([]);
  });

  test('has a program that runs and parses', async () => {
    const version = await npm(consumer, 'exec', '--no', '--', 'omni-refactor', '--version');
    expect(version).toMatchObject({ exitCode: 0, stdout: `${manifest.version}\n` });
    writeFileSync(join(consumer, 'pear.rs'), 'pub fn perry() -> u32 {\n    7\n}\n');
    const outline = await npm(consumer, 'exec', '--no', '--', 'omni-refactor', 'outline', 'pear.rs');
    expect(outline).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('perry') });
  });

  test.each(Object.entries(manifest.exports))('gives %s to those who import it', async (name, target) => {
    const specifier = JSON.stringify(`omni-refactor${name.slice(1)}`);
    const [source, types] =
      typeof target === 'string'
        ? [`import(${specifier}, { with: { type: 'json' } })`, target]
        : [`import(${specifier})`, target.types];
    expect(existsSync(join(consumer, 'node_modules/omni-refactor', types)), `${types} is in the tarball`).toBe(true);
    const script = `const found = await ${source}; process.stdout.write(String(Object.keys(found).length))`;
    const ran = await runTool(process.execPath, ['--input-type=module', '--eval', script], { cwd: consumer });
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(Number(ran.stdout), `exports of ${basename(types)}`).toBeGreaterThan(0);
  });

  test('serves codemods and analyzers of a project: begun, tested, typed', async () => {
    const project = join(consumer, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'omni-refactor.toml'), '');
    const omni = (...args: string[]): Promise<Ran> => npm(project, 'exec', '--no', '--', 'omni-refactor', ...args);
    expect(await omni('new', 'codemod', 'rename', '--language', 'rust')).toMatchObject({ exitCode: 0 });
    expect(await omni('new', 'analyzer', 'long-lines')).toMatchObject({ exitCode: 0 });
    expect(await omni('test', 'codemods')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 passed') });
    const own = ['codemods/rename/rename.test.mjs', 'analyzers/long-lines/long-lines.test.mjs'];
    const tested = await runTool(process.execPath, ['--test', ...own], { cwd: project });
    expect(tested, tested.stdout).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^(?:# |ℹ )pass 3$/m) });
    const compiler = join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc');
    const types = join(PROJECT_ROOT, 'node_modules/@types');
    const flags = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', '--noEmit', '--allowJs'];
    const files = ['codemods/rename/codemod.ts', 'analyzers/long-lines/main.mjs'];
    const args = [compiler, ...flags, '--checkJs', '--typeRoots', types, '--types', 'node', ...files];
    const compiled = await runTool(process.execPath, args, { cwd: project });
    expect(compiled).toMatchObject({ exitCode: 0, stdout: '' });
    const ran = await runTool(process.execPath, ['analyzers/long-lines/main.mjs', '.'], { cwd: project });
    expect(ran).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('cases/finds/long.py:2') });
  });

  test('serves programs: opened, asked, changed and proven, with types', async () => {
    writeFileSync(join(consumer, 'use.mts'), LIBRARY_USE);
    const compiler = join(PROJECT_ROOT, 'node_modules/typescript/bin/tsc');
    const types = join(PROJECT_ROOT, 'node_modules/@types');
    const flags = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', '--typeRoots', types];
    const compiled = await runTool(process.execPath, [compiler, ...flags, '--types', 'node', 'use.mts'], {
      cwd: consumer,
    });
    expect(compiled).toMatchObject({ exitCode: 0, stdout: '' });
    mkdirSync(join(consumer, 'work'));
    const units = Array.from({ length: 40 }, (_, i) => `pub fn pear${i}(n: u32) -> u32 {\n    n + ${i}\n}\n`);
    writeFileSync(
      join(consumer, 'work/Cargo.toml'),
      '[package]\nname = "orchard"\nversion = "0.1.0"\nedition = "2021"\n',
    );
    mkdirSync(join(consumer, 'work/src'));
    writeFileSync(join(consumer, 'work/src/lib.rs'), 'pub mod pears;\n');
    writeFileSync(join(consumer, 'work/src/pears.rs'), units.join('\n'));
    const ran = await runTool(process.execPath, ['use.mjs', 'work'], { cwd: consumer });
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toEqual({ modules: true, refused: 'file-not-found', outcome: 'unchanged' });
  });
});
