import { dirname, relative, sep } from 'node:path';
import type { RustTestRunner } from '../../../config/config.ts';
import type { View } from '../../../workspace/view.ts';
import { chooseTester, type Tester } from './choose-tester.ts';
import type { FeatureTable } from './coverage/features.ts';
import { readTargetCfg, type TargetCfg } from './coverage/target-cfg.ts';
import { messagePlace } from './message-place.ts';
import { type Runner, runStaged } from './run-cargo.ts';

/** A package that takes part in a proof. */
export interface CargoPackage {
  readonly name: string;
  /** Folder of its Cargo.toml, relative to the stage. */
  readonly folder: string;
  /** Absolute folder that cargo starts rustc in. */
  readonly rustcCwd: string;
  readonly edition: string;
  /** `name@version`, which names it among all that are built. */
  readonly spec: string;
  /** Every feature with what it turns on. */
  readonly featureTable: FeatureTable;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  /** What its code is compiled for. */
  readonly target: TargetCfg;
  readonly hasLib: boolean;
  /** False where the manifest keeps it from every registry. */
  readonly publishes: boolean;
  /** The name that code knows its library by. */
  readonly crate: string | null;
  readonly tester: Tester;
  /** Members of the same cargo workspace that cannot be built without it. */
  readonly dependents: readonly string[];
  /** Changed files that lie in it. */
  readonly paths: readonly string[];
}

export interface Packages {
  readonly packages: readonly CargoPackage[];
  /** Files that no package could be found for, and why. */
  readonly homeless: readonly { readonly path: string; readonly why: string }[];
}

interface Metadata {
  readonly workspace_root: string;
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly manifest_path: string;
    readonly edition: string;
    readonly publish: readonly string[] | null;
    readonly features: Readonly<Record<string, readonly string[]>>;
    readonly targets: readonly { readonly kind: readonly string[]; readonly name: string }[];
    readonly dependencies: readonly { readonly name: string; readonly path?: string }[];
  }[];
}

/** Asks cargo for the package of each file: that of the nearest Cargo.toml upwards which has a `[package]`. */
export async function readPackages(runner: Runner, view: View, paths: readonly string[]): Promise<Packages> {
  const byFolder = new Map<string, string[]>();
  const homeless: { path: string; why: string }[] = [];
  for (const path of paths) {
    const folder = packageFolder(view, path);
    if (folder === null) homeless.push({ path, why: 'no Cargo.toml with a [package] stands above it' });
    else byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  const packages: CargoPackage[] = [];
  for (const [folder, members] of byFolder) {
    const found = await readPackage(runner, folder, members, view.config.rust.testRunner);
    if (typeof found === 'string') homeless.push(...members.map((path) => ({ path, why: found })));
    else packages.push(found);
  }
  return { packages, homeless };
}

async function readPackage(
  runner: Runner,
  folder: string,
  paths: readonly string[],
  asked: RustTestRunner | null,
): Promise<CargoPackage | string> {
  const command = ['cargo', 'metadata', '--no-deps', '--format-version', '1'];
  const result = await runStaged(runner, command, folder, { describe: ({ stderr }) => stderr });
  if (result.exitCode !== 0) return `cargo cannot read its manifest: ${firstLine(result.stderr)}`;
  const metadata = JSON.parse(result.stdout) as Metadata;
  const member = metadata.packages.find(
    (one) =>
      relative(runner.stage.root, one.manifest_path).split(sep).join('/') ===
      (folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`),
  );
  if (!member) return 'cargo does not list its package';
  const features = Object.keys(member.features);
  const library = member.targets.find(({ kind }) => kind.some((one) => /lib$|proc-macro/.test(one)));
  return {
    name: member.name,
    folder,
    rustcCwd: metadata.workspace_root,
    edition: member.edition,
    spec: `${member.name}@${member.version}`,
    featureTable: member.features,
    features: features.filter((name) => name !== 'default'),
    defaultFeatures: (member.features.default ?? []).length > 0,
    hasLib: library !== undefined,
    publishes: member.publish === null || member.publish.length > 0,
    target: await readTargetCfg(runner, folder, null),
    crate: library?.name.replaceAll('-', '_') ?? null,
    tester: await chooseTester(runner, metadata.workspace_root, asked),
    dependents: dependentsOf(metadata.packages, member),
    paths,
  };
}

type Listed = Metadata['packages'][number];

/** Whoever names it as a path dependency, and whoever names those: in the order that cargo lists them. */
function dependentsOf(packages: readonly Listed[], member: Listed): string[] {
  const found = new Set<Listed>([member]);
  // A set grows while it is read: what is added is visited too.
  for (const known of found) {
    const folder = dirname(known.manifest_path);
    for (const other of packages)
      if (other.dependencies.some(({ name, path }) => name === known.name && path === folder)) found.add(other);
  }
  return packages.filter((one) => one !== member && found.has(one)).map(({ name }) => name);
}

/** The folder of the package that a file lies in, '' for the workspace's root; null if there is none. */
export function packageFolder(view: View, path: string): string | null {
  for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
    const folder = at <= 0 ? '' : path.slice(0, at);
    const manifest = folder === '' ? 'Cargo.toml' : `${folder}/Cargo.toml`;
    if (view.file(manifest)?.state === 'text' && /^\s*\[\s*package\s*\]/m.test(view.text(manifest))) return folder;
    if (folder === '') return null;
  }
}

/** The first error that a tool of Rust's prints, with its place where the next line has it; else its first line. */
export function firstLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith('error'));
  if (at === -1) return text.trim().split('\n')[0] ?? '';
  return `${lines[at]}${messagePlace({ rendered: lines[at + 1] ?? '' })}`;
}
