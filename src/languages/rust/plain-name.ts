// The words that are keywords in every edition: only these need `r#` wherever they are written, so only they keep it.
const ALWAYS_KEYWORDS = new Set(
  (
    'as break const continue crate else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self ' +
    'static struct super trait true type unsafe use where while abstract become box do final macro override priv typeof unsized ' +
    'virtual yield'
  ).split(' '),
);

/**
 * One spelling for `r#name` and `name`, and for both normal forms of a name: `r#type` keeps its prefix because `type` alone is no name, and
 * identifiers are compared in form C.
 */
export const plainName = (written: string): string => {
  const name = ASCII.test(written) ? written : written.normalize('NFC');
  return name.startsWith('r#') && !ALWAYS_KEYWORDS.has(name.slice(2)) ? name.slice(2) : name;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no ASCII may have two forms.
const ASCII = /^[\x00-\x7f]*$/;

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
