import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'smol-toml';
import { type Shipping, shippingOf } from '../../../../analyzers/readings/python/shipping/shipping.ts';
import { nameOf } from '../../../../analyzers/readings/python/source.ts';
import type { Proof } from '../../../core/evidence.ts';
import { stringAt, stringsAt, type Table, tableAt } from '../../../workspace/manifest-files.ts';
import type { View } from '../../../workspace/view.ts';
import { runLimited } from '../run-limited.ts';
import type { PythonFile } from './read-file.ts';
import type { PythonRunner } from './run-python.ts';
import { WHEEL_SCRIPT } from './scripts/wheel-script.ts';
import type { SplitShape } from './split-shape.ts';

/** How a distribution is built into a wheel. */
interface Build {
  readonly dir: string;
  readonly backend: string;
  /** Folders of a backend that lies in the project. */
  readonly path: readonly string[];
}

/** Paths in the wheel, or why none was built. */
export type WheelAttempt = { readonly files: readonly string[] } | { readonly why: string };

const COMPILES = /\b(ext_modules|Extension|cffi_modules|rust_extensions|CMakeExtension|cythonize|mypycify)\b/;

/** The build of the distribution that ships a file: null where none does, a string where it would compile more than Python. */
export function buildOf(view: View, path: string): Build | string | null {
  const shipping = shippingOf(view, path);
  return shipping === null || shipping.ships(path) === false ? null : buildIn(view, shipping);
}

/** Folder of the distribution that a file lies in, if its wheel can be built without a compiler; in words. */
export function builtFolder(view: View, path: string): string | null {
  const shipping = shippingOf(view, path);
  const build = shipping === null ? null : buildIn(view, shipping);
  return build === null || typeof build === 'string' ? null : inWords(build.dir);
}

const inWords = (dir: string): string => (dir === '' ? 'the workspace' : dir);

function buildIn(view: View, { dir, backend: used }: Shipping): Build | string {
  const inDir = (name: string): string => (dir === '' ? name : `${dir}/${name}`);
  const textOf = (name: string): string => (view.file(inDir(name))?.state === 'text' ? view.text(inDir(name)) : '');
  const mixed = view.manifests.distributions.some((one) => one.dir === dir && one.mixed);
  if (
    mixed ||
    /^(maturin|scikit_build_core|mesonpy)/.test(used) ||
    COMPILES.test(textOf('setup.py') + textOf('pyproject.toml'))
  )
    return `it compiles more than Python`;
  const system = tableAt(tomlOf(textOf('pyproject.toml')), 'build-system');
  const backend = stringAt(system, 'build-backend') ?? 'setuptools.build_meta:__legacy__';
  return { dir, backend, path: stringsAt(system, 'backend-path') };
}

function tomlOf(text: string): Table | null {
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** Builds the wheel of the state that the stage shows, from a copy: backends leave what they make beside the sources. */
export async function buildWheel(
  runner: PythonRunner,
  view: View,
  { dir, backend, path }: Build,
): Promise<WheelAttempt> {
  const { root, scratch } = runner.stage;
  const home = join(scratch, 'python-wheel');
  await rm(home, { recursive: true, force: true });
  const below = dir === '' ? '' : `${dir}/`;
  for (const file of view.files) {
    if (!file.path.startsWith(below) || file.state === 'unreadable') continue;
    const to = join(home, 'source', file.path.slice(below.length));
    await mkdir(dirname(to), { recursive: true });
    await cp(join(root, file.path), to, { recursive: true, verbatimSymlinks: true }).catch(() => {});
  }
  const question = JSON.stringify({ backend, path, out: join(home, 'out') });
  const shown = [...runner.python, '-c', `<build the wheel of ${inWords(dir)} with ${backend}>`];
  runner.onProgress({ type: 'command', command: shown, cwd: dir === '' ? '.' : dir });
  const result = await runLimited(runner.stage, {
    command: [...runner.python, '-c', WHEEL_SCRIPT, question],
    cwd: join(home, 'source'),
    env: {
      PYTHONDONTWRITEBYTECODE: '1',
      SOURCE_DATE_EPOCH: '315532800',
      SETUPTOOLS_SCM_PRETEND_VERSION: '0',
      PDM_BUILD_SCM_VERSION: '0',
      PIP_NO_INDEX: '1',
    },
    signal: runner.signal,
  });
  const { exitCode, seconds } = result;
  runner.commands.push({ command: shown, cwd: dir, exitCode, seconds, output: result.stderr.slice(-8_000) });
  const mark = result.stdout.lastIndexOf('\u001e');
  if (mark !== -1) return { files: JSON.parse(result.stdout.slice(mark + 1).split('\n', 1)[0]!) as string[] };
  const lines = result.stderr.trim().split('\n');
  return { why: lines[lines.length - 1] || `it ended with exit code ${exitCode}` };
}

/** Python files of one state that the other has not, as wheels lay them out: what a join has taken in is missed by nobody. */
export const goneFrom = (before: View, after: View): Set<string> =>
  new Set(
    before.files
      .filter(({ path, grammar }) => grammar === 'python' && after.file(path) === undefined)
      .map(({ path }) => inWheel({ name: nameOf(before, path) })),
  );

/**
 * The B rung's third part: the wheel holds what it held, and every file of the split where it held the module.
 * @param gone files of the wheel whose sources the change removes
 */
export function judgeWheel(
  split: SplitShape,
  before: WheelAttempt,
  after: WheelAttempt,
  gone: ReadonlySet<string> = new Set(),
): Proof[] {
  const files = [split.facade, ...split.parts];
  const proofsWith = (verdict: Proof['verdict'], why: string): Proof[] =>
    files.map(({ path }) => ({ rung: 'B', path, configuration: 'wheel', verdict, why }));
  if ('why' in before) return proofsWith('not-run', `the wheel was not built: ${before.why}`);
  const old = inWheel(split.before);
  if (!before.files.includes(old)) return proofsWith('not-run', `the wheel lacks ${old}`);
  if ('why' in after) return proofsWith('failed', `the wheel can no longer be built: ${after.why}`);
  const kept = before.files.filter((file) => file !== old && !gone.has(file));
  const wanted = new Set([...kept, ...files.map(inWheel)]);
  const lost = [...wanted].find((file) => !after.files.includes(file));
  if (lost !== undefined) return proofsWith('failed', `the wheel lacks ${lost}`);
  const more = after.files.find((file) => !wanted.has(file));
  return more === undefined
    ? proofsWith('proven', `the wheel holds the same ${before.files.length - 1} files, and all of the split`)
    : proofsWith('failed', `the wheel now also holds ${more}`);
}

/** `pkg/m.py`: wheels lay modules out by their names. */
const inWheel = ({ name }: Pick<PythonFile, 'name'>): string =>
  `${name.dotted.replaceAll('.', '/')}${name.init ? '/__init__' : ''}.py`;
