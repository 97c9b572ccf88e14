import { dirname, normalize } from 'node:path/posix';
import { type TokenCall, tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { argumentTokens } from '../../../../languages/rust/composition/macro-calls.ts';
import { readPathValue } from '../../../../languages/rust/composition/path-value.ts';
import { mountLiterals } from '../../../../languages/rust/mount-literals.ts';
import { depthOf } from '../../../../languages/rust/paths.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { Place } from './place.ts';

/** Tokens that stand for what a macro call reads of its place: a literal's node -> the file that it names, a macro's node -> its place. */
export interface PlaceTokens {
  readonly literals: ReadonlyMap<Node, string>;
  readonly marks: ReadonlyMap<Node, string>;
  /** Arguments whose blanks count: nodes from..until. */
  readonly shown: readonly (readonly [from: Node, until: Node])[];
}

/** Files that calls name, and where calls stand that read the path of their file or module. A line may change: it is compared elsewhere. */
export function placeTokens(syntax: Syntax, from: Node, to: Node, place: Place, body: Node): PlaceTokens {
  const literals = namedByMounts(syntax, from, body, place);
  const marks = new Map<Node, string>();
  const calls = tokenCalls(syntax, from, to);
  for (const call of calls) {
    const reads = place.macros.readsOf(call.name);
    const path = place.fileOf(syntax.start[call.node]!);
    const marked: string[] = [];
    // What a macro of the package says of its place, in a log above all, is for rung M to tell.
    const isOwn = place.macros.isStandard(call.name);
    if (isOwn && reads.has('file')) marked.push(`file ${path}`);
    if (isOwn && reads.has('module')) marked.push(`module ${place.depth}`);
    if (reads.has('folder')) {
      const literal = isOwn ? onlyLiteral(syntax, call) : -1;
      if (literal !== -1) literals.set(literal, ledTo(textOf(syntax, literal), dirname(place.path)));
      else if (!isAnchored(syntax, call)) marked.push(`folder ${dirname(path)}`);
    }
    if (marked.length > 0) marks.set(call.node, marked.join(', '));
  }
  const shown = calls
    .filter(({ name }) => place.macros.showsBlanks(name))
    .map(({ tree }) => [tree + 1, syntax.after[tree]!] as const);
  return { literals, marks, shown };
}

/** `#[path = "x.rs"] mod x;` names a file, or a folder; in an inline module these are found in the module's own. */
function namedByMounts(syntax: Syntax, from: Node, body: Node, place: Place): Map<Node, string> {
  if (kindOf(syntax, body) !== 'mod_item' || depthOf(syntax, body) > 0) return new Map();
  const attributes: Node[] = [];
  for (let node = from; node < body; node = syntax.after[node]!) attributes.push(node);
  const folderOf = (literal: Node): string => dirname(place.fileOf(syntax.start[literal]!));
  const literals = mountLiterals(syntax, { kind: 'mod', attributes });
  return new Map(literals.map((literal) => [literal, ledTo(textOf(syntax, literal), folderOf(literal))]));
}

/** The one string among the arguments of a call; -1 if there is more. */
function onlyLiteral(syntax: Syntax, { tree }: TokenCall): Node {
  if (argumentTokens(syntax, tree).filter((token) => token !== ',').length !== 1) return -1;
  for (let node = tree + 1; node < syntax.after[tree]!; node++)
    if (/^(?:raw_)?string_literal$/.test(kindOf(syntax, node))) return node;
  return -1;
}

/** The path does not begin at the source file: `concat!(env!("CARGO_MANIFEST_DIR"), …)`. */
function isAnchored(syntax: Syntax, { tree }: TokenCall): boolean {
  const { base, text } = readPathValue(argumentTokens(syntax, tree));
  return base === 'manifest' || base === 'out-dir' || (base === 'file' && text.startsWith('/'));
}

function ledTo(literal: string, folder: string): string {
  const [, open, file, close] = /^(b?r?#*")(.*)("#*)$/s.exec(literal) ?? ['', '', literal, ''];
  return `${open}${file!.startsWith('/') ? file : normalize(`${folder}/${file}`)}${close}`;
}
