import type { HazardId } from '../../../../src/core/hazards/index.ts';
import type { Plan } from '../../../../src/core/plan.ts';

export type Files = Readonly<Record<string, string>>;

/** One input of a kind: a module, a division of it, and what every interpreter has to say about both sides alike. */
export interface KindRow {
  readonly kind: HazardId;
  readonly name: string;
  readonly before: Files;
  /** The module that is split. */
  readonly path: string;
  readonly modules: Readonly<Record<string, readonly string[]>>;
  readonly layout?: 'package' | 'sibling';
  readonly options?: Plan['options'];
  /** The facade that it gets, where that is the question. */
  readonly facade?: 'plain' | 'live' | 'write-through';
  /** Python that prints what the module does; run in the folder of the files. */
  readonly probe: string;
  /** Refused by the kind's hazard; handled if not said. */
  readonly refused?: true;
  /** First minor version of Python 3 that understands the module. */
  readonly since?: number;
  /** What somebody writes who does not know the kind: S has to see it. */
  readonly careless?: (ours: Record<string, string>) => void;
  /** What the careless one says since which minor version: the probe shows it there. */
  readonly shows?: number;
}

/** Replaces, and fails when there is nothing to replace. */
export const swap =
  (path: string, from: string | RegExp, to: string) =>
  (files: Record<string, string>): void => {
    const text = files[path]!.replace(from, to);
    if (text === files[path]) throw new Error(`${path} holds no ${from}:\n${text}`);
    files[path] = text;
  };
