/** Names as rules call them. */
export const SCAFFOLD_LANGUAGES = ['rust', 'python', 'typescript'] as const;
export type ScaffoldLanguage = (typeof SCAFFOLD_LANGUAGES)[number];

export interface Example {
  readonly extension: string;
  readonly reads: readonly string[];
  readonly pattern: string;
  readonly to: string;
  /** Before and after. */
  readonly changed: readonly [string, string];
  /** A text that stays as it is. */
  readonly kept: string;
}

/** One small rename in each language, to be replaced by what the codemod is for. */
export const EXAMPLES: Readonly<Record<ScaffoldLanguage, Example>> = {
  rust: {
    extension: 'rs',
    reads: ['rust'],
    pattern: 'old_name($A)',
    to: 'new_name',
    changed: ['fn f() -> u32 {\n    old_name(1)  // kept\n}\n', 'fn f() -> u32 {\n    new_name(1)  // kept\n}\n'],
    kept: 'fn f() -> u32 {\n    other(1)\n}\n',
  },
  python: {
    extension: 'py',
    reads: ['python'],
    pattern: 'old_name($A)',
    to: 'new_name',
    changed: ['value = old_name( 1 )  # kept\n', 'value = new_name(1)  # kept\n'],
    kept: 'value = other(1)\n',
  },
  typescript: {
    extension: 'ts',
    reads: ['typescript', 'tsx', 'javascript'],
    pattern: 'oldName($A)',
    to: 'newName',
    changed: ['export const value = oldName(1);  // kept\n', 'export const value = newName(1);  // kept\n'],
    kept: 'export const value = other(1);\n',
  },
};
