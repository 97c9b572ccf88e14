import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { isBuiltinAttribute } from '../../../../languages/rust/builtin-attributes.ts';
import { macroCalls } from '../../../../languages/rust/composition/macro-calls.ts';
import { tokenBefore } from '../../../../languages/rust/macro-tokens.ts';
import { type RawUse, readUses } from '../../../../languages/rust/read-uses.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { isBoundInArms } from './bound-in-arms.ts';
import { beginsPath, gluedPlaces } from './glued-places.ts';
import type { PartScope } from './part-scope.ts';

/** A name that a file reads of its module's scope, or of what a macro body that it calls has. */
export interface Read {
  readonly name: string;
  readonly space: RawUse['space'];
  /** Where it is read, or where the macro is called whose body reads it. */
  readonly at: number;
  /** The macro whose body has it. */
  readonly through: string | null;
  /** It begins a path. */
  readonly path: boolean;
  /** It is a key among tokens: `name = value`. */
  readonly key: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ReadNames {
  /** Constants that a pattern compares with. */
  readonly constants: ReadonlySet<string>;
  /** Primitive types that the module has others for. */
  readonly primitives: ReadonlySet<string>;
  /** The names that one may stand for which a macro glues; asked for where there is one. */
  readonly glued?: () => ReadonlySet<string>;
  /** The macros whose bodies a made macro's body stands in, by its name. */
  readonly makers?: (name: string) => readonly string[];
}

const NONE = (): ReadonlySet<string> => new Set();

/**
 * Every name of its module that a file reads. A `macro_rules!` reads where it is called: what its body has counts for who calls it.
 */
export function readsOf(
  scope: PartScope,
  { constants, primitives, glued = NONE, makers = () => [] }: ReadNames,
  definitions: MacroDefinitions,
): Read[] {
  const { syntax, outline } = scope;
  const apart = outline.units.filter(({ kind }) => kind === 'use' || kind === 'macro');
  const own = readUses(syntax, constants, primitives)
    .filter(({ at }) => !within(apart, at))
    .map((use) => toRead(syntax, use, use.at, null));
  const macros = apart.filter(({ kind }) => kind === 'macro');
  const calls = macroCalls(syntax, 0, syntax.size).filter(({ start }) => !within(macros, start));
  const seen = new Set<string>();
  return [
    ...own,
    ...gluedReads(syntax, glued, definitions),
    ...calls.flatMap(({ name, start }) => {
      if (seen.has(name)) return [];
      seen.add(name);
      return bodyReads([name, ...makers(name)], definitions, { constants, primitives }).map((use) => ({
        ...use,
        at: start,
        through: name,
      }));
    }),
  ];
}

/** A name whose parts are not all known here may be any that they can make, and one that nothing shows. */
function gluedReads(syntax: Syntax, glued: () => ReadonlySet<string>, definitions: MacroDefinitions): Read[] {
  return gluedPlaces(syntax, definitions)
    .filter(({ position, glue }) => position === 'other' && glue.name === null)
    .flatMap((one): Read[] => {
      const names = [...glued()].filter(one.mayBe);
      const read = { at: syntax.start[one.node]!, through: one.through, path: beginsPath(one), key: false };
      return [...names, textOf(one.syntax, one.glue.node)].map((name) => ({ ...read, name, space: 'any' }));
    });
}

const within = (spans: readonly Span[], at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);

const toRead = (syntax: Syntax, { name, space, node }: RawUse, at: number, through: string | null): Read => {
  const rest = syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 12).trimStart();
  return {
    name,
    space,
    at,
    through,
    path: rest.startsWith('::') || beginsUse(syntax, node, name),
    key: /^(?:=(?![=>])|:(?!:))/.test(rest) && space === 'any' && !isAssigned(syntax, node),
  };
};

/** `{ NAME = value; }` among tokens: a statement, and no key of a list. */
const isAssigned = (syntax: Syntax, node: Node): boolean =>
  /^[{};]$/.test(syntax.text[syntax.start[tokenBefore(syntax, node)]!]!) &&
  /^\s*=(?![=>])[^;,{}]*;/.test(syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 400));

/** `use name::…` in a body or an inner module. */
const beginsUse = (syntax: Syntax, node: Node, name: string): boolean =>
  kindOf(syntax, node) === 'use_declaration' && /\buse\s+(?:r#)?(\w+)\s*::/.exec(textOf(syntax, node))?.[1] === name;

/** What the bodies of a macro, and of those that these call, read where the macro is called. */
function bodyReads(names: readonly string[], definitions: MacroDefinitions, known: KnownNames): Read[] {
  const open = [...names];
  const seen = new Set(open);
  const found: Read[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const definition of definitions(next)) {
      found.push(...usesIn(definition, known));
      for (const called of callsIn(definition))
        if (!seen.has(called)) {
          seen.add(called);
          open.push(called);
        }
    }
  return found;
}

type KnownNames = Required<Pick<ReadNames, 'constants' | 'primitives'>>;

const NO_CONSTANTS: ReadonlySet<string> = new Set();
function usesIn({ syntax, node, name }: MacroDefinition, { constants, primitives }: KnownNames): Read[] {
  const text = textOf(syntax, node);
  return readUses(syntax, NO_CONSTANTS, primitives)
    .filter((use) => isInside(syntax, node, use.node) && !isArgument(syntax, use) && !isAttribute(syntax, use))
    .filter((use) => constants.has(use.name) || !isBoundInArms(text, use.name))
    .map((use) => toRead(syntax, use, use.at, name));
}

const callsIn = ({ syntax, node }: MacroDefinition): string[] =>
  macroCalls(syntax, node + 1, syntax.after[node]!).map((call) => call.name);

const isInside = (syntax: Syntax, outer: Node, node: Node): boolean => outer < node && node < syntax.after[outer]!;

// `$crate::x` leads to the macro's own crate, `$name` is an argument.
const isArgument = (syntax: Syntax, { at }: RawUse): boolean =>
  /\$\s*(?:crate\s*::\s*(?:\w+\s*::\s*)*)?$/.test(syntax.text.slice(Math.max(0, at - 80), at));

/** Within `#[inline(always)]` in a body; what derives name is read. */
function isAttribute(syntax: Syntax, { node }: RawUse): boolean {
  for (let at = syntax.parent[node]!; at !== -1; at = syntax.parent[at]!) {
    if (kindOf(syntax, at) !== 'token_tree') continue;
    const before = syntax.text.slice(Math.max(0, syntax.start[at]! - 8), syntax.start[at]!);
    const name = /^\[\s*(\w+)/.exec(syntax.text.slice(syntax.start[at]!, syntax.start[at]! + 80))?.[1];
    if (name !== undefined && /#\s*!?\s*$/.test(before))
      return isBuiltinAttribute(name) && !/^(?:derive|cfg_attr)$/.test(name);
  }
  return false;
}
