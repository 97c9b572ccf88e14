import { joinPath, stringAt, stringsAt, type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Crate, Distribution } from '../../src/workspace/manifests.ts';
import { tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable, rootManifestOf } from '../workspace-lints/read-lints.ts';
import { type DeclaredVersion, lineOfKey } from './declared-version.ts';
import { pythonLiterals, rustLiterals } from './version-literals.ts';

/** What is released together: a crate, a distribution, or the two halves of one package. */
export interface ReleaseUnit {
  readonly name: string;
  readonly dir: string;
  readonly crate: { readonly crate: Crate; readonly declared: DeclaredVersion | null; readonly table: Table } | null;
  readonly distribution: {
    readonly distribution: Distribution;
    readonly declared: DeclaredVersion | null;
    readonly table: Table | null;
  } | null;
  /** Other places that say the version of this unit. */
  readonly others: readonly DeclaredVersion[];
  /** The wheel is built of the crate by maturin. */
  readonly mixed: boolean;
}

/** Every unit, by folder: a distribution that maturin builds of a crate is one unit with it. */
export function releaseUnits(view: View, isWanted: (dir: string) => boolean): ReleaseUnit[] {
  const crates = view.manifests.crates.filter(({ dir }) => isWanted(dir));
  const distributions = view.manifests.distributions.filter(({ dir }) => isWanted(dir));
  const taken = new Set<Distribution>();
  const units = crates.flatMap((crate): ReleaseUnit[] => {
    const table = manifestTable(view, crate.manifest);
    if (table === null) return [];
    const distribution = distributions.find((one) => crateOf(view, one) === crate.manifest) ?? null;
    if (distribution) taken.add(distribution);
    return [unitOf(view, crate, table, distribution)];
  });
  const alone = distributions.filter((one) => !taken.has(one)).map((one) => unitOf(view, null, null, one));
  return [...units, ...alone].sort((a, b) => (a.dir < b.dir ? -1 : a.dir > b.dir ? 1 : 0));
}

function unitOf(view: View, crate: Crate | null, table: Table | null, distribution: Distribution | null): ReleaseUnit {
  const python = distribution === null ? null : pyprojectOf(view, distribution);
  return {
    name: distribution?.name ?? crate!.name,
    dir: distribution?.dir ?? crate!.dir,
    crate: crate && table ? { crate, table, declared: crateVersion(view, crate, table) } : null,
    distribution: distribution && {
      distribution,
      table: python,
      declared: distributionVersion(view, distribution, python),
    },
    others: [
      ...(crate === null ? [] : rustLiterals(view, crate)),
      ...(distribution === null ? [] : pythonLiterals(view, distribution)),
    ],
    mixed: crate !== null && distribution !== null,
  };
}

/** The manifest of the crate that a distribution is built of; null where it is none of maturin's. */
function crateOf(view: View, distribution: Distribution): string | null {
  if (!distribution.mixed) return null;
  const table = pyprojectOf(view, distribution);
  const path = stringAt(tableAt(tableAt(table, 'tool'), 'maturin'), 'manifest-path');
  if (path !== null) return joinPath(distribution.dir, path);
  const manifest = joined(distribution.dir, 'Cargo.toml');
  const below = joined(distribution.dir, 'rust/Cargo.toml');
  return view.file(manifest) === undefined && view.file(below) !== undefined ? below : manifest;
}

const joined = (dir: string, name: string): string => (dir === '' ? name : `${dir}/${name}`);

const pyprojectOf = (view: View, { dir }: Distribution): Table | null =>
  manifestTable(view, joined(dir, 'pyproject.toml'));

/** `version.workspace = true` is said by the workspace; no version at all is `0.0.0` and is never published. */
export function crateVersion(view: View, crate: Crate, table: Table): DeclaredVersion | null {
  const declared = tableAt(table, 'package')?.version;
  if (typeof declared === 'string') {
    const document = tomlDocument(view.text(crate.manifest));
    return {
      version: declared,
      path: crate.manifest,
      line: lineOfKey(document, ['package', 'version']),
      what: '[package] version',
    };
  }
  if (tableAt({ own: declared }, 'own')?.workspace !== true) return null;
  const root = rootManifestOf(crate);
  const shared = stringAt(tableAt(tableAt(manifestTable(view, root), 'workspace'), 'package'), 'version');
  if (shared === null) return null;
  const line = lineOfKey(tomlDocument(view.text(root)), ['workspace', 'package', 'version']);
  return { version: shared, path: root, line, what: '[workspace.package] version' };
}

function distributionVersion(view: View, { dir }: Distribution, table: Table | null): DeclaredVersion | null {
  const path = joined(dir, 'pyproject.toml');
  const project = tableAt(table, 'project');
  const poetry = tableAt(tableAt(table, 'tool'), 'poetry');
  for (const [holder, keys] of [
    [project, ['project', 'version']],
    [poetry, ['tool', 'poetry', 'version']],
  ] as const) {
    const version = stringAt(holder, 'version');
    if (version !== null && !(holder === poetry && stringsAt(project, 'dynamic').includes('version')))
      return {
        version,
        path,
        line: lineOfKey(tomlDocument(view.text(path)), keys),
        what: `[${keys.slice(0, -1).join('.')}] version`,
      };
  }
  const cfg = joined(dir, 'setup.cfg');
  const text = view.file(cfg)?.state === 'text' ? view.text(cfg) : '';
  const found = /^version\s*=\s*([^\s#]+)\s*$/m.exec(text);
  if (!found || found[1]!.startsWith('attr:') || found[1]!.startsWith('file:')) return null;
  return {
    version: found[1]!,
    path: cfg,
    line: text.slice(0, found.index).split('\n').length,
    what: 'setup.cfg version',
  };
}
