import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { kindRoles } from '../../../../languages/kind-roles.ts';
import { tokenBefore, tokenBehind } from '../../../../languages/rust/macro-tokens.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { closedModules } from './closed-modules.ts';
import { gluedPlaces } from './glued-places.ts';
import type { PartScope } from './part-scope.ts';

/** A place that calls or names something which a trait may bring: `x.name(..)`, `Type::name`. */
export interface Mention {
  readonly name: string;
  readonly at: number;
  /** It cannot be the method of a type of the standard library: `write!` to a string. */
  readonly certain: boolean;
  /** Behind a dot, and in the file's own text. */
  readonly isMethod: boolean;
  /** How many arguments it is called with; null where that is not known. */
  readonly arguments: number | null;
  /** The name in lower case that it stands behind, which is a module's as a rule: only for a type's is it a member. */
  readonly behind: string | null;
  /** The last token of what it is called on, or of the type that it stands behind; null where that is in another text. */
  readonly receiver: Node | null;
}

const ELSEWHERE = { certain: false, isMethod: false, arguments: null, behind: null, receiver: null };

// What the library's macros call on their first argument.
const CALLED_BY: Readonly<Record<string, readonly string[]>> = {
  write: ['write_fmt'],
  writeln: ['write_fmt'],
};

/**
 * The members that a file mentions, those in the bodies of macros that it calls too.
 * @param glued the names that one may stand for which a macro glues; asked for where there is one
 */
export function mentionsOf(
  { syntax, outline }: Pick<PartScope, 'syntax' | 'outline'>,
  definitions: MacroDefinitions,
  glued: () => ReadonlySet<string>,
): Mention[] {
  // A macro's body counts where it is called; a module that does not see this one has its own traits.
  const apart = [...outline.units.filter(({ kind }) => kind === 'macro'), ...closedModules(syntax)];
  const isApart = (at: number): boolean => apart.some(({ start, end }) => start <= at && at < end);
  const own = membersBetween(syntax, 0, syntax.size).filter(({ at }) => !isApart(at));
  const found = new Map<string, Mention>();
  const calls = tokenCalls(syntax, 0, syntax.size).filter(({ node }) => !isApart(syntax.start[node]!));
  const seen = new Set<string>();
  const written: Mention[] = [];
  for (const { name, node, tree } of calls) {
    const at = syntax.start[node]!;
    if (Object.hasOwn(CALLED_BY, name) && definitions(name).length === 0)
      written.push(...CALLED_BY[name]!.map((one) => writeMention(syntax, { name: one, node, tree })));
    else if (!seen.has(name))
      for (const { name: member, behind } of calledThrough(name, definitions))
        found.set(`${behind ?? ''}::${member}`, { ...ELSEWHERE, name: member, behind, at });
    seen.add(name);
  }
  return [
    ...own,
    ...written,
    ...found.values(),
    ...gluedMentions(syntax, definitions, glued).filter(({ at }) => !isApart(at)),
  ];
}

/** A member whose name is glued may be each that its parts can make, and one of a trait that cannot be read. */
const gluedMentions = (syntax: Syntax, definitions: MacroDefinitions, glued: () => ReadonlySet<string>): Mention[] =>
  gluedPlaces(syntax, definitions)
    .filter(({ position }) => position === 'member')
    .flatMap((one): Mention[] => {
      const names = one.glue.name === null ? [...glued()].filter(one.mayBe) : [one.glue.name];
      const at = syntax.start[one.node]!;
      return [...names, textOf(one.syntax, one.glue.node)].map((name) => ({ ...ELSEWHERE, name, at }));
    });

/** `write!(out, ..)` calls `out.write_fmt(..)`. */
function writeMention(syntax: Syntax, { name, node, tree }: { name: string; node: Node; tree: Node }): Mention {
  let last = tree + 1;
  for (let at = tree + 1; at < syntax.after[tree]! - 1 && textOf(syntax, at) !== ','; at = syntax.after[at]!)
    last = syntax.after[at]! - 1;
  const certain = writesToBuffer(syntax, node, tree);
  return { ...ELSEWHERE, name, at: syntax.start[node]!, certain, arguments: 1, receiver: last };
}

type Named = Pick<Mention, 'name' | 'behind'>;

function calledThrough(first: string, definitions: MacroDefinitions): Named[] {
  const names = new Set([first]);
  const found: Named[] = [];
  for (const name of names) {
    if (Object.hasOwn(CALLED_BY, name)) found.push(...CALLED_BY[name]!.map((one) => ({ name: one, behind: null })));
    for (const definition of definitions(name)) {
      const { syntax, node } = definition;
      found.push(...membersOfBody(definition));
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
    }
  }
  return found;
}

const membersOfBody = ({ syntax, node }: MacroDefinition): Mention[] =>
  membersBetween(syntax, node + 1, syntax.after[node]!);

function membersBetween(syntax: Syntax, from: Node, to: Node): Mention[] {
  const roles = rolesOf(syntax.kinds);
  const found: Mention[] = [];
  for (let node = from; node < to; node++) {
    if (roles[syntax.kind[node]!] === 0) continue;
    const mention = memberAt(syntax, node);
    if (mention !== null) found.push(mention);
  }
  return found;
}

const rolesOf = kindRoles({ field_identifier: 1, identifier: 1, union: 1, default: 1 });

/** Behind a dot and called, or behind `Type::`. Fields, and what stands behind a module's name, are none. */
function memberAt(syntax: Syntax, node: Node): Mention | null {
  const mark = tokenBefore(syntax, node);
  const before = textOf(syntax, mark);
  if (before !== '.' && before !== '::') return null;
  const next = tokenBehind(syntax, node);
  const isCalled = next < syntax.size && syntax.text[syntax.start[next]!] === '(';
  const isPath = textOf(syntax, next) === '::';
  if (before === '.' && !isCalled && !isPath) return null;
  const behind = before === '.' ? null : moduleBehind(syntax, mark);
  if (behind === '') return null;
  return {
    name: textOf(syntax, node).replace(/^r#/, ''),
    at: syntax.start[node]!,
    certain: false,
    isMethod: before === '.',
    arguments: isCalled ? argumentCount(syntax, next) - (before === '.' ? 0 : 1) : null,
    behind,
    receiver: tokenBefore(syntax, mark),
  };
}

/** What stands before a `::`: null for a type, a name in lower case that may be one, '' for what is none. */
function moduleBehind(syntax: Syntax, mark: Node): string | null {
  const before = tokenBefore(syntax, mark);
  const text = textOf(syntax, before);
  if (/^(?:\p{Lu}|[>\])]$)/u.test(text) || PRIMITIVE.test(text)) return null;
  // In the body of a macro: whatever it is handed.
  if (textOf(syntax, tokenBefore(syntax, before)) === '$') return text === 'crate' ? '' : null;
  return /^(?:r#)?[\p{Ll}_]/u.test(text) && !/^(?:crate|self|super|std|core|alloc)$/.test(text) ? plainName(text) : '';
}

const PRIMITIVE = /^(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str)$/;

function argumentCount(syntax: Syntax, list: Node): number {
  const children = childrenOf(syntax, list).filter((child) => !isComment(kindOf(syntax, child)));
  const commas = children.filter((child) => textOf(syntax, child) === ',').length;
  const last = children.at(-2);
  const isOpen = last === undefined || textOf(syntax, last) === ',';
  return children.length <= 2 ? 0 : commas + (isOpen ? 0 : 1);
}

/** The first argument is a local that this function makes or takes as a string or a vector of bytes: only a trait can write to these. */
function writesToBuffer({ text, start, end }: Syntax, node: Node, tree: Node): boolean {
  const name = /^[([{]\s*(?:&\s*mut\s+)?([\p{XID_Start}_][\p{XID_Continue}]*)\s*,/u.exec(
    text.slice(start[tree]!, end[tree]!),
  )?.[1];
  if (name === undefined) return false;
  const before = text.slice(0, start[node]!);
  const own = before.slice(Math.max(0, before.lastIndexOf('fn ')));
  const made = String.raw`\blet\s+mut\s+${name}(?:\s*:\s*(?:String|Vec<u8>))?\s*=\s*(?:String|Vec)::`;
  const taken = String.raw`\b${name}\s*:\s*&\s*(?:'\w+\s+)?mut\s+(?:String|Vec<u8>)\s*[,)]`;
  return new RegExp(`${made}|${taken}`, 'u').test(own);
}
