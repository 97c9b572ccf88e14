import type { Refusal } from '../../../src/core/refusal.ts';
import { ownerOf } from '../../../src/languages/javascript/lexical-names.ts';
import { runAtLoad } from '../../../src/languages/javascript/load-effects.ts';
import { systemNames } from '../../../src/languages/javascript/read-commonjs.ts';
import { childByField, kindOf, type Node, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Links } from './module-links.ts';
import { refuseLateNames } from './refuse-late-names.ts';
import { type Piece, refuse, type Source } from './source.ts';

/** What CommonJS does not let through, because a `require` hands over values and an import does not. */
export function refuseCommon(view: View, source: Source, assignment: Assignment, links: Links): Refusal[] {
  if (source.form !== 'commonjs') return [];
  return [
    ...refuseReturn(source),
    ...assignment.parts.flatMap(({ pieces }) => pieces.flatMap((piece) => refuseSystem(source, piece))),
    ...refuseAssigned(source, assignment, links),
    ...refuseCircle(source, assignment, links),
    ...refuseLateNames(view, source, assignment, links),
  ];
}

/** `return` ends a CommonJS module, and what stands below is never evaluated. */
function refuseReturn(source: Source): Refusal[] {
  const { syntax, pieces } = source;
  for (const { nodes } of pieces)
    for (const node of runAtLoad(syntax, nodes))
      if (kindOf(syntax, node) === 'return_statement' && !isInFunction(source, node))
        return [
          refuse(
            source,
            'J85',
            { start: syntax.start[node]!, end: syntax.end[node]! },
            '`return` may end the module before all of it is evaluated',
            'Write a condition instead.',
          ),
        ];
  return [];
}

const FUNCTION = /^(.*function.*|method_definition|class_static_block)$/;

function isInFunction({ syntax }: Source, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (FUNCTION.test(kindOf(syntax, up))) return true;
  return false;
}

/** `module`, `exports`, `require.cache` and the `arguments` of the module's own wrapper. */
function refuseSystem(source: Source, { unit }: Piece): Refusal[] {
  const { syntax, names } = source;
  const own = names.free.filter(
    (one) => one.name === 'arguments' && ownerOf(names.scopes, one) === 0 && !isInPlainFunction(source, one.node),
  );
  return [...systemNames(names).filter((one) => !isLoaderCall(source, one.node)), ...own]
    .filter(({ at }) => unit.start <= at && at < unit.end)
    .map(({ name, at }) =>
      refuse(
        source,
        'J85',
        { start: at, end: at + name.length },
        `\`${name}\` means something else in another file`,
        'Keep this unit in the facade.',
      ),
    )
    .slice(0, 1);

  /** `require('x')` and `require.resolve('x')` name a file, and are followed. */
  function isLoaderCall({ syntax: tree }: Source, node: Node): boolean {
    if (textOf(syntax, node) !== 'require') return false;
    const up = tree.parent[node]!;
    const callee = kindOf(tree, up) === 'member_expression' ? up : node;
    if (callee !== node && !/^require\s*\.\s*resolve$/.test(textOf(tree, callee))) return false;
    const call = tree.parent[callee]!;
    return kindOf(tree, call) === 'call_expression' && childByField(tree, call, 'function') === callee;
  }
}

/** A function of its own `arguments`: arrow functions have none. */
function isInPlainFunction({ syntax }: Source, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (
      /^(function_declaration|function_expression|generator_function.*|method_definition|class_body)$/.test(
        kindOf(syntax, up),
      )
    )
      return true;
  return false;
}

/** A `require` takes the value of the moment. */
function refuseAssigned(source: Source, { home }: Assignment, { needs }: Links): Refusal[] {
  const { names, pieces } = source;
  const taken = new Set([...needs.values()].flatMap(({ own }) => [...own.values()].flatMap((one) => [...one.keys()])));
  return names.free
    .filter((one) => one.write && ownerOf(names.scopes, one) === 0 && taken.has(one.name))
    .slice(0, 1)
    .map(({ name, at }) => {
      const maker = pieces.find(({ unit }) => unit.defines.some((one) => one.name === name))!;
      const place = home[maker.index] === FACADE ? { start: at, end: at + name.length } : maker.unit.body;
      const why = `\`${name}\` is assigned again, and \`require\` would read its first value`;
      return refuse(source, 'J8', place, why, 'Keep the variable and all that reads it in one module.');
    });
}

/** Parts that need one another: the one that is loaded first would find the other empty. */
function refuseCircle(source: Source, { parts }: Assignment, { needs }: Links): Refusal[] {
  const neededBy = (part: number): number[] => [...(needs.get(part)?.own.keys() ?? [])];
  const reaches = (from: number, to: number, seen: Set<number>): boolean =>
    neededBy(from).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  return parts.flatMap(({ pieces, name }, part) =>
    reaches(part, part, new Set())
      ? [
          refuse(
            source,
            'J86',
            pieces[0]!.unit.body,
            `the part ${name} would need a part that needs it back, and find it empty`,
            'Put both into one module.',
          ),
        ]
      : [],
  );
}
