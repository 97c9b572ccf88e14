/** How a text may name the module of a file. */
export interface ModuleName {
  /** Stands in every text that names it. */
  readonly hint: string;
  /** Global; a match is a name only if `is` says so. */
  readonly pattern: RegExp;
  readonly matches: (name: string) => boolean;
}

export const escaped = (text: string): string => text.replace(/\W/g, '\\$&');

/** Not the end of a longer name, and not the beginning of one. */
export const bounded = (name: string): RegExp => new RegExp(`(?<![\\w.:])${name}(?!\\w|::\\w|\\.\\w)`, 'g');
