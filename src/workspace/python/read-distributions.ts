import { by } from '../../core/compare.ts';
import { dirOf, type ManifestFiles, stringAt, stringsAt, type Table, tableAt } from '../manifest-files.ts';
import type { Distribution } from '../manifests.ts';
import { findImportRoots } from './find-import-roots.ts';
import type { PythonManifest } from './python-manifest.ts';
import { readSetupCfg, type SetupCfg } from './read-setup-cfg.ts';

const NAMES = ['pyproject.toml', 'setup.cfg', 'setup.py'] as const;

/** Every Python distribution: a folder whose pyproject.toml, setup.cfg or setup.py describes one. Sorted by folder. */
export function readDistributions(files: ManifestFiles): Distribution[] {
  const dirs = new Set(NAMES.flatMap((name) => files.named(name).map(dirOf)));
  return [...dirs].flatMap((dir) => readDistribution(dir, files)).sort(by((item) => item.dir));
}

function readDistribution(dir: string, files: ManifestFiles): Distribution[] {
  const inDir = (name: string): string => (dir === '' ? name : `${dir}/${name}`);
  const table = files.has(inDir('pyproject.toml')) ? files.toml(inDir('pyproject.toml')) : null;
  const pyproject = table && isDistribution(table) ? table : null;
  const setupPy = files.has(inDir('setup.py')) ? files.text(inDir('setup.py')) : null;
  const setupCfg = files.has(inDir('setup.cfg')) ? parseSetupCfg(inDir('setup.cfg'), files) : null;
  const describes = ['metadata', 'options'].some((section) => setupCfg?.sections.has(section));
  const isSetup = setupPy !== null && /\bsetup\s*\(/.test(setupPy);
  if (!pyproject && !describes && !isSetup) return [];
  const manifest: PythonManifest = { dir, pyproject, setupCfg: describes ? setupCfg : null, setupPy };
  return [
    {
      name: nameOf(manifest),
      dir,
      manifest: inDir(pyproject ? 'pyproject.toml' : isSetup ? 'setup.py' : 'setup.cfg'),
      importRoots: findImportRoots(manifest, files),
      mixed: isMixed(manifest),
    },
  ];
}

/** A pyproject.toml that only configures tools describes nothing that is installed. */
const isDistribution = (table: Table): boolean =>
  tableAt(table, 'project') !== null ||
  tableAt(table, 'build-system') !== null ||
  ['poetry', 'flit', 'maturin'].some((tool) => tableAt(tableAt(table, 'tool'), tool) !== null);

function parseSetupCfg(path: string, files: ManifestFiles): SetupCfg {
  const parsed = readSetupCfg(files.text(path));
  if (parsed.brokenLine !== null)
    files.problems.push({ path, line: parsed.brokenLine, reason: 'this line is neither a section nor a setting' });
  return parsed;
}

function nameOf({ dir, pyproject, setupCfg, setupPy }: PythonManifest): string {
  const tool = tableAt(pyproject, 'tool');
  const flit = tableAt(tableAt(tool, 'flit'), 'metadata');
  return (
    stringAt(tableAt(pyproject, 'project'), 'name') ??
    stringAt(tableAt(tool, 'poetry'), 'name') ??
    stringAt(flit, 'dist-name') ??
    stringAt(flit, 'module') ??
    setupCfg?.sections.get('metadata')?.get('name') ??
    /\bname\s*=\s*(["'])([\w.-]+)\1/.exec(setupPy ?? '')?.[2] ??
    dir.slice(dir.lastIndexOf('/') + 1)
  );
}

function isMixed({ pyproject, setupPy, setupCfg }: PythonManifest): boolean {
  const build = tableAt(pyproject, 'build-system');
  const tool = tableAt(pyproject, 'tool');
  const required = [
    ...stringsAt(build, 'requires'),
    ...(setupCfg?.sections.get('options')?.get('setup_requires')?.split('\n') ?? []),
  ];
  return (
    stringAt(build, 'build-backend') === 'maturin' ||
    tableAt(tool, 'maturin') !== null ||
    tableAt(tool, 'setuptools-rust') !== null ||
    required.some((name) => /^(?:maturin|setuptools[-_]rust)\b/i.test(name)) ||
    /\bsetuptools_rust\b/.test(setupPy ?? '')
  );
}
