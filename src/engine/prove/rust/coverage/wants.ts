import {
  type Predicates,
  type UnitConditions,
  unitConditions,
} from '../../../../../analyzers/readings/rust/unit-conditions.ts';
import type { View } from '../../../../workspace/view.ts';
import { mountPredicates } from './mount-predicates.ts';

/** What some build should set, so that code which waits for it is compiled. */
export interface Want {
  readonly predicates: Predicates;
  /** A file that the state before has: the build has to compile it too. Null for a file that is new. */
  readonly path: string | null;
  /** Asks for a build without some code: where none can be had, nothing that moved goes unseen. */
  readonly away: boolean;
}

/**
 * What the code of some files waits for, on either side of a change: each unit, each part of one, and each of them away, since what is left
 * then must hold together too. The most specific first.
 */
export function wantsOf(before: View, after: View, paths: readonly string[]): Want[] {
  const sides = paths.flatMap((path) =>
    [after, before].flatMap((view) => {
      if (view.file(path)?.grammar !== 'rust') return [];
      const mount = mountPredicates(view, path);
      const place = before.file(path) ? path : null;
      return [{ conditions: unitConditions(view, path), mount, place }];
    }),
  );
  const each = (of: (one: UnitConditions) => readonly Predicates[], away = false): Want[] =>
    sides.flatMap(({ conditions, mount, place }) =>
      conditions.flatMap((one) =>
        of(one).map((own) => ({ predicates: distinct([...mount, ...own]), path: place, away })),
      ),
    );
  const all = [...each((one) => (isForbidden(one) ? [] : [one.own])), ...each(({ parts }) => parts)];
  const away = each(({ own, parts }) => [own, ...parts].flatMap(awayFrom), true);
  const found = [...all, ...away].filter(({ predicates }) => predicates.length > 0);
  return [...new Map(found.map((want) => [JSON.stringify(want), want])).values()];
}

/** `#[cfg(..)] compile_error!(..)` excludes builds. */
const isForbidden = ({ unit }: UnitConditions): boolean =>
  unit.kind === 'macro-call' && /^macro-call (?:\w+::)*compile_error!/.test(unit.id);

const distinct = (predicates: Predicates): Predicates => [...new Set(predicates)];

/** What is there without the last condition. */
const awayFrom = (predicates: Predicates): Predicates[] =>
  predicates.length === 0 ? [] : [[...predicates.slice(0, -1), `not(${predicates[predicates.length - 1]})`]];
