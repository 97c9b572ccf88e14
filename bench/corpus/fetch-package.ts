import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyLibrary } from './copy-library.ts';
import { fetchRepository } from './fetch-repository.ts';
import { mustRun } from './run-command.ts';
import { type Package, packageId } from './targets.ts';

/**
 * Brings the published sources of a package onto this machine, once, by its ecosystem's ordinary client.
 * @param home where fetched things are kept between runs
 * @returns the folder of pristine sources; not to be written to
 */
export function fetchPackage(of: Package, home: string): string {
  const folder = join(home, 'sources', of.ecosystem, packageId(of));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(home, 'fetch-'));
  try {
    renameSync(FETCH[of.ecosystem](of, work), folder);
    return folder;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const FETCH = { cargo: fetchCrate, pypi: fetchSdist, npm: fetchNpm, library: copyLibrary, repository: fetchRepository };

interface Metadata {
  readonly packages: readonly { readonly name: string; readonly version: string; readonly manifest_path: string }[];
}

function fetchCrate({ name, version }: Package, work: string): string {
  mkdirSync(join(work, 'src'));
  writeFileSync(join(work, 'src/lib.rs'), '');
  writeFileSync(
    join(work, 'Cargo.toml'),
    `[package]\nname = "pin"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n${name} = "=${version}"\n`,
  );
  mustRun(['cargo', 'fetch'], work);
  const metadata = JSON.parse(mustRun(['cargo', 'metadata', '--format-version', '1', '--offline'], work)) as Metadata;
  const found = metadata.packages.find((one) => one.name === name && one.version === version);
  if (!found) throw new Error(`cargo knows no ${name} ${version}`);
  const copy = join(work, 'crate');
  // Sources in cargo's registry are what cargo unpacked; these marks are its own.
  cpSync(dirname(found.manifest_path), copy, {
    recursive: true,
    filter: (path) => !/\.cargo-(ok|checksum\.json)$/.test(path),
  });
  return copy;
}

function fetchSdist({ name, version }: Package, work: string): string {
  const wanted = `${name}==${version}`;
  mustRun(['python3', '-m', 'pip', 'download', '--quiet', '--no-deps', '--no-binary', name, wanted], work);
  return unpack(work);
}

function fetchNpm({ name, version }: Package, work: string): string {
  mustRun(['npm', 'pack', '--silent', `${name}@${version}`], work);
  return unpack(work);
}

function unpack(work: string): string {
  const [archive] = readdirSync(work);
  mustRun(['tar', 'xzf', archive!], work);
  const folder = readdirSync(work, { withFileTypes: true }).find((entry) => entry.isDirectory());
  return join(work, folder!.name);
}
