import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { type TokenCall, tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { type Access, bodyAccesses, readSelfTypes } from '../../../../languages/rust/member-accesses.ts';
import { kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { definitionSpans } from './definition-spans.ts';

/** What a macro reads where it is called, itself or through those that it calls. */
interface Body {
  readonly accesses: ReturnType<typeof bodyAccesses>;
  /** It reads a member by a name that it is handed, of these: `self` is the caller's, null stands for anything. */
  readonly takes: ReadonlySet<string | null>;
}

/**
 * Members that the macros of a package read where a file calls them: those that their bodies name, and, where a body has `.$name`, whatever the
 * arguments name.
 */
export function macroAccesses(syntax: Syntax, definitions: MacroDefinitions): Access[] {
  const bodies = new Map<string, Body>();
  const selfType = readSelfTypes(syntax);
  const inDefinitions = definitionSpans(syntax);
  return tokenCalls(syntax, 0, syntax.size).flatMap((call): Access[] => {
    if (definitions(call.name).length === 0) return ofLibrary(syntax, call);
    if (inDefinitions.some(([from, until]) => from <= call.node && call.node < until)) return [];
    const { accesses, takes } = bodies.get(call.name) ?? bodyOf(call.name, definitions);
    bodies.set(call.name, { accesses, takes });
    const { node } = call;
    const own = selfType(node);
    const named = takes.size === 0 ? [] : namesIn(syntax, call);
    return [
      ...accesses.map(({ ofCaller, ...one }): Access => ({ ...one, node, of: ofCaller ? own : one.of })),
      ...[...takes].flatMap((type) => {
        const of = type === 'self' ? own : type;
        return named.flatMap((word): Access[] => [
          { word, kind: 'method', of, node },
          { word, kind: 'field', of, node },
        ]);
      }),
    ];
  });
}

/** `offset_of!(T, field)` */
const ofLibrary = (syntax: Syntax, call: TokenCall): Access[] =>
  /^(?:offset_of|span_of)$/.test(call.name)
    ? namesIn(syntax, call).map((word) => ({ word, kind: 'field', of: null, node: call.node }))
    : [];

function bodyOf(first: string, definitions: MacroDefinitions): Body {
  const names = new Set([first]);
  const accesses: ReturnType<typeof bodyAccesses> = [];
  const takes = new Set<string | null>();
  for (const name of names)
    for (const definition of definitions(name)) {
      const { syntax, node } = definition;
      accesses.push(...bodyAccesses(syntax, node));
      for (const [, receiver] of textOfDefinition(definition).matchAll(TAKES))
        takes.add(receiver === 'self' || /^\p{Lu}[\p{XID_Continue}]*\p{Ll}/u.test(receiver!) ? receiver! : null);
      for (const { name: next } of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(next);
    }
  return { accesses, takes };
}

const TAKES = /([\p{XID_Continue}$)\]>]*)\s*(?:\.|::)\s*\$\s*(?!crate\b)[\p{XID_Start}_(]/gu;

const textOfDefinition = ({ syntax, node }: MacroDefinition): string =>
  syntax.text.slice(syntax.start[node]!, syntax.end[node]!).replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ');

function namesIn(syntax: Syntax, { tree }: TokenCall): string[] {
  const found: string[] = [];
  for (let node = tree; node < syntax.after[tree]!; node++)
    if (/^(?:identifier|integer_literal)$/.test(kindOf(syntax, node)))
      found.push(textOf(syntax, node).replace(/^r#/, ''));
  return found;
}
