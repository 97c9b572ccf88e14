import { basename, dirname } from 'node:path/posix';
import { crateOf } from '../../../analyzers/readings/rust/crate-of.ts';
import { readLintLevels } from '../../../analyzers/readings/rust/lint-levels.ts';
import { modulePathOf } from '../../../analyzers/readings/rust/module-path.ts';
import { type Mount, mountsOf } from '../../../analyzers/readings/rust/mounts.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Crate, CrateTarget } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from './refuse.ts';

/** Where the parts of a file go, and how they are mounted. */
export interface Layout {
  /** Folder of the parts, relative to the workspace, '' for its root. */
  readonly folder: string;
  /** `../` once for each folder that the parts lie deeper than the file; '' beside it. */
  readonly up: string;
  /** What a `mod` line needs before it: `#[path = "it/parse.rs"]`, or nothing. */
  readonly mount: (name: string) => string | null;
  /** The package that holds the file, if the manifests know it. */
  readonly crate: Crate | null;
  /** The file is the root of a crate. */
  readonly root: boolean;
  readonly edition: Crate['edition'];
  /** Where the file itself goes: its own path, or `mod.rs` in the folder of its parts. */
  readonly facade: string;
  /** The module below its crate's root; null where it is not known, or not one alone. Asked for rarely: it reads the whole workspace. */
  readonly modulePath: () => readonly string[] | null;
}

const BESIDE = new Set(['lib.rs', 'main.rs', 'mod.rs']);
const start = { start: 0, end: 0 };

/** `foo.rs` has its parts in `foo/`; `mod.rs` and crate roots beside themselves, but for those that cargo would take for targets. */
export function layoutOf(view: View, path: string): Layout | Refusal {
  const crate = crateOf(view, path);
  const dir = dirname(path) === '.' ? '' : dirname(path);
  const stem = basename(path, '.rs');
  const target = crate?.targets.find((one) => one.path === path) ?? null;
  const mounts = mountsOf(view, path);
  const refusal = refuseMounts(path, mounts, target);
  if (refusal) return refusal;
  const edition = crate?.edition ?? '2021';
  const base = { crate, edition, root: target !== null, facade: path, modulePath: modulePathOf(view, path) };
  const beside = { ...base, folder: dir, up: '', mount: () => null };
  const below = { ...base, folder: dir === '' ? stem : `${dir}/${stem}`, up: '../', mount: () => null };
  if (target) return ofRoot(path, target.kind, beside, below);
  if (mounts.length === 1 || BESIDE.has(basename(path))) return beside;
  // `clippy::self_named_module_files` takes `m.rs` beside a folder `m` for a fault: then the file goes into the folder.
  const wantsModFile = readLintLevels(view, path)('clippy::self_named_module_files');
  return wantsModFile ? { ...below, facade: `${below.folder}/mod.rs` } : below;
}

function refuseMounts(path: string, mounts: readonly Mount[], target: CrateTarget | null): Refusal | null {
  if (mounts.length > 1 || (mounts.length > 0 && target))
    return refuse(
      { path },
      'R36',
      start,
      'the file is mounted in more than one place',
      'Split one of the copies by hand, or mount the file once.',
    );
  if (mounts[0]?.kind !== 'include') return null;
  return refuse(
    { path },
    'R48',
    start,
    `${mounts[0].by} splices this file with include!`,
    'Turn the include! into a module first (rust/include-to-mod).',
  );
}

function ofRoot(path: string, kind: CrateTarget['kind'], beside: Layout, below: Layout): Layout | Refusal {
  if (kind === 'lib' || BESIDE.has(basename(path))) return beside;
  const [dir, stem] = [dirname(path), basename(path, '.rs')];
  if (kind === 'bin' && /(^|\/)src\/bin$/.test(dir))
    return refuse(
      { path },
      'R35',
      start,
      'cargo would take files beside a binary, or a folder of its name, for further binaries',
      `Move the file to ${dir}/${stem}/main.rs, which cargo builds as the same binary, and split it there.`,
    );
  return { ...below, mount: (name) => `#[path = "${stem}/${name}.rs"]` };
}
