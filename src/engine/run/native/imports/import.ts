export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const insertionAt = (offset: number, text: string): Insertion => ({ start: offset, end: offset, text });

/** `A`, or `A as B`. */
export const renamed = (name: string, as: string | undefined): string =>
  as === undefined || as === name ? name : `${name} as ${as}`;
