import type { Node, Syntax } from './syntax.ts';

/** Where reading stopped first: an error node may span the file, so it is the first that holds no other. Null for sound source. */
export const firstError = ({ errors, after }: Pick<Syntax, 'errors' | 'after'>): Node | null =>
  errors.find((one, i) => errors[i + 1] === undefined || errors[i + 1]! >= after[one]!) ?? null;
