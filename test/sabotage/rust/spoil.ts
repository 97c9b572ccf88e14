import type { Rung } from '../../../src/core/evidence.ts';

export type Files = Readonly<Record<string, string>>;

export interface Sabotage {
  readonly name: string;
  /** The rung that rejects it when it runs alone, and another that accepts it when it runs alone. */
  readonly rejectedBy: Rung;
  readonly acceptedBy: Rung;
  /** Words that the rejection must hold: the culprit's name. */
  readonly says?: string;
  readonly spoil: (files: Files) => Files;
}

/** Replaces text that must be there: a sabotage that does nothing is a broken test. */
export const swap =
  (path: string, from: string | RegExp, to: string) =>
  (files: Files): Files => {
    const spoiled = files[path]?.replace(from, to);
    if (spoiled === undefined || spoiled === files[path])
      throw new Error(`${path} does not hold ${from}\n${files[path]}`);
    return { ...files, [path]: spoiled };
  };
export const both =
  (...steps: readonly ((files: Files) => Files)[]) =>
  (files: Files): Files =>
    steps.reduce((at, step) => step(at), files);
