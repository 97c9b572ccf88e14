/** A name that a file is to import. */
export interface Import {
  /** `typing`, `./a.js`, `std::collections`. */
  readonly module: string;
  /** None: the module itself (Python), or for its effects (JavaScript). `default` is JavaScript's default export. */
  readonly name?: string;
  /** The name that it has in the file. */
  readonly as?: string;
  /** TypeScript's `import type`. */
  readonly typeOnly?: boolean;
}

export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const insertionAt = (offset: number, text: string): Insertion => ({ start: offset, end: offset, text });

/** `A`, or `A as B`. */
export const renamed = (name: string, as: string | undefined): string =>
  as === undefined || as === name ? name : `${name} as ${as}`;
