/** One top-level declaration or statement of the module that is split. */
export interface Unit {
  /** `pure` does nothing while it is loaded; `acts` can be seen; `state` is what others of the module write to. */
  readonly role: 'pure' | 'acts' | 'state';
  readonly form: string;
  /** Without `export`. */
  readonly text: string;
  readonly names: readonly string[];
  readonly exported: boolean;
  /** A type alone: no value to pass on. */
  readonly isType?: boolean;
  /** Units that stay together: a variable and those that assign it. */
  readonly knot?: string;
}

/** How a dialect of the module is written. */
export interface Dialect {
  readonly form: 'module' | 'commonjs';
  /** `: number`, or nothing in plain JavaScript. */
  readonly of: (type: string) => string;
  readonly extension: '.ts' | '.js';
}

export const DIALECTS: readonly Dialect[] = [
  { form: 'module', of: (type) => `: ${type}`, extension: '.ts' },
  { form: 'module', of: () => '', extension: '.js' },
  { form: 'commonjs', of: () => '', extension: '.js' },
];

/** Names that the text reads, of those that are asked for. */
export const readsOf = (text: string, names: readonly string[]): string[] =>
  names.filter((name) => new RegExp(`(?<![\\w$']|(?<!\\.\\.)\\.)${name.replace(/\$/g, '\\$')}(?![\\w$'])`).test(text));
