import { basename, dirname } from 'node:path/posix';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { refuse } from './source.ts';

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
}

const BESIDE = new Set(['lib.rs', 'main.rs', 'mod.rs']);
const at = { start: 0, end: 0 };

/** `foo.rs` has its parts in `foo/`; `mod.rs` and crate roots beside themselves, but for those that cargo would take for targets. */
export function layoutOf(view: View, path: string): Layout | Refusal {
  const crate = crateOf(view, path);
  const edition = crate?.edition ?? '2021';
  const own = dirname(path) === '.' ? '' : dirname(path);
  const stem = basename(path, '.rs');
  const target = crate?.targets.find((one) => one.path === path) ?? null;
  const base = { crate, edition, root: target !== null };
  const beside = { ...base, folder: own, up: '', mount: () => null };
  const below = { ...base, folder: own === '' ? stem : `${own}/${stem}`, up: '../', mount: () => null };
  const mounts = mountsOf(view, path);
  if (mounts.length > 1 || (mounts.length > 0 && target))
    return refuse(
      { path },
      'R36',
      at,
      'the file is mounted in more than one place',
      'Split one of the copies by hand, or mount the file once.',
    );
  if (mounts.length === 1 && mounts[0]!.kind === 'include')
    return refuse(
      { path },
      'R48',
      at,
      `${mounts[0]!.by} splices this file with include!`,
      'Turn the include! into a module first (rust/include-to-mod).',
    );
  if (mounts.length === 1) return beside;
  if (!target) return BESIDE.has(basename(path)) ? beside : below;
  if (basename(path) === 'main.rs' || basename(path) === 'lib.rs') return { ...beside };
  if (target.kind === 'lib') return beside;
  if (target.kind === 'bin' && /(^|\/)src\/bin$/.test(own))
    return refuse(
      { path },
      'R35',
      at,
      'cargo would take files beside a binary, or a folder of its name, for further binaries',
      `Move the file to ${own}/${stem}/main.rs, which cargo builds as the same binary, and split it there.`,
    );
  return { ...below, mount: (name) => `#[path = "${stem}/${name}.rs"]` };
}

/** The package whose folder is the nearest above the file. */
export function crateOf(view: View, path: string): Crate | null {
  let best: Crate | null = null;
  for (const crate of view.manifests.crates)
    if ((crate.dir === '' || path.startsWith(`${crate.dir}/`)) && (best === null || crate.dir.length > best.dir.length))
      best = crate;
  return best;
}

interface Mount {
  readonly by: string;
  readonly kind: 'path' | 'include';
}

const NAMED = /(?:#\s*\[\s*path\s*=\s*"([^"\n]+)"|\binclude\s*!\s*[([{]\s*"([^"\n]+)")/g;

/** Files that name this one by `#[path]` or splice it. */
function mountsOf(view: View, path: string): Mount[] {
  const name = basename(path);
  const found: Mount[] = [];
  for (const file of view.files) {
    if (file.grammar !== 'rust' || file.state !== 'text') continue;
    const text = view.text(file.path);
    if (!text.includes(name)) continue;
    for (const [, mounted, spliced] of text.matchAll(NAMED)) {
      const written = mounted ?? spliced!;
      if (basename(written) !== name) continue;
      const folder = dirname(file.path);
      if (
        join(folder, written) === path ||
        (mounted !== undefined && join(join(folder, basename(file.path, '.rs')), written) === path)
      )
        found.push({ by: file.path, kind: mounted !== undefined ? 'path' : 'include' });
    }
  }
  return found;
}

function join(folder: string, path: string): string {
  const parts = folder === '.' || folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
