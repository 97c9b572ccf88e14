import type { Outline, Unit } from '../../core/unit.ts';
import { kindOf, type Node, type Syntax } from '../syntax.ts';
import { within } from '../within.ts';
import { hasConversions } from './conversions.ts';
import { type Holds, hasAccessors, holdsOf } from './held-values.ts';
import { isInert } from './inert-values.ts';
import { isLastingGlobal } from './known-globals.ts';
import type { LexicalNames, Reference } from './lexical-names.ts';
import { asksLanguage, givesOnly, innerOf, isEvaluated, type LoadEffect, loadEffect } from './load-effects.ts';
import { type NameUse, useOf } from './name-reads.ts';
import { statementsOf } from './statements-of.ts';

/** A name that a unit takes from around it, and how. */
export interface NameRead {
  readonly name: string;
  /** Places of the units of this file that declare it; [] for an import or a global. */
  readonly units: readonly number[];
  readonly imported: boolean;
  /** How its value is used while the module is loaded; null where only code that runs later reads it. */
  readonly eager: NameUse | null;
  /** The strongest use in code that runs later; null where there is none. */
  readonly late: NameUse | null;
}

/** A unit of a module as its loading sees it. Plain data. */
export interface LoadUnit {
  readonly id: string;
  readonly names: readonly string[];
  readonly effect: LoadEffect;
  /** A statement of a CommonJS module that only sets what the module exports. */
  readonly gives: boolean;
  /** It gets its value when its turn comes. */
  readonly evaluated: boolean;
  /** Its names can be read before that, as `undefined`. */
  readonly hoisted: boolean;
  readonly holds: Holds;
  /** What it holds can be another thing at another moment. */
  readonly state: boolean;
  readonly accessors: boolean;
  /** An object that its code makes may run code where it is read, coerced or listed. */
  readonly converts: boolean;
  /** A class or function under its own name: what others take for a base is this. */
  readonly declared: boolean;
  /** Reading, coercing or listing what it holds runs nothing: it is written out, with nothing in it that would. */
  readonly inert: boolean;
  /** What the language's own globals and prototypes are at that moment may show in it: it calls, or reads a member. */
  readonly asksLanguage: boolean;
  readonly reads: readonly NameRead[];
}

/** The units of a file; places are those of `outline.units` sorted by offset. @param isCommon a CommonJS module: whatever it exports is named elsewhere */
export function readLoadUnits(syntax: Syntax, outline: Outline, names: LexicalNames, isCommon = false): LoadUnit[] {
  const units = [...outline.units].sort((a, b) => a.start - b.start);
  const statements = statementsOf(syntax);
  const nodesOf = (unit: Unit): Node[] =>
    statements.filter((node) => syntax.start[node]! >= unit.start && syntax.end[node]! <= unit.end);
  const holders = holdersOf(
    syntax,
    units.map((unit) => [unit, nodesOf(unit)]),
  );
  const assigned = new Set(names.free.filter(({ write }) => write).map(({ name }) => name));
  const isOwn = (name: string): boolean => names.scopes[0]!.names.has(name);
  const replaced = changedGlobals(syntax, names);
  const drafts = units.map((unit, index) => {
    const nodes = nodesOf(unit);
    const evaluated = isEvaluated(syntax, unit, nodes);
    const found = within(names.free, unit.start, unit.end).filter(({ erased, name }) => !erased && !isLasting(name));
    const reads = joinReads(syntax, found, holders, index, { evaluated, isOwn });
    return {
      id: unit.id,
      names: unit.kind === 'import' ? [] : unit.defines.map(({ name }) => name),
      effect: loadEffect(syntax, unit, nodes, (name) => isOwn(name) || replaced.has(name)),
      gives: isCommon && givesOnly(syntax, nodes, isOwn),
      evaluated,
      hoisted: /^(var|enum|namespace)$/.test(unit.kind),
      holds: holdsOf(
        syntax,
        nodes,
        unit.defines.some(({ name }) => assigned.has(name)),
      ),
      accessors: hasAccessors(syntax, nodes),
      converts: hasConversions(syntax, nodes),
      declared: nodes.every((node) => /class|function/.test(kindOf(syntax, innerOf(syntax, node)))),
      inert: isInert(syntax, nodes) && !unit.defines.some(({ name }) => assigned.has(name)),
      asksLanguage: evaluated && asksLanguage(syntax, nodes),
      reads: [...reads, ...worldly(syntax, nodes)],
    };
    function isLasting(name: string): boolean {
      return (
        ((isLastingGlobal(name) && !replaced.has(name)) || (isCommon && /^(module|exports)$/.test(name))) &&
        !isOwn(name)
      );
    }
  });
  const touched = touchedUnits(drafts);
  return drafts.map((draft, i) => ({
    ...draft,
    state:
      draft.holds === 'data' || draft.holds === 'variable' || touched.has(i) || isOpenFlat(draft, units[i]!, isCommon),
  }));
}

/** Globals that lasted if this file did not set something on them, or hand them to what may: `Math.random = () => 0.5`. */
function changedGlobals(syntax: Syntax, { free }: LexicalNames): { readonly has: (name: string) => boolean } {
  const changed = new Set(
    free
      .filter((one) => isGlobal(one.name) && !one.erased && (one.write || useOf(syntax, one) === 'changes'))
      .map(({ name }) => name),
  );
  return { has: (name) => changed.has(name) || ([...changed].some(isGlobalObject) && isLastingGlobal(name)) };
}

const isGlobalObject = (name: string): boolean => /^(globalThis|global|window|self)$/.test(name);
const isGlobal = (name: string): boolean => isLastingGlobal(name) || isGlobalObject(name);

/** A list of plain values is what it was only while nobody else has it. */
const isOpenFlat = ({ holds }: { readonly holds: Holds }, { visibility }: Unit, isCommon: boolean): boolean =>
  holds === 'flat' && (isCommon || visibility !== '');

/** Name -> the units that make it. What `declare const x` promises comes from elsewhere. */
function holdersOf(
  syntax: Syntax,
  units: readonly (readonly [Unit, readonly Node[]])[],
): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  units.forEach(([{ kind, defines }, nodes], index) => {
    if (kind === 'import' || nodes.every((node) => kindOf(syntax, innerOf(syntax, node)) === 'ambient_declaration'))
      return;
    for (const { name } of defines) holders.set(name, [...(holders.get(name) ?? []), index]);
  });
  return holders;
}

const STRENGTH: readonly (NameUse | null)[] = [
  null,
  'mention',
  'extends',
  'coerces',
  'member',
  'iterates',
  'calls',
  'changes',
];
/** What holds for a name wherever it stands: code that runs later may run while the module is loaded. */
const LASTS: ReadonlySet<NameUse> = new Set(['changes', 'calls']);

function joinReads(
  syntax: Syntax,
  references: readonly Reference[],
  holders: ReadonlyMap<string, readonly number[]>,
  index: number,
  { evaluated, isOwn }: { readonly evaluated: boolean; readonly isOwn: (name: string) => boolean },
): NameRead[] {
  const found = new Map<string, NameRead>();
  for (const reference of references) {
    const { name } = reference;
    const holding = holders.get(name) ?? [];
    const units = holding.filter((other) => other !== index);
    if (holding.length > 0 && units.length === 0) continue;
    const use = useOf(syntax, reference);
    const known = found.get(name) ?? { name, units, imported: isOwn(name), eager: null, late: null };
    const eager = reference.eager && evaluated;
    found.set(name, {
      ...known,
      imported: known.imported && holding.length === 0,
      eager: eager ? stronger(known.eager, use) : known.eager,
      late: eager ? known.late : stronger(known.late, use),
    });
  }
  return [...found.values()];
}

const stronger = (a: NameUse | null, b: NameUse): NameUse => (STRENGTH.indexOf(a) > STRENGTH.indexOf(b) ? a! : b);

/** What touches the world without a name: markup, which calls what its compiler says, and `import()`. */
function worldly(syntax: Syntax, nodes: readonly Node[]): NameRead[] {
  for (const node of nodes)
    for (let inner = node; inner < syntax.after[node]!; inner++)
      if (/^(jsx_(opening_element|self_closing_element|fragment)|import)$/.test(kindOf(syntax, inner)))
        if (kindOf(syntax, inner) !== 'import' || kindOf(syntax, syntax.parent[inner]!) === 'call_expression')
          return [{ name: `<${kindOf(syntax, inner)}>`, units: [], imported: false, eager: null, late: 'calls' }];
  return [];
}

/** Units that are treated as objects with something in them: a member assigned anywhere, or read, or handed to a call at load. */
function touchedUnits(
  drafts: readonly { readonly holds: Holds; readonly reads: readonly NameRead[] }[],
): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const { reads } of drafts)
    for (const { units, eager, late } of reads)
      for (const unit of units) if (mayTouch(drafts[unit]!.holds, eager, late)) touched.add(unit);
  return touched;
}

/** Whether a read may change what its unit holds, or hand it to what may. */
function mayTouch(holds: Holds, eager: NameRead['eager'], late: NameRead['late']): boolean {
  const uses = [eager, late];
  if (holds === 'code') return uses.includes('changes') || eager === 'member';
  return (
    holds === 'flat' &&
    uses.some((use) => use === 'mention' || use === 'extends' || use === 'coerces' || (use !== null && LASTS.has(use)))
  );
}
