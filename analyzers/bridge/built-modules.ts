import {
  dirOf,
  joinPath,
  stringAt,
  stringsAt,
  type Table,
  tableAt,
  tablesAt,
} from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable } from '../workspace-lints/read-lints.ts';
import { libraryName } from './rust/rust-index.ts';

/** A native module that a Python build makes of a crate. */
export interface Built {
  /** Dotted. */
  readonly module: string;
  /** Of the crate. */
  readonly manifest: string;
  /** Features that the build asks for. */
  readonly features: readonly string[];
  readonly source: 'maturin' | 'setuptools-rust';
  readonly mirrors: readonly string[];
}

/** What maturin and setuptools-rust are configured to build. */
export const builtModules = (view: View): Built[] =>
  view.files.flatMap(({ path, state }): Built[] => {
    if (state !== 'text') return [];
    if (/(?:^|\/)pyproject\.toml$/.test(path)) return [...byMaturin(view, path), ...bySetuptools(view, path)];
    return /(?:^|\/)setup\.py$/.test(path) ? bySetupPy(view, path) : [];
  });

const at = (dir: string, name: string): string => (dir === '' ? name : `${dir}/${name}`);

/** As maturin resolves it: `manifest-path`, else Cargo.toml beside, else rust/Cargo.toml. */
function manifestOf(view: View, dir: string, table: Table | null): string | null {
  const named = stringAt(table, 'manifest-path');
  if (named !== null) return joinPath(dir, named);
  return [at(dir, 'Cargo.toml'), at(dir, 'rust/Cargo.toml')].find((path) => view.file(path) !== undefined) ?? null;
}

function byMaturin(view: View, path: string): Built[] {
  const table = manifestTable(view, path);
  const maturin = tableAt(tableAt(table, 'tool'), 'maturin');
  const backend = stringAt(tableAt(table, 'build-system'), 'build-backend');
  if (maturin === null && backend !== 'maturin') return [];
  const dir = dirOf(path);
  const manifest = manifestOf(view, dir, maturin);
  const crate = view.manifests.crates.find((one) => one.manifest === manifest);
  if (manifest === null || !crate) return [];
  const features = [...stringsAt(maturin, 'features'), ...cargoArgs(maturin)];
  const name = stringAt(maturin, 'module-name') ?? libraryName(crate);
  const base = { manifest, features, source: 'maturin' as const };
  if (name.includes('.')) return [{ ...base, module: name, mirrors: [] }];
  const source = stringAt(maturin, 'python-source') ?? '';
  const folders = [joinPath(dir, source), joinPath(dirOf(manifest), source), joinPath(dir, 'python')];
  const isMixed = folders.some(
    (folder) => folder !== null && view.file(at(folder, `${name}/__init__.py`)) !== undefined,
  );
  if (isMixed) return [{ ...base, module: `${name}.${name}`, mirrors: [] }];
  return [{ ...base, module: name, mirrors: [`${name}.${name}`] }];
}

/** `cargo-extra-args = "--features x,y"`. */
const cargoArgs = (maturin: Table | null): string[] =>
  (/--features[= ]["']?([\w,\- ]+)/.exec(stringAt(maturin, 'cargo-extra-args') ?? '')?.[1] ?? '')
    .split(/[ ,]+/)
    .filter(Boolean);

function bySetuptools(view: View, path: string): Built[] {
  const modules = tablesAt(tableAt(tableAt(manifestTable(view, path), 'tool'), 'setuptools-rust'), 'ext-modules');
  return modules.flatMap((one): Built[] => {
    const target = stringAt(one, 'target');
    const manifest = joinPath(dirOf(path), stringAt(one, 'path') ?? 'Cargo.toml');
    if (target === null || manifest === null) return [];
    return [{ module: target, manifest, features: stringsAt(one, 'features'), source: 'setuptools-rust', mirrors: [] }];
  });
}

const EXTENSION = /\bRustExtension\(\s*(?:target\s*=\s*)?["']([\w.]+)["']([^()]*(?:\([^()]*\)[^()]*)*)\)/g;

/** `RustExtension("pkg._rust", path="rust/Cargo.toml", features=["x"])`; what is computed is not read. */
const bySetupPy = (view: View, path: string): Built[] =>
  [...view.text(path).matchAll(EXTENSION)].flatMap(([, module = '', rest = '']): Built[] => {
    const named =
      /^\s*,\s*(?:path\s*=\s*)?["']([^"']+\.toml)["']/.exec(rest)?.[1] ??
      /\bpath\s*=\s*["']([^"']+)["']/.exec(rest)?.[1];
    const manifest = joinPath(dirOf(path), named ?? 'Cargo.toml');
    const list = /\bfeatures\s*=\s*\[([^\]]*)\]/.exec(rest)?.[1] ?? '';
    const features = [...list.matchAll(/["']([\w-]+)["']/g)].map((match) => match[1]!);
    return manifest === null ? [] : [{ module, manifest, features, source: 'setuptools-rust', mirrors: [] }];
  });
