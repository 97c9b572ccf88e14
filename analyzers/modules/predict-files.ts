import type { Plan } from '../../src/core/plan.ts';
import type { Outline, Unit } from '../../src/core/unit.ts';
import { looseLines } from './loose-lines.ts';

type Draft = Pick<Plan, 'base' | 'layout' | 'modules' | 'keep'>;

/** Lines that a module needs above its units: about a third of the file's imports in Python and JavaScript, one glob in Rust. */
export function importLines(outline: Outline): number {
  if (outline.language === 'rust') return 2;
  const imports = outline.units.filter(isImport).reduce((sum, unit) => sum + unit.lines, 0);
  return 4 + Math.ceil(imports / 3);
}

/** Lines of the header that every part of a Python module gets too: licence, cookie, linter settings. */
export function copiedHeader(outline: Outline, text: string): number {
  if (outline.language === 'python') return text.slice(outline.header.start, outline.header.end).split('\n').length - 1;
  if (outline.language !== 'rust') return 0;
  const [block] = /^(?:[ \t]*\/\/(?![/!])[^\n]*\n)*/.exec(text)!;
  return /copyright|licen[sc]e|spdx/i.test(block) ? block.split('\n').length : 0;
}

/**
 * Lines that a module with these units needs above them, at least: its own imports, what it reads of the file's other units (as if all
 * of these were one module), the name it goes by. Elsewhere than in Python about what `importLines` says.
 */
export function linesAbove(outline: Outline, units: readonly Unit[], text: string): number {
  if (outline.language !== 'python') return importLines(outline) + copiedHeader(outline, text);
  const read = new Set(units.flatMap(({ uses }) => uses.map(({ name }) => name)));
  const own = new Set(units);
  const givers = outline.units.filter((unit) => !own.has(unit) && unit.defines.some(({ name }) => read.has(name)));
  const taken = givers
    .filter((unit) => !isImport(unit))
    .flatMap(({ defines }) => defines.map(({ name }) => name).filter((name) => read.has(name)));
  const blocks = [
    outline.units.filter(({ kind }) => kind === 'future-import').reduce((sum, unit) => sum + unit.lines, 0),
    importsIn(
      givers.filter(({ kind }) => kind === 'import'),
      read,
      text,
    ),
    taken.length === 0 ? 0 : listLines(20, taken),
    givers.filter(({ kind }) => kind === 'type-checking').reduce((sum, unit) => sum + unit.lines, 0),
  ].filter((lines) => lines > 0);
  const between = Math.max(0, blocks.length - 1);
  return copiedHeader(outline, text) + blocks.reduce((sum, lines) => sum + lines, between) + 4;
}

/** Import statements narrowed to the names in use, with the blank lines between their groups. */
function importsIn(units: readonly Unit[], read: ReadonlySet<string>, text: string): number {
  let last = -1;
  let lines = 0;
  for (const { defines, body, start, end } of units) {
    const names = defines.map(({ name }) => name).filter((name) => read.has(name));
    const from = /^from\s+\S+/.exec(text.slice(body.start, body.end))?.[0];
    if (last !== -1 && /\n[ \t]*\r?\n/.test(text.slice(last, start))) lines += 1;
    lines += from === undefined ? names.length : listLines(from.length, names);
    last = end;
  }
  return lines;
}

/** `from m import a, b` on one line, or one name a line in parentheses. */
const listLines = (before: number, names: readonly string[]): number =>
  before + ' import '.length + names.join(', ').length <= 88 ? 1 : names.length + 2;

/** Blank lines between units of one Python part: as they were between neighbours, else as PEP 8 has them. */
export function linesBetween(outline: Outline, units: readonly Unit[], text: string): number {
  if (outline.language !== 'python') return units.length;
  const place = new Map(outline.units.map((unit, i) => [unit, i]));
  return units.slice(1).reduce((sum, unit, k) => {
    const above = units[k]!;
    if (place.get(unit) === place.get(above)! + 1) return sum + gapBefore(unit, text);
    return sum + ([unit, above].some(({ kind }) => kind === 'def' || kind === 'class') ? 2 : 1);
  }, 0);
}

/** Lines that a facade needs to give names on: a line a name and three around them in Python, a few lists elsewhere. */
export function facadeLines(outline: Outline, units: readonly Unit[]): number {
  if (outline.language !== 'python') return 1 + Math.ceil(units.length / 8);
  return 4 + units.reduce((sum, { defines }) => sum + defines.length, 0);
}

const isImport = (unit: Unit): boolean => /^(import|future-import|use|type-checking)$/.test(unit.kind);

/** The files that a plan leads to, facade first, with their lines: the units' own are exact, imports and re-exports approximate. */
export function predictFiles(plan: Draft, outline: Outline, text: string): { path: string; lines: number }[] {
  const { path } = plan.base[0]!;
  const unitOf = new Map([...outline.units, ...outline.members].map((unit): [string, Unit] => [unit.id, unit]));
  const leaving = new Set(plan.modules.flatMap(({ units }) => units));
  const gone = (unit: Unit): boolean => leaving.has(unit.id) || (unit.parent !== null && leaving.has(unit.parent));
  const loose = looseLines(outline, text);
  const linesOf = (unit: Unit): number => unit.lines + (loose.get(unit.id) ?? 0) + gapBefore(unit, text);
  const moved = [...outline.units, ...outline.members.filter(({ parent }) => !leaving.has(parent!))].filter(gone);
  const facade =
    text.split('\n').length -
    (text.endsWith('\n') ? 1 : 0) -
    moved.reduce((sum, unit) => sum + linesOf(unit), 0) +
    plan.modules.reduce(
      (sum, { units }) =>
        sum +
        facadeLines(
          outline,
          units.map((id) => unitOf.get(id)!),
        ),
      0,
    );
  return [
    { path: facadePath(path, outline.language, plan.layout), lines: Math.max(facade, plan.modules.length) },
    ...plan.modules.map(({ name, units }) => ({
      path: modulePath(path, name, outline.language, plan.layout),
      lines:
        importLines(outline) +
        copiedHeader(outline, text) +
        units.reduce((sum, id) => sum + linesOf(unitOf.get(id)!), 0) +
        2 * new Set(units.map((id) => unitOf.get(id)!.parent).filter((parent) => parent !== null)).size,
    })),
  ];
}

/** Empty lines above a unit, which leave with it. */
export function gapBefore(unit: Unit, text: string): number {
  const above = /(?:[ \t]*\r?\n)*[ \t]*$/.exec(text.slice(Math.max(0, unit.start - 200), unit.start))![0];
  return Math.max(0, above.split('\n').length - 2);
}

const splitPath = (path: string): { folder: string; stem: string; extension: string } => {
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.indexOf('.', slash + 1);
  const end = dot === -1 ? path.length : dot;
  return { folder: path.slice(0, slash), stem: path.slice(slash, end), extension: path.slice(end) };
};

// These files already stand for their folder.
const FOLDER_FILES = new Set(['mod', 'lib', 'main', '__init__', 'index']);

/** What the module of a file is called: a child of the same name would be `parser::parser`. */
export function ownName(path: string): string {
  const { folder, stem } = splitPath(path);
  return FOLDER_FILES.has(stem) ? (folder.split('/').at(-2) ?? stem) : stem;
}

function facadePath(path: string, language: Outline['language'], layout: string): string {
  const { folder, stem, extension } = splitPath(path);
  return language === 'python' && layout === 'package' && !FOLDER_FILES.has(stem)
    ? `${folder}${stem}/__init__${extension}`
    : path;
}

export function modulePath(path: string, name: string, language: Outline['language'], layout: string): string {
  const { folder, stem, extension } = splitPath(path);
  const inside = FOLDER_FILES.has(stem) ? folder : `${folder}${stem}/`;
  if (language !== 'python') return `${inside}${name}${extension}`;
  return layout === 'sibling' ? `${folder}_${stem}_${name}${extension}` : `${inside}_${name}${extension}`;
}
