/** The three worlds; `javascript` includes TypeScript and JSX. */
export const LANGUAGES = ['rust', 'python', 'javascript'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The parser tables. Plain JavaScript is read by `tsx`, a superset of it but for `<T>x` casts, which JavaScript does not have. */
export type Grammar = 'rust' | 'python' | 'typescript' | 'tsx';

const GRAMMAR_BY_EXTENSION: Readonly<Record<string, Grammar>> = {
  rs: 'rust',
  py: 'python',
  pyi: 'python',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  js: 'tsx',
  mjs: 'tsx',
  cjs: 'tsx',
  jsx: 'tsx',
};

/** Names of all files that may hold source: those of a known language, and those that Rust splices. */
export const SOURCE_PATTERNS: readonly string[] = [...Object.keys(GRAMMAR_BY_EXTENSION), 'inc', 'in'].map(
  (extension) => `*.${extension}`,
);

/** The grammar of fragments: its language alone splices files into others, and these may have any name. */
export const SPLICED_GRAMMAR: Grammar = 'rust';

/** The language whose files a fragment is read with. */
export const SPLICING_LANGUAGE: Language = 'rust';

/** What a file is read as where nobody says who splices it: by its extension, or by one that fragments often have. */
export const likelyGrammar = (path: string): Grammar | null =>
  grammarOf(path) ?? (/\.(?:inc|in|tpl)$/.test(path) ? SPLICED_GRAMMAR : null);

/** By the file's extension alone; null for files of no language that we read. */
export function grammarOf(path: string): Grammar | null {
  const dot = path.lastIndexOf('.');
  return dot <= path.lastIndexOf('/') ? null : (GRAMMAR_BY_EXTENSION[path.slice(dot + 1)] ?? null);
}

export const languageOf = (grammar: Grammar): Language =>
  grammar === 'rust' || grammar === 'python' ? grammar : 'javascript';
