import { parse as parseToml } from 'smol-toml';
import type { Finding } from '../../src/core/finding.ts';
import { dependencyTables } from '../../src/workspace/cargo/dependency-tables.ts';
import { joinPath, stringAt, type Table, tableAt, tablesAt } from '../../src/workspace/manifest-files.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import { tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable, rootManifestOf } from '../workspace-lints/read-lints.ts';
import { finding } from './judge-unit.ts';
import { crateVersion } from './read-unit.ts';
import { fitsRequirement } from './requirement.ts';
import { LOCK, MSRV, REQUIREMENT, UNVERSIONED } from './rules.ts';

/** Versions between the crates of a workspace, and what Cargo.lock and the toolchain files say of them. */
export const judgeCrates = (view: View, crates: readonly Crate[]): Finding[] => [
  ...crates.flatMap((crate) => judgeRequirements(view, crate)),
  ...judgeLocks(view, crates),
  ...crates.flatMap((crate) => judgeMsrv(view, crate)),
];

function judgeRequirements(view: View, crate: Crate): Finding[] {
  const table = manifestTable(view, crate.manifest);
  if (table === null) return [];
  const root = manifestTable(view, rootManifestOf(crate));
  const shared = tableAt(tableAt(root, 'workspace'), 'dependencies');
  return dependencyTables(table).flatMap((dependencies) =>
    Object.keys(dependencies).flatMap((key): Finding[] => {
      const dependency = tableAt(dependencies, key);
      const inherited = dependency?.workspace === true;
      const spec = inherited ? tableAt(shared, key) : dependency;
      const path = stringAt(spec, 'path');
      if (path === null) return [];
      const target = view.manifests.crates.find(
        ({ dir }) => dir === joinPath(inherited ? crate.cargoRoot : crate.dir, path),
      );
      return target
        ? judgeDependency(view, crate, {
            key,
            spec: spec!,
            target,
            table,
            isDev: dependencies === table['dev-dependencies'],
          })
        : [];
    }),
  );
}

interface Dependency {
  readonly key: string;
  readonly spec: Table;
  readonly target: Crate;
  /** The manifest of the crate that depends. */
  readonly table: Table;
  readonly isDev: boolean;
}

function judgeDependency(view: View, crate: Crate, { key, spec, target, table, isDev }: Dependency): Finding[] {
  const requirement = stringAt(spec, 'version');
  const text = view.text(crate.manifest);
  const offset = text.search(
    new RegExp(`^\\s*(?:\\[[\\w.-]*dependencies\\.)?"?${key.replace(/[^\w-]/g, '\\$&')}"?\\s*[=.\\]]`, 'm'),
  );
  const place = {
    path: crate.manifest,
    line: offset === -1 ? 1 : text.slice(0, offset).split('\n').length + (text[offset] === '\n' ? 1 : 0),
  };
  const targetTable = manifestTable(view, target.manifest);
  const version = targetTable && crateVersion(view, target, targetTable);
  if (requirement === null) {
    // cargo leaves development dependencies without a version out of what it publishes.
    if (isDev || isForOthers(crate, table) || !isPublished(table) || (targetTable && !isPublished(targetTable)))
      return [];
    return [
      finding(
        UNVERSIONED,
        place,
        key,
        `${crate.name} depends on ${target.name} by path alone`,
        `Add its version beside the path${version ? `: version = "${version.version}"` : ''}.`,
      ),
    ];
  }
  if (!version || fitsRequirement(requirement, version.version) !== false) return [];
  return [
    finding(
      REQUIREMENT,
      place,
      key,
      `${crate.name} asks for ${target.name} ${requirement}; it is ${version.version} by ${version.path}:${version.line}`,
      'Raise the requirement with the version.',
    ),
  ];
}

/** What no registry of crates is for: examples, and libraries that only Python, Node or C load. */
function isForOthers({ dir, targets }: Crate, table: Table): boolean {
  if (/(?:^|\/)(?:examples?|tests?|benches|fuzz)(?:\/|$)/.test(dir)) return true;
  const types = tableAt(table, 'lib')?.['crate-type'];
  const isLoaded = Array.isArray(types) && types.every((type) => type === 'cdylib' || type === 'staticlib');
  return isLoaded && !targets.some(({ kind }) => kind === 'bin');
}

const isPublished = (table: Table): boolean => {
  const publish = tableAt(table, 'package')?.publish;
  return publish !== false && !(Array.isArray(publish) && publish.length === 0);
};

/** Records without a source are the crates of the workspace itself. */
function judgeLocks(view: View, crates: readonly Crate[]): Finding[] {
  const locks = new Set(crates.map(({ cargoRoot }) => (cargoRoot === '' ? 'Cargo.lock' : `${cargoRoot}/Cargo.lock`)));
  return [...locks].sort().flatMap((path): Finding[] => {
    if (view.file(path)?.state !== 'text') return [];
    const records = recordsOf(view.text(path));
    const dir = path === 'Cargo.lock' ? '' : path.slice(0, -'/Cargo.lock'.length);
    return crates
      .filter(({ cargoRoot }) => cargoRoot === dir)
      .flatMap((crate): Finding[] => {
        const table = manifestTable(view, crate.manifest);
        const ownVersion = table && crateVersion(view, crate, table);
        const ofCrate = records.filter(({ name }) => name === crate.name);
        if (!ownVersion || ofCrate.length === 0 || ofCrate.some(({ version }) => version === ownVersion.version))
          return [];
        const line = view.text(path).split('\n').indexOf(`name = "${crate.name}"`) + 1;
        return [
          finding(
            LOCK,
            { path, line: Math.max(1, line) },
            crate.name,
            `${path} has ${crate.name} ${ofCrate[0]!.version}; it is ${ownVersion.version} by ${ownVersion.path}:${ownVersion.line}`,
            'Run `cargo update --workspace`, and commit the lock file with the version.',
          ),
        ];
      });
  });
}

function recordsOf(text: string): { readonly name: string; readonly version: string }[] {
  try {
    return tablesAt(parseToml(text), 'package').flatMap((one) => {
      const name = stringAt(one, 'name');
      const version = stringAt(one, 'version');
      return name !== null && version !== null && one.source === undefined ? [{ name, version }] : [];
    });
  } catch {
    return [];
  }
}

/** `rust-version` against clippy's `msrv` and a pinned toolchain that is older. */
function judgeMsrv(view: View, crate: Crate): Finding[] {
  const table = manifestTable(view, crate.manifest);
  const declared = tableAt(table, 'package')?.['rust-version'];
  const root = manifestTable(view, rootManifestOf(crate));
  const shared = tableAt(tableAt(root, 'workspace'), 'package')?.['rust-version'];
  const msrv =
    typeof declared === 'string' ? declared : tableAt({ own: declared }, 'own')?.workspace === true ? shared : null;
  if (typeof msrv !== 'string') return [];
  const dirs = [...new Set([crate.dir, crate.cargoRoot, ''])];
  const files = dirs.flatMap((dir) =>
    ['clippy.toml', '.clippy.toml'].map((name) => (dir === '' ? name : `${dir}/${name}`)),
  );
  const path = files.find((one) => view.file(one)?.state === 'text');
  if (path === undefined) return [];
  const clippy = stringAt(manifestTable(view, path), 'msrv');
  if (clippy === null || sameMinor(clippy, msrv)) return [];
  const line = tomlDocument(view.text(path))?.pair(['msrv'])?.pair;
  return [
    finding(
      MSRV,
      { path, line: line ? view.text(path).slice(0, line.start).split('\n').length : 1 },
      crate.name,
      `clippy is told ${clippy}; ${crate.name} promises Rust ${msrv}`,
      'Remove msrv here: clippy reads rust-version from the manifest.',
    ),
  ];
}

const sameMinor = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((text) => [...text.split('.'), '0', '0'].slice(0, 3).join('.'));
  return one === other;
};
