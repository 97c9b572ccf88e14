// The words that are keywords in every edition: only these need `r#` wherever they are written, so only they keep it.
const ALWAYS_KEYWORDS = new Set(
  (
    'as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self ' +
    'static struct super trait true type unsafe use where while abstract become box do final macro override priv typeof unsized ' +
    'virtual yield'
  ).split(' '),
);

/** One spelling for `r#name` and `name`; `r#type` keeps its prefix because `type` alone is no name. */
export const plainName = (written: string): string =>
  written.startsWith('r#') && !ALWAYS_KEYWORDS.has(written.slice(2)) ? written.slice(2) : written;

export const isKeyword = (word: string): boolean => ALWAYS_KEYWORDS.has(word) || LATER_KEYWORDS.has(word);

const LATER_KEYWORDS = new Set([
  'async',
  'await',
  'dyn',
  'try',
  'union',
  'macro_rules',
  'default',
  'auto',
  'gen',
  'raw',
]);
