import { lineAt, lineStartsOf } from '../../core/lines.ts';
import { defineFact } from '../fact.ts';
import { kindRoles } from '../kind-roles.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { readAttribute } from './attributes.ts';
import { type MacroRules, readMacroRules } from './composition/forwarding.ts';
import { argumentTokens, type MacroCall, macroCalls } from './composition/macro-calls.ts';
import {
  attributesBefore,
  fileName,
  mountPaths,
  type Position,
  positionOf,
  type Surroundings,
  surroundingsOf,
} from './composition/surroundings.ts';
import { tokenMod } from './composition/token-mod.ts';

export const INCLUDES = ['include', 'include_str', 'include_bytes'] as const;
export type IncludeKind = (typeof INCLUDES)[number];

interface Place extends Surroundings {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly position: Position;
}

/** `mod x;` */
export interface ModSite extends Place {
  readonly name: string;
  /** `#[path]`, and the alternatives of `#[cfg_attr(.., path = "..")]`; empty for a plain `mod x;`. */
  readonly paths: readonly { readonly path: string; readonly cfg: string | null }[];
}

/** `include!(..)`, or a call of a macro that may be a local one that forwards to it. */
export interface CallSite extends Place {
  readonly name: string;
  readonly tokens: readonly string[];
}

export interface RustComposition {
  readonly mods: readonly ModSite[];
  readonly includes: readonly (CallSite & { readonly name: IncludeKind })[];
  /** Local macros whose arms call other macros or declare file modules. */
  readonly macros: readonly MacroRules[];
  /** Calls that one of the crate's macros may answer; only those with few tokens or with a string among them. */
  readonly calls: readonly CallSite[];
  /** Predicates of `#![cfg(..)]`. */
  readonly cfg: readonly string[];
}

const composing = kindRoles({ mod_item: 1, mod: 1, macro_definition: 1, inner_attribute_item: 1 });

/** How a Rust file names others: modules, includes, and the macros that forward to them. Nothing is resolved here. */
function composeRust(syntax: Syntax): RustComposition {
  const starts = lineStartsOf(syntax.text);
  const place = (node: Node, start: number, end: number, position: Position): Place => ({
    start,
    end,
    line: lineAt(starts, start),
    position,
    ...surroundingsOf(syntax, node),
  });
  const mods: ModSite[] = [];
  const macros: MacroRules[] = [];
  const bodies: { from: Node; to: Node }[] = [];
  const cfg: string[] = [];
  const wanted = composing(syntax.kinds);
  for (let node = 0; node < syntax.size; node++) {
    if (wanted[syntax.kind[node]!] === 0) continue;
    const kind = kindOf(syntax, node);
    if (kind === 'mod_item') addMod(syntax, node, mods, place);
    else if (kind === 'mod') addTokenMod(syntax, node, mods, place);
    else if (kind === 'inner_attribute_item') addCfg(syntax, node, cfg);
    else if (kind === 'macro_definition') {
      bodies.push({ from: node, to: syntax.after[node]! });
      macros.push(readMacroRules(syntax, node));
      node = syntax.after[node]! - 1;
    }
  }
  const calls = macroCalls(syntax, 0, syntax.size).filter(
    ({ node }) => !bodies.some(({ from, to }) => from <= node && node < to),
  );
  const includes = calls.filter(({ name, plain }) => plain && isInclude(name));
  const others = calls.filter((call) => !isInclude(call.name) && mayForward(syntax, call));
  const site = (call: MacroCall): CallSite => ({
    ...place(call.node, call.start, call.end, callPosition(syntax, call)),
    name: call.name,
    tokens: argumentTokens(syntax, call.tree),
  });
  return {
    mods,
    includes: includes.map((call) => ({ ...site(call), name: call.name as IncludeKind })),
    macros: macros.filter(({ rules }) => rules.some((rule) => rule.calls.length > 0 || rule.mods.length > 0)),
    calls: others.map(site),
    cfg,
  };
}

export const rustComposition = defineFact<RustComposition, null>({
  id: 'rust-composition',
  version: 2,
  languages: ['rust'],
  start: () => null,
  finish: (_state, syntax) => composeRust(syntax),
});

export const isInclude = (name: string): name is IncludeKind => (INCLUDES as readonly string[]).includes(name);

const callPosition = (syntax: Syntax, call: MacroCall): Position => {
  if (kindOf(syntax, call.node) === 'macro_invocation') return positionOf(syntax, call.node);
  let parent = syntax.parent[call.node]!;
  while (parent > 0 && kindOf(syntax, parent) === 'token_tree') parent = syntax.parent[parent]!;
  return kindOf(syntax, parent) === 'attribute' ? 'attribute' : 'macro-body';
};

// Macros of the standard library: none forwards to `include!`, and they are most of all calls.
const STANDARD =
  /^(?:(?:debug_)?assert(?:_eq|_ne|_matches)?|e?print(?:ln)?|format(?:_args)?|panic|todo|unimplemented|unreachable|vec|write(?:ln)?|matches|cfg|concat|env|option_env|stringify|file|line|column|module_path|dbg|compile_error|thread_local|macro_rules|T)$/;

const mayForward = (syntax: Syntax, call: MacroCall): boolean => {
  if (STANDARD.test(call.name)) return false;
  const length = syntax.end[call.tree]! - syntax.start[call.tree]!;
  return length <= 400;
};

type PlaceOf = (node: Node, start: number, end: number, position: Position) => Place;

function addMod(syntax: Syntax, node: Node, mods: ModSite[], place: PlaceOf): void {
  if (childByField(syntax, node, 'body') !== -1) return;
  const attributes = attributesBefore(syntax, node);
  const paths = mountPaths(attributes);
  const name = fileName(textOf(syntax, childByField(syntax, node, 'name')));
  const position = kindOf(syntax, syntax.parent[node]!) === 'block' ? 'statement' : 'module-item';
  mods.push({ ...place(node, syntax.start[node]!, syntax.end[node]!, position), name, paths });
}

function addCfg(syntax: Syntax, node: Node, cfg: string[]): void {
  const attribute = readAttribute(syntax, node);
  if (attribute.path === 'cfg') cfg.push(attribute.text.replace(/\s+/g, ' '));
}

// `cfg_fs! { pub mod fs; }`: modules handed to a macro are tokens.
function addTokenMod(syntax: Syntax, node: Node, mods: ModSite[], place: PlaceOf): void {
  const site = tokenMod(syntax, node);
  if (!site) return;
  const paths = site.path === null ? [] : [{ path: site.path, cfg: null }];
  mods.push({ ...place(node, syntax.start[node]!, syntax.end[node + 2]!, 'macro-body'), name: site.name, paths });
}
