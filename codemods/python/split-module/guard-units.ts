import { asksForFolder } from '../../../analyzers/readings/python/folder-of-file.ts';
import { namesOfBuilds } from '../../../analyzers/readings/python/names-of-builds.ts';
import { isImportUnit, type Source } from '../../../analyzers/readings/python/source.ts';
import type { Hazard, Unit } from '../../../src/core/unit.ts';
import { childByField, childrenOf, kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import { isAttribute } from './is-attribute.ts';
import type { LayoutKind } from './layout.ts';
import type { Refuse } from './refuse.ts';

const KEEP = 'Keep this unit in the facade (`keep` in the plan).';

/** Names that build backends read from the text of the file stay in it. */
export function guardBuildNames(view: View, source: Source, { place }: Assignment, refuse: Refuse): void {
  const names = namesOfBuilds(view, source.path);
  if (names.size === 0) return;
  source.outline.units.forEach((unit, i) => {
    const name = place[i] === FACADE ? undefined : unit.defines.find((one) => names.has(one.name))?.name;
    if (name !== undefined) refuse('H35', unit, `${names.get(name)} has ${name} read from the text of the file`, KEEP);
  });
}

/** Hazards that show in the units which move. */
export function guardUnits(
  source: Source,
  assignment: Assignment,
  layout: LayoutKind,
  identity: boolean,
  refuse: Refuse,
): void {
  source.outline.units.forEach((unit, i) => {
    if (assignment.place[i] === FACADE) return;
    guardKind(unit, refuse);
    for (const hazard of unit.hazards)
      if (!isKnownCode(source, assignment, unit, hazard)) guardHazard(source, hazard, layout, identity, refuse);
    for (const use of unit.uses)
      if (use.name === '__doc__' && !assignment.binders.has('__doc__'))
        refuse(
          'H35',
          { start: use.at, end: use.at + 7 },
          '__doc__ is the documentation of the module that it stands in',
          KEEP,
        );
  });
}

function guardKind(unit: Unit, refuse: Refuse): void {
  if (isImportUnit(unit)) refuse('H6', unit, 'an import is copied to the parts that need it and never moves', KEEP);
  if (unit.kind === 'docstring') refuse('H35', unit, 'the documentation of the module stays with its name', KEEP);
  if (unit.kind === 'main') refuse('H29', unit, 'it runs only when the file is started as a program', KEEP);
  if (unit.opaque) refuse('H37', unit, 'part of it is not understood', KEEP);
}

function guardHazard(source: Source, hazard: Hazard, layout: LayoutKind, identity: boolean, refuse: Refuse): void {
  const text = source.text.slice(hazard.start, hazard.end);
  if (isAttribute(source.text, hazard.start)) return;
  if (hazard.id === 'H21') refuse('H21', hazard, hazard.why, KEEP);
  if (hazard.id === 'H24' && text === '__all__') refuse('H24', hazard, '__all__ belongs to the facade', KEEP);
  if (hazard.id === 'H35') refuse('H35', hazard, hazard.why, KEEP);
  // Not the name of an argument, nor what a class has.
  if (hazard.id === 'H82' && !/^\s*=(?!=)/.test(source.text.slice(hazard.end))) refuse('H82', hazard, hazard.why, KEEP);
  if (hazard.id === 'H18' && !identity)
    refuse(
      'H18',
      hazard,
      '__name__ would be the name of the part',
      'Leave out nativeModuleNames, or keep this unit in the facade.',
    );
  if (hazard.id === 'H19' && !isHarmlessNamespace(source, hazard)) refuse('H19', hazard, hazard.why, KEEP);
  if (hazard.id === 'H20' && !(layout !== 'package' && keepsFolder(source, hazard)))
    refuse('H20', hazard, hazard.why, KEEP);
}

const nodeAt = (source: Source, { start, end }: Hazard, kind: string): Node => {
  const { syntax } = source;
  for (let node = 1; node < syntax.size; node++) {
    if (syntax.end[node]! <= start) node = Math.max(node, syntax.after[node]! - 1);
    else if (syntax.start[node] === start && syntax.end[node] === end && kindOf(syntax, node) === kind) return node;
    else if (syntax.start[node]! > start) return -1;
  }
  return -1;
};

/** `exec(code, namespace)` names its own namespace; `locals()` and `dir()` in a function are the function's; `__import__("name")` is a plain import. */
export function isHarmlessNamespace(source: Source, hazard: Hazard): boolean {
  const { syntax } = source;
  const call = nodeAt(source, hazard, 'call');
  if (call === -1) return false;
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  const given = childrenOf(syntax, childByField(syntax, call, 'arguments')).filter(
    (child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)),
  );
  if (callee === 'exec' || callee === 'eval')
    return given.length >= 2 && !/globals\(\)/.test(textOf(syntax, given[1]!));
  if (callee === '__import__') return given.length === 1 && !/__name__|globals/.test(textOf(syntax, given[0]!));
  if (callee === 'globals') return false;
  for (let up = syntax.parent[call]!; up > 0; up = syntax.parent[up]!)
    if (/^(function_definition|class_definition|lambda)$/.test(kindOf(syntax, up))) return true;
  return false;
}

/**
 * `exec("def f(): …")`, `exec(compile("…", "<name>", "exec"))`: code that is written out and uses only names that its own unit
 * binds does the same in every file.
 */
function isKnownCode(source: Source, { binders }: Assignment, unit: Unit, hazard: Hazard): boolean {
  if (hazard.id !== 'H19') return false;
  const code = /^exec\(\s*(?:compile\(\s*)?(['"])([^'"\\\n]*)\1\s*(?:,[^()]*\))?\s*\)$/.exec(
    source.text.slice(hazard.start, hazard.end),
  )?.[2];
  if (code === undefined) return false;
  const own = new Set(unit.defines.map(({ name }) => name));
  const bound = [...code.matchAll(/^(?:def|class)\s+(\w+)|^(\w+)\s*=/gm)].map((match) => match[1] ?? match[2]!);
  return bound.every((name) => own.has(name)) && words(code).every((name) => own.has(name) || !binders.has(name));
}

const words = (code: string): string[] => code.match(/[^\W\d]\w*/gu) ?? [];

/** Files of one folder have the same package, and the same folder. */
const keepsFolder = ({ text }: Source, { start, end }: Hazard): boolean =>
  text.slice(start, end) === '__package__' || asksForFolder(text, start);
