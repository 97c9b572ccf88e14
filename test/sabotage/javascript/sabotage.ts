import type { Rung } from '../../../src/core/evidence.ts';

/** A split that is broken on purpose: the rung that sees it alone, and one that does not. */
export interface Sabotage {
  readonly title: string;
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
  readonly rejects: Rung;
  readonly accepts: Rung;
}

export const sabotage = (
  title: string,
  before: Record<string, string>,
  after: Record<string, string>,
  rejects: Rung = 'S',
  accepts: Rung = 'B',
): Sabotage => ({ title, before, after, rejects, accepts });

export const one = (text: string): Record<string, string> => ({ 'src/m.ts': text });
