import { dirOf, joinPath, stringAt, type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Crate, Distribution } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable, rootManifestOf } from '../workspace-lints/read-lints.ts';

/** Where the README of a package is, as its tool resolves it. */
export type ReadmeOf =
  | { readonly kind: 'file'; readonly path: string }
  /** The manifest names a file that is not there. */
  | { readonly kind: 'lost'; readonly path: string }
  /** The text stands in the manifest itself. */
  | { readonly kind: 'inline' }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Cargo's own list, tried in this order and case by case: `readme.md` is not found (cargo 1.95, `DEFAULT_README_FILES`). */
const CARGO_NAMES = ['README.md', 'README.txt', 'README'];

const joined = (dir: string, name: string): string => (dir === '' ? name : `${dir}/${name}`);

const found = (view: View, path: string | null): ReadmeOf => {
  if (path === null) return { kind: 'unknown', why: 'its path leads out of the workspace' };
  return view.file(path) === undefined ? { kind: 'lost', path } : { kind: 'file', path };
};

function firstOf(view: View, dir: string, names: readonly string[]): ReadmeOf {
  const path = names.map((name) => joined(dir, name)).find((one) => view.file(one) !== undefined);
  return path === undefined ? { kind: 'none' } : { kind: 'file', path };
}

/** As cargo's `normalize_package_readme` does it; the file's existence is checked too, which cargo leaves to `cargo package`. */
export function crateReadme(view: View, crate: Crate): ReadmeOf {
  const table = manifestTable(view, crate.manifest);
  if (table === null) return { kind: 'unknown', why: 'its manifest cannot be read' };
  const setting = (tableAt(table, 'package') ?? tableAt(table, 'project'))?.readme;
  if (typeof setting === 'string') return found(view, joinPath(crate.dir, setting));
  if (setting === false) return { kind: 'none' };
  if (setting === true) return found(view, joined(crate.dir, 'README.md'));
  if (tableAt({ own: setting }, 'own')?.workspace === true) return inherited(view, crate);
  return firstOf(view, crate.dir, CARGO_NAMES);
}

/** `readme.workspace = true`: the workspace's key, else the README beside the root manifest even where no key names it. */
function inherited(view: View, crate: Crate): ReadmeOf {
  const root = manifestTable(view, rootManifestOf(crate));
  const shared = tableAt(tableAt(root, 'workspace'), 'package')?.readme;
  if (typeof shared === 'string') return found(view, joinPath(crate.cargoRoot, shared));
  if (shared === false) return { kind: 'none' };
  if (shared === true) return found(view, joined(crate.cargoRoot, 'README.md'));
  return firstOf(view, crate.cargoRoot, CARGO_NAMES);
}

/** By `[project] readme`, poetry's and flit's keys, setup.cfg's or setup.py's long description; maturin falls back to cargo's. */
export function distributionReadme(view: View, { dir, manifest }: Distribution): ReadmeOf {
  const pyproject = joined(dir, 'pyproject.toml');
  const table = view.file(pyproject) === undefined ? null : manifestTable(view, pyproject);
  if (manifest === pyproject && table === null) return { kind: 'unknown', why: 'its manifest cannot be read' };
  const project = tableAt(table, 'project');
  const named = fromProject(view, dir, project) ?? fromTools(view, dir, table);
  if (named !== null) return named;
  const isDynamic = project === null || (Array.isArray(project.dynamic) && project.dynamic.includes('readme'));
  const old = isDynamic ? fromSetup(view, dir) : null;
  if (old !== null) return old;
  const backend = stringAt(tableAt(table, 'build-system'), 'build-backend');
  const cargo = view.manifests.crates.find((crate) => crate.dir === maturinDir(dir, table));
  if (backend === 'maturin' && cargo) return crateReadme(view, cargo);
  return { kind: 'none' };
}

function fromProject(view: View, dir: string, project: Table | null): ReadmeOf | null {
  const readme = project?.readme;
  if (typeof readme === 'string') return found(view, joinPath(dir, readme));
  const table = tableAt(project, 'readme');
  const file = stringAt(table, 'file');
  if (file !== null) return found(view, joinPath(dir, file));
  return table !== null && stringAt(table, 'text') !== null ? { kind: 'inline' } : null;
}

function fromTools(view: View, dir: string, table: Table | null): ReadmeOf | null {
  const tool = tableAt(table, 'tool');
  const poetry = tableAt(tool, 'poetry')?.readme;
  const first = Array.isArray(poetry) ? poetry[0] : poetry;
  const flit = stringAt(tableAt(tableAt(tool, 'flit'), 'metadata'), 'description-file');
  const path = typeof first === 'string' ? first : flit;
  return path === null ? null : found(view, joinPath(dir, path));
}

function fromSetup(view: View, dir: string): ReadmeOf | null {
  const text = (name: string): string =>
    view.file(joined(dir, name))?.state === 'text' ? view.text(joined(dir, name)) : '';
  const cfg = /^long_description\s*=\s*file:\s*([^\s,]+)/m.exec(text('setup.cfg'))?.[1];
  if (cfg !== undefined) return found(view, joinPath(dir, cfg));
  const setup = text('setup.py');
  if (!/\blong_description\s*=/.test(setup)) return null;
  const name = /["']((?:[\w./-]*\/)?README(?:\.\w+)?)["']/i.exec(setup)?.[1];
  return name === undefined
    ? { kind: 'unknown', why: 'setup.py computes its long description' }
    : found(view, joinPath(dir, name));
}

const maturinDir = (dir: string, table: Table | null): string => {
  const manifest = stringAt(tableAt(tableAt(table, 'tool'), 'maturin'), 'manifest-path');
  return manifest === null ? dir : dirOf(joinPath(dir, manifest) ?? '');
};
