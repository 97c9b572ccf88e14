import type { ImportMode } from '../../../../analyzers/readings/javascript/compiler-settings.ts';
import type { Modules } from '../../../../analyzers/readings/javascript/open-modules.ts';
import type { Sight } from '../../../../analyzers/readings/javascript/unit-touches.ts';
import { loadOrder } from '../../../languages/javascript/load-order.ts';
import type { ModuleSet } from './follow-name.ts';

/** One state of a family, to be loaded on paper. */
export interface LoadSide {
  readonly set: ModuleSet;
  /** What lies around the family. */
  readonly modules: Modules;
}

/** When what is evaluated, from one entry on. */
export interface Timeline {
  /** Modules outside of the family -> turn. */
  readonly others: ReadonlyMap<string, number>;
  /** Label of a statement -> turn. */
  readonly statements: ReadonlyMap<string, number>;
}

/** More statements than any module has. */
const TURN = 1e6;

/** @param sight `own`: what the family asks for is taken for a leaf; `all`: it is followed as far as the workspace goes */
export function timelineOf({ set, modules }: LoadSide, entry: string, mode: ImportMode, sight: Sight): Timeline {
  const order = loadOrder(entry, (path) => {
    const esModule = set.modules.get(path);
    if (esModule === undefined) return sight === 'all' ? modules.requests(path, mode) : [];
    const keepsAll = mode === 'kept' || /\.[cm]?jsx?$/.test(path);
    return esModule.requests
      .filter(({ typeOnly, used }) => !typeOnly && (used || keepsAll))
      .map(({ module }) => module);
  });
  const others = new Map<string, number>();
  const statements = new Map<string, number>();
  order.forEach((path, turn) => {
    const module = set.modules.get(path);
    if (module === undefined) others.set(path, turn * TURN);
    else
      module.statements.forEach((statement, i) => void statements.set(set.label(module, statement), turn * TURN + i));
  });
  return { others, statements };
}
