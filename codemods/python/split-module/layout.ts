import { linksTo } from '../../../analyzers/namings/find-links.ts';
import { mentions, projectConfigs, stubBeside } from '../../../analyzers/readings/python/files-beside.ts';
import { runsAsProgram } from '../../../analyzers/readings/python/runs-as-program.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import { staysAFile } from '../../../analyzers/readings/python/stays-a-file.ts';
import { sameBareName, takenBy } from '../../../analyzers/readings/python/taken-modules.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { PythonImport } from '../../../src/languages/python/read-imports.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isAttribute } from './is-attribute.ts';
import { shipParts } from './ship-parts.ts';

export type LayoutKind = 'package' | 'sibling' | 'init';

export interface Layout {
  readonly kind: LayoutKind;
  /** Why this one, for the notes. */
  readonly why: string;
  readonly facade: string;
  /** One for each module of the plan. */
  readonly parts: readonly { readonly stem: string; readonly path: string }[];
  /** How one file of the split names the others: `.` for relative, '' or `pkg.` for absolute. */
  readonly prefix: string;
  /** Dots that relative imports gain. */
  readonly deeper: boolean;
}

export function chooseLayout(view: View, source: Source, plan: Plan): Layout {
  const { kind, why } = choose(view, source, plan);
  const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
  const stem = source.path.slice(folder.length).replace(/\.py$/, '');
  const home = kind === 'package' ? `${folder}${stem}/` : folder;
  const taken = new Set([
    ...source.outline.units.flatMap((unit) => [...unit.defines, ...unit.uses].map(({ name }) => name)),
    ...view.files
      .filter(({ path }) => path.startsWith(home))
      .map(({ path }) => path.slice(home.length).replace(/[./].*$/, '')),
  ]);
  const own = `${stem.replace(/^_+/, '')}_`;
  // Two files of one bare name, as conftest.py may be, have parts of two names.
  const hasTwin = kind === 'sibling' && sameBareName(view, source.path, source.name.dotted) !== null;
  const lead = hasTwin ? `${folder.slice(0, -1).replace(/^.*\//, '')}_${own}` : own;
  const parts = plan.modules.map(({ name }) => {
    const bare = name.replace(/^_+/, '');
    let part = kind === 'sibling' ? `_${lead.replace(/\W/g, '_').replace(/^_+/, '')}${bare}` : `_${bare}`;
    const file = `${home}${part}.py`;
    const dotted = dottedOf(source, { kind }, part);
    if (taken.has(part) || takenBy(view, file, dotted) !== null || sameBareName(view, file, dotted) !== null)
      part += '_part';
    taken.add(part);
    return { stem: part, path: `${home}${part}.py` };
  });
  return {
    kind,
    why,
    facade: kind === 'package' ? `${home}__init__.py` : source.path,
    parts,
    prefix: prefixOf(view, source, kind),
    deeper: kind === 'package',
  };
}

/** A program in a package is run in no package where it is run by its path: its own imports show how it finds the package then. */
function prefixOf(view: View, { path, name, imports }: Source, kind: LayoutKind): string {
  if (kind !== 'sibling') return '.';
  if (name.package === '') return '';
  const own = ownImports({ name, imports });
  return runsAsProgram(view, path) !== null && own.length > 0 && own.every(({ level }) => level === 0)
    ? `${name.package}.`
    : '.';
}

/** Imports of its own family that a module cannot do without while it is loaded. */
export const ownImports = ({ name, imports }: Pick<Source, 'name' | 'imports'>): PythonImport[] => {
  const family = name.dotted.split('.')[0]!;
  const isOwn = ({ kind, level, module, names }: PythonImport): boolean =>
    level > 0 ||
    (kind === 'import' ? names.some((one) => one.name.split('.')[0] === family) : module.split('.')[0] === family);
  return imports.filter(
    (item) => item.scope !== 'function' && !item.typeChecking && !item.inTry && !item.inIf && isOwn(item),
  );
};

/** What `import` calls a part. */
export function dottedOf({ name }: Source, { kind }: Pick<Layout, 'kind'>, stem: string): string {
  const home = kind === 'sibling' ? name.package : name.dotted;
  return home === '' ? stem : `${home}.${stem}`;
}

/** Where the parts of a file would lie by what the file and its project depend on, and why. */
export function usualLayout(view: View, source: Source): { readonly kind: LayoutKind; readonly why: string } {
  if (source.name.init) return { kind: 'init', why: 'the file is the package itself: its parts stand beside it' };
  const sign = siblingSign(view, source);
  if (sign !== null) return { kind: 'sibling', why: sign };
  const [link] = linksTo(view, source.path);
  if (link !== undefined) return { kind: 'sibling', why: `H89: ${link} is a symbolic link to the file` };
  const found = staysAFile(view, source.path);
  if (found !== null) return { kind: 'sibling', why: `H33: ${found}` };
  const lost = lostAsPackage(view, source);
  if (lost !== null) return { kind: 'sibling', why: lost };
  return { kind: 'package', why: 'nothing in the file or its project depends on where the file lies' };
}

/** A folder in place of the file is a package that has to be shipped: why it would not be, or null. */
function lostAsPackage(view: View, source: Source): string | null {
  const home = source.path.replace(/\.py$/, '');
  const parts = [{ stem: '_part', path: `${home}/_part.py` }];
  const { lost, by, shipping } = shipParts(view, source, { kind: 'package', facade: `${home}/__init__.py`, parts });
  return lost.length === 0 ? null : `H26: ${by ?? shipping!.backend} would not ship a package ${source.name.dotted}`;
}

function choose(view: View, source: Source, plan: Plan): { readonly kind: LayoutKind; readonly why: string } {
  const usual = usualLayout(view, source);
  const asked = plan.layout;
  if (usual.kind === 'init' || asked === usual.kind) return usual;
  return asked === 'package' || asked === 'sibling' ? { kind: asked, why: 'the plan says so' } : usual;
}

function siblingSign(view: View, source: Source): string | null {
  const stub = stubBeside(view, source.path);
  if (stub !== null) return `H27: the stub ${stub} describes it under its path`;
  const run = runsAsProgram(view, source.path);
  if (run !== null) return `H29: the file is run as a program: ${run}`;
  for (const unit of source.outline.units) {
    const place = unit.hazards.find(({ id, start }) => id === 'H20' && !isAttribute(source.text, start));
    if (place) return `H20: ${place.why}`;
  }
  const file = source.path.slice(source.path.lastIndexOf('/') + 1);
  const stem = file.replace(/\.py$/, '');
  for (const { path, text } of projectConfigs(view)) {
    if (mentions(text, file)) return `H33: ${path} names the file ${file}`;
    if (/py[-_]modules/.test(text) && mentions(text, stem)) return `H26: ${path} lists it as a single module`;
  }
  return null;
}
