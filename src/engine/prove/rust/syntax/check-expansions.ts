import { type ForeignMacro, foreignMacros } from '../../../../../analyzers/readings/rust/foreign-macros.ts';
import { type MacroCrates, sharedState } from '../../../../../analyzers/readings/rust/macro-crates.ts';
import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { relativePaths } from '../../../../languages/rust/paths.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { Collected } from './collect-items.ts';
import type { MountOf } from './last-seen.ts';
import type { Pair } from './pair-items.ts';
import type { Problem } from './problem.ts';

export interface ExpansionPlace {
  readonly definitions: MacroDefinitions;
  readonly syntaxOf: (path: string) => Syntax;
  readonly mountOf: MountOf;
  /** The files of a `mod x;` among the items. */
  readonly filesOf: (module: Collected) => readonly Syntax[];
  /** The text of the module before. */
  readonly before: Syntax;
  readonly crates: MacroCrates;
}

/** A place that another crate's macro expands. */
interface Expanded {
  readonly pair: Pair;
  readonly macro: ForeignMacro;
}

/**
 * The compiler expands macros in the order of the text, a part where its `mod` line stands. What a macro of another crate keeps between two
 * calls (a counter, a list of what it has seen) cannot be read: those of one crate must come in the order that they had.
 */
export function checkExpansions(pairs: readonly Pair[], place: ExpansionPlace): Problem[] {
  const groups = new Map<string, Expanded[]>();
  const read = createReader(place);
  for (const pair of pairs)
    for (const macro of pair.later.repeats ? [] : read(pair.later)) {
      const key = sharedState(place.crates, macro);
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), { pair, macro }]);
    }
  for (const group of groups.values()) {
    const turned = firstTurned(group, place.mountOf);
    if (turned)
      return [
        {
          path: turned.pair.later.path,
          start: turned.pair.later.start,
          hazard: 'R93',
          why: `R93: \`${turned.macro.path}\` of another crate is expanded in another order than before, and may count or remember what it expands`,
        },
      ];
  }
  return [];
}

/**
 * A path that begins with `super` has one more of it in a part. What such a macro makes of a path is most likely the path, but it may show its
 * text.
 */
export function checkHanded(pairs: readonly Pair[], place: ExpansionPlace): Problem[] {
  const { definitions, syntaxOf, before, mountOf, crates } = place;
  const plain = (syntax: Syntax, { argument }: ForeignMacro): string =>
    syntax.text.slice(syntax.start[argument]!, syntax.end[argument]!).replace(/\s+/g, '');
  return pairs.flatMap(({ earlier, later }): Problem[] => {
    if (mountOf(later.path) === null || later.repeats) return [];
    const syntax = syntaxOf(later.path);
    const now = foreignMacros(syntax, definitions, later.item.firstNode, later.item.afterNode);
    const old =
      now.length === 0 ? [] : foreignMacros(before, definitions, earlier.item.firstNode, earlier.item.afterNode);
    const changed = now.find(
      (one, i) =>
        sharedState(crates, one) !== null &&
        old[i] !== undefined &&
        plain(syntax, one) !== plain(before, old[i]) &&
        hasPath(syntax, one),
    );
    return changed
      ? [
          {
            path: later.path,
            start: changed.at,
            hazard: 'R57',
            why: `R57: \`${changed.path}\` of another crate is handed a path that is spelled anew here, and may show it`,
          },
        ]
      : [];
  });
}

const hasPath = (syntax: Syntax, { argument }: ForeignMacro): boolean =>
  relativePaths(syntax, argument, syntax.after[argument]!).length > 0;

/** Those of an item, and those of the macros of the package that it calls. */
function createReader({ definitions, syntaxOf, filesOf }: ExpansionPlace): (one: Collected) => ForeignMacro[] {
  const bodies = new Map<string, ForeignMacro[]>();
  const bodyOf = (name: string): ForeignMacro[] => {
    const known = bodies.get(name);
    if (known) return known;
    // A macro that calls itself adds nothing by that.
    bodies.set(name, []);
    const found = definitions(name).flatMap(({ syntax, node }) => within(syntax, node + 1, syntax.after[node]!));
    bodies.set(name, found);
    return found;
  };
  const within = (syntax: Syntax, from: number, to: number): ForeignMacro[] => [
    ...foreignMacros(syntax, definitions, from, to),
    ...tokenCalls(syntax, from, to).flatMap(({ name }) => bodyOf(name)),
  ];
  return (one) => {
    const { path, kind, item } = one;
    if (kind === 'macro') return [];
    const own = within(syntaxOf(path), item.firstNode, item.afterNode);
    return kind === 'mod' ? [...own, ...filesOf(one).flatMap((file) => within(file, 0, file.size))] : own;
  };
}

/** The first place that another one of the group comes before now, and did not before, or the other way round. */
function firstTurned(group: readonly Expanded[], mountOf: MountOf): Expanded | undefined {
  const before = [...group].sort((a, b) => a.pair.earlier.start - b.pair.earlier.start);
  const placed = before.map((one) => ({ one, at: positionOf(one.pair, mountOf) }));
  return placed.find(({ at }, i) => i > 0 && compare(placed[i - 1]!.at, at) > 0)?.one;
}

/** Where an item stands in the text that the compiler reads: in the facade, or behind a part's `mod` line. */
function positionOf({ later }: Pair, mountOf: MountOf): readonly [number, number] {
  const mount = mountOf(later.path);
  return mount === null ? [later.start, -1] : [mount.at, later.start];
}

const compare = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1];
