import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun, runCommand } from './run-command.ts';
import { type Package, packageId } from './targets.ts';

export interface Copy {
  readonly root: string;
  /** What the program gets beside the file's name. */
  readonly args: readonly string[];
  /** State and cache folders that all targets of a package share, so that its baseline is built once. */
  readonly env: Readonly<Record<string, string>>;
}

/** A fresh repository of one commit with the package's sources, always at the same place; its tests can be run. */
export function makeCopy(of: Package, sources: string, home: string, tests: string | null): Copy {
  const work = join(home, 'work', packageId(of));
  const root = join(work, 'repository');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(sources, root, { recursive: true });
  if (of.testsFrom !== undefined) addTests(of, root, tests);
  for (const [path, text] of Object.entries(of.files ?? {})) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const args = PREPARE[of.ecosystem](of, root, work);
  for (const command of [
    ['init', '--quiet', '--initial-branch=main'],
    ['config', 'user.name', 'Corpus'],
    ['config', 'user.email', 'corpus@example.org'],
    ['config', 'commit.gpgsign', 'false'],
    ['config', 'core.autocrlf', 'false'],
    ['add', '--all'],
    ['commit', '--quiet', '--allow-empty', '--message', `${of.name} ${of.version} as published`],
  ])
    mustRun(['git', ...command], root);
  return {
    root,
    args,
    env: { OMNI_REFACTOR_STATE: join(work, 'state'), OMNI_REFACTOR_CACHE: join(work, 'cache') },
  };
}

/** The suite of a package that ships none, from a checkout of its repository at the tag. */
function addTests(of: Package, root: string, tests: string | null): void {
  const checkout = tests === null ? null : join(tests, packageId(of));
  if (checkout === null || !existsSync(checkout))
    throw new Error(`${of.name} ships no tests: --tests DIR/${packageId(of)} holds those of ${of.testsFrom}`);
  cpSync(checkout, root, { recursive: true });
}

const PREPARE = { cargo: prepareCrate, pypi: prepareSdist, npm: prepareNpm, library: () => [], repository: () => [] };

const PEDANTIC = 'pedantic = { level = "warn", priority = -1 }\n';
const LINTS = '[lints.clippy]\n';

/** The lint group beside the levels that the manifest sets already. */
const withPedantic = (manifest: string): string =>
  manifest.includes(LINTS) ? manifest.replace(LINTS, LINTS + PEDANTIC) : `${manifest}\n${LINTS}${PEDANTIC}`;

function prepareCrate({ without = [], pedantic }: Package, root: string): string[] {
  const manifest = join(root, 'Cargo.toml');
  const text = readFileSync(manifest, 'utf8');
  const shorter = without.reduce((left, pattern) => left.replace(new RegExp(pattern, 'g'), ''), text);
  const edited = pedantic ? withPedantic(shorter) : shorter;
  if (edited !== text) writeFileSync(manifest, edited);
  // A published lock file may name versions that this registry does not have (yet).
  if (runCommand(['cargo', 'fetch'], root).exitCode !== 0) {
    rmSync(join(root, 'Cargo.lock'), { force: true });
    mustRun(['cargo', 'fetch'], root);
  }
  return [];
}

function prepareSdist({ testNeeds = [] }: Package, _: string, work: string): string[] {
  const environment = join(work, 'venv');
  const ready = join(environment, 'ready');
  if (!existsSync(ready)) {
    rmSync(environment, { recursive: true, force: true });
    mustRun(['python3', '-m', 'venv', environment], work);
    mustRun([join(environment, 'bin/python'), '-m', 'pip', 'install', '--quiet', ...testNeeds], work);
    writeFileSync(ready, '');
  }
  return ['--python', join(environment, 'bin/python')];
}

function prepareNpm({ testNeeds = [] }: Package, root: string, work: string): string[] {
  const kept = join(work, 'node_modules');
  if (!existsSync(kept)) {
    const install = join(work, 'install');
    rmSync(install, { recursive: true, force: true });
    mkdirSync(install);
    writeFileSync(join(install, 'package.json'), '{"private":true}\n');
    mustRun(['npm', 'install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...testNeeds], install);
    mustRun(['mv', join(install, 'node_modules'), kept], dirname(kept));
  }
  cpSync(kept, join(root, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(root, '.gitignore'), 'node_modules\n');
  return [];
}
