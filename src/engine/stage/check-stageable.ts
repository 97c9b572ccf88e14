import { access, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { parse } from 'smol-toml';
import type { Environment } from '../../core/environment.ts';
import { RefactorError } from '../../core/errors.ts';
import { homeFolder } from '../../workspace/home-folder.ts';
import type { Wanted } from './wanted.ts';

/**
 * Throws `cannot-stage` where a copy elsewhere would build something else: Cargo path dependencies outside the root, Cargo or
 * toolchain settings in a folder above, a Cargo workspace that begins above.
 */
export async function checkStageable(root: string, wanted: readonly Wanted[], env: Environment): Promise<void> {
  const manifests = wanted.filter((entry) => entry.kind === 'copy' && /(^|\/)Cargo\.toml$/.test(entry.path));
  if (manifests.length === 0) return;
  for (const { path } of manifests) {
    const outside = await pathsOutside(root, path);
    if (outside !== null) throw cannotStage(`${path} depends on ${outside}, which is outside the workspace`);
  }
  const cargoHome = resolve(env.CARGO_HOME ?? join(homeFolder(), '.cargo'));
  for (let folder = dirname(root); ; folder = dirname(folder)) {
    const settings = await settingsIn(folder, cargoHome);
    if (settings !== null) throw cannotStage(`${settings} has settings for it`);
    const above = await readToml(join(folder, 'Cargo.toml'));
    const manifest = await readToml(join(root, 'Cargo.toml'));
    if (above?.workspace !== undefined && manifest !== null && manifest.workspace === undefined)
      throw cannotStage(`it may be a member of the Cargo workspace ${join(folder, 'Cargo.toml')}`);
    if (folder === dirname(folder)) return;
  }
}

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first path of a dependency, patch or replacement that leads out of the root, as written; null if there is none. */
async function pathsOutside(root: string, manifest: string): Promise<string | null> {
  const toml = await readToml(join(root, manifest));
  if (toml === null) return null;
  const targets = isTable(toml.target) ? Object.values(toml.target).filter(isTable) : [];
  const workspace = isTable(toml.workspace) ? [toml.workspace] : [];
  const patches = isTable(toml.patch) ? Object.values(toml.patch) : [];
  const sections = [toml, ...targets, ...workspace].flatMap((table) =>
    ['dependencies', 'dev-dependencies', 'build-dependencies', 'dev_dependencies', 'build_dependencies'].map(
      (key) => table[key],
    ),
  );
  const leadsOut = (path: string): boolean => {
    const inside = relative(root, resolve(root, dirname(manifest), path));
    return inside.startsWith('..') || isAbsolute(inside);
  };
  return [...sections, ...patches, toml.replace].flatMap(pathsIn).find(leadsOut) ?? null;
}

/** The paths that dependencies of a table give. */
const pathsIn = (section: unknown): string[] =>
  isTable(section)
    ? Object.values(section).flatMap((one) => (isTable(one) && typeof one.path === 'string' ? [one.path] : []))
    : [];

/** Null for a manifest that is not there or not TOML: cargo itself will report that. */
async function readToml(path: string): Promise<Table | null> {
  try {
    return parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const cannotStage = (why: string): RefactorError =>
  new RefactorError({
    code: 'cannot-stage',
    what: 'The workspace cannot be proven in a copy',
    why,
    whatToDo:
      'Run it in the workspace that contains both, or add --in-place: the tree is changed for the proof and put back if it fails.',
  });

/** A file of settings in a folder that cargo or rustup would read; its own home does not count. */
async function settingsIn(folder: string, cargoHome: string): Promise<string | null> {
  for (const name of ['.cargo/config.toml', '.cargo/config', 'rust-toolchain.toml', 'rust-toolchain']) {
    const place = join(folder, name);
    if (dirname(place) !== cargoHome && (await isThere(place))) return place;
  }
  return null;
}
