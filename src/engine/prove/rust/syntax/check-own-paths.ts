import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { moduleSpans } from '../../../../languages/rust/module-spans.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { readUseTree } from '../../../../languages/rust/use-tree.ts';
import { kindOf, type Syntax } from '../../../../languages/syntax.ts';
import { absolutePath, type BindingPlace } from './binding.ts';
import { both, implies, isNever, underAll } from './cfg-formula.ts';
import { definitionSpans } from './definition-spans.ts';
import { allParts, type ModuleState, moduleHad, type Part, partHas } from './module-state.ts';
import type { Problem } from './problem.ts';
import { textWithin } from './traits-made-by.ts';

type Place = Pick<BindingPlace, 'modulePath' | 'fromRoot'>;

interface OwnPath {
  readonly name: string;
  readonly at: number;
}

/**
 * A path that leads to the module itself, `super::name` in a part and `crate::m::name` anywhere, finds what the facade has: a name that the
 * module had is still there. A macro whose body begins a path with `super` leads elsewhere from a part.
 */
export function checkOwnPaths(state: ModuleState, definitions: MacroDefinitions, place: Place): Problem[] {
  return allParts(state).flatMap((part) => {
    const calls = callsIn(part.scope.syntax, definitions);
    const far = part.file.depth === 0 ? undefined : calls.find(({ bodies }) => bodies.some(leadsUp));
    if (far)
      return [
        {
          path: part.file.path,
          start: far.at,
          why: 'a path in the body of a macro begins with `super`, and leads elsewhere from here',
        },
      ];
    const paths = [...ownPaths(part, place), ...calls.flatMap((call) => pathsOfBodies(call, place))];
    const lost = paths.find((one) => isLost(state, part, one));
    return lost
      ? [
          {
            path: part.file.path,
            start: lost.at,
            why: `a path leads to \`${lost.name}\` of the module, and the facade does not have it here`,
          },
        ]
      : [];
  });
}

function isLost(state: ModuleState, part: Part, { name, at }: OwnPath): boolean {
  const guard = underAll([...part.guards(at), ...part.outer]);
  return (['type', 'value'] as const).some((space) => {
    const had = moduleHad(state, name, space);
    return !isNever(had) && !implies(both(guard, had), partHas(state, state.facade, name, space));
  });
}

const PATH =
  /(?<![\p{XID_Continue}:$]\s*)(?:super|crate|self)\s*(?:::\s*(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*\s*)+/gu;

/** The first names behind paths of a file that lead to its module. */
function ownPaths({ file, scope: { syntax } }: Part, place: Place): OwnPath[] {
  const spans = moduleSpans(syntax);
  const comments = commentsIn(syntax);
  const belowAt = (at: number): string[] => [
    ...(file.depth === 0 ? [] : [file.name]),
    ...spans.filter(({ from, until }) => syntax.start[from]! <= at && at < syntax.end[until - 1]!).map(() => '?'),
  ];
  const named = (segments: readonly string[], at: number): OwnPath[] => {
    const [level, name] = absolutePath(segments, { ...place, below: belowAt(at), isRoot: false, names: new Set() });
    return level === '0' && name !== undefined ? [{ name, at }] : [];
  };
  const written = [...syntax.text.matchAll(PATH)]
    .filter(({ index }) => !comments.some(([start, end]) => start <= index && index < end))
    .flatMap(({ 0: text, index }) =>
      named(
        text.split('::').map((one) => plainName(one.trim())),
        index,
      ),
    );
  return [...written, ...innerUses(syntax).flatMap(({ segments, at }) => named(segments, at))];
}

/** Imports of bodies and inner modules; those of the file itself are compared as such. */
function innerUses(syntax: Syntax): { readonly segments: readonly string[]; readonly at: number }[] {
  const found: { segments: readonly string[]; at: number }[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'use_declaration' && syntax.parent[node] !== 0)
      for (const { segments, glob } of readUseTree(syntax, node))
        if (!glob && /^(?:super|crate|self)$/.test(segments[0] ?? ''))
          found.push({ segments, at: syntax.start[node]! });
  return found;
}

function commentsIn(syntax: Syntax): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (
      isComment(kindOf(syntax, node)) ||
      kindOf(syntax, node) === 'string_literal' ||
      (kindOf(syntax, node) === 'use_declaration' && syntax.parent[node] === 0)
    )
      found.push([syntax.start[node]!, syntax.end[node]!]);
  return found;
}

interface Called {
  readonly at: number;
  readonly bodies: readonly string[];
}

/** The macros that a file calls outside of its definitions, with the texts that these run through. */
function callsIn(syntax: Syntax, definitions: MacroDefinitions): Called[] {
  const own = definitionSpans(syntax);
  const seen = new Set<string>();
  return tokenCalls(syntax, 0, syntax.size).flatMap(({ name, node }): Called[] => {
    if (seen.has(name) || own.some(([from, until]) => from <= node && node < until)) return [];
    seen.add(name);
    return [{ at: syntax.start[node]!, bodies: withCalled(name, definitions).map(textWithin) }];
  });
}

function withCalled(first: string, definitions: MacroDefinitions): MacroDefinition[] {
  const names = new Set([first]);
  const found: MacroDefinition[] = [];
  for (const name of names)
    for (const one of definitions(name)) {
      found.push(one);
      for (const call of tokenCalls(one.syntax, one.node + 1, one.syntax.after[one.node]!)) names.add(call.name);
    }
  return found;
}

/** What stands in a module of the body leads to the module around it first. */
const leadsUp = (text: string): boolean =>
  !/\bmod\b/.test(text) && /(?<![\p{XID_Continue}:]\s*|\(\s*in\s+)\bsuper\s*::/u.test(text);

const CRATE = /\$\s*crate\s*((?:::\s*(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*\s*)+)/gu;

function pathsOfBodies({ at, bodies }: Called, place: Place): OwnPath[] {
  return bodies.flatMap((text) =>
    [...text.matchAll(CRATE)].flatMap(([, path]): OwnPath[] => {
      const segments = [
        'crate',
        ...path!
          .split('::')
          .slice(1)
          .map((one) => plainName(one.trim())),
      ];
      const [level, name] = absolutePath(segments, { ...place, below: [], isRoot: false, names: new Set() });
      return level === '0' && name !== undefined ? [{ name, at }] : [];
    }),
  );
}
