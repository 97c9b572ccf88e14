import type { Unit } from '../../../src/core/unit.ts';
import { type Conditional, readConditionals } from '../../../src/languages/rust/conditionals.ts';
import { rustOutline } from '../../../src/languages/rust/outline.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { armsOf, type MacroDefinition, type MacroDefinitions, readMacroDefinitions } from './macro-definitions.ts';

/** Predicates that must all hold, as written. */
export type Predicates = readonly string[];

/** Which builds have a unit, as far as its own file says. */
export interface UnitConditions {
  readonly unit: Unit;
  /** Of the unit, of what encloses it and of the file as a whole. */
  readonly own: Predicates;
  /** Of what only some of the builds have that have the unit: statements, fields, derives, what a macro makes of a call. Each once. */
  readonly parts: readonly Predicates[];
}

const known = new WeakMap<View, Map<string, readonly UnitConditions[]>>();

/** The units of a Rust file, and those members of its blocks that stand under a condition of their own; [] where it cannot be read. */
export function unitConditions(view: View, path: string): readonly UnitConditions[] {
  const files = known.get(view) ?? new Map<string, readonly UnitConditions[]>();
  known.set(view, files);
  const found = files.get(path) ?? readConditions(view, path);
  files.set(path, found);
  return found;
}

function readConditions(view: View, path: string): UnitConditions[] {
  const outline = view.facts(path, rustOutline);
  if (outline.status === 'failed') return [];
  const { units, members } = outline.value;
  const all = conditionalsOf(view.syntax(path));
  const macros = readMacroDefinitions(view, path);
  const whole = units.map((unit) => conditionsOf(unit, all, view.text(path), macros));
  const own = new Map(whole.map(({ unit, own }) => [unit.id, own.length]));
  const single = members.map((unit) => conditionsOf(unit, all, view.text(path), macros));
  return [...whole, ...single.filter((one) => one.own.length > (own.get(one.unit.parent ?? '') ?? 0))];
}

function conditionsOf(unit: Unit, all: readonly Conditional[], text: string, macros: MacroDefinitions): UnitConditions {
  const { start, end } = unit.body;
  const own = all.filter((one) => one.waits === 'code' && one.start <= start && one.end >= end);
  const inside = all.filter((one) => one.start < unit.end && one.end > unit.start && !own.includes(one));
  const parts = inside
    .filter((one) => one.start >= unit.start)
    .map((one) => [...around(all, one).map(({ predicate }) => predicate), one.predicate]);
  const made = unit.kind === 'macro-call' ? expandedPredicates(text.slice(start, end), macros) : [];
  const predicates = own.map(({ predicate }) => predicate);
  return { unit, own: predicates, parts: distinct([...parts, ...made.map((one) => [...predicates, one])]) };
}

const around = (all: readonly Conditional[], inner: Conditional): Conditional[] =>
  all.filter((one) => one !== inner && one.waits === 'code' && one.start <= inner.start && one.end >= inner.end);

const distinct = (lists: readonly Predicates[]): Predicates[] => [
  ...new Map(lists.map((list) => [JSON.stringify([...new Set(list)]), [...new Set(list)]])).values(),
];

/** The `cfg`s that the package's own macros write into what they make of a call, and the macros that these call. */
function expandedPredicates(call: string, macros: MacroDefinitions): string[] {
  const name = /^(?:[\w:]*::)?(\w+)\s*!/.exec(call)?.[1];
  const open = name === undefined ? [] : [name];
  const seen = new Set<string>();
  const found = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const definition of macros(next)) {
      for (const { predicate } of conditionalsIn(definition)) found.add(predicate);
      open.push(...callsIn(definition));
    }
  }
  return [...found];
}

function conditionalsIn({ syntax, node }: MacroDefinition): Conditional[] {
  return conditionalsOf(syntax).filter(({ start, end }) => start >= syntax.start[node]! && end <= syntax.end[node]!);
}

const read = new WeakMap<Syntax, Conditional[]>();

function conditionalsOf(syntax: Syntax): Conditional[] {
  const all = read.get(syntax) ?? readConditionals(syntax);
  read.set(syntax, all);
  return all;
}

function callsIn(definition: MacroDefinition): string[] {
  const { syntax } = definition;
  return armsOf(definition).flatMap((arm) => {
    const names: string[] = [];
    for (let node = arm; node < syntax.after[arm]! - 1; node++)
      if (kindOf(syntax, node) === 'identifier' && isBang(syntax, node + 1)) names.push(textOf(syntax, node));
    return names;
  });
}

const isBang = (syntax: Syntax, node: Node): boolean => textOf(syntax, node) === '!';
