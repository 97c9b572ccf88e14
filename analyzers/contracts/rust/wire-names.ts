/** The rules of serde's `rename_all`. */
export const RENAME_RULES = [
  'lowercase',
  'UPPERCASE',
  'PascalCase',
  'camelCase',
  'snake_case',
  'SCREAMING_SNAKE_CASE',
  'kebab-case',
  'SCREAMING-KEBAB-CASE',
] as const;
export type RenameRule = (typeof RENAME_RULES)[number];

export const isRenameRule = (text: string): text is RenameRule => (RENAME_RULES as readonly string[]).includes(text);

// serde changes ASCII letters alone.
const lower = (text: string): string => text.replace(/[A-Z]/g, (one) => one.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]/g, (one) => one.toUpperCase());

/** serde lowers the first byte: of a name that begins with no ASCII letter it cannot be compiled, and is left as it is here. */
const lowerFirst = (text: string): string => lower(text.slice(0, 1)) + text.slice(1);

/** What serde calls a variant: it takes it as PascalCase, and puts an underscore before every further capital. */
export function renameVariant(name: string, rule: RenameRule): string {
  const snake = (): string =>
    [...name].map((one, i) => (i > 0 && /\p{Uppercase}/u.test(one) ? `_${one}` : one)).join('');
  switch (rule) {
    case 'PascalCase':
      return name;
    case 'lowercase':
      return lower(name);
    case 'UPPERCASE':
      return upper(name);
    case 'camelCase':
      return lowerFirst(name);
    case 'snake_case':
      return lower(snake());
    case 'SCREAMING_SNAKE_CASE':
      return upper(snake());
    case 'kebab-case':
      return lower(snake()).replaceAll('_', '-');
    case 'SCREAMING-KEBAB-CASE':
      return upper(snake()).replaceAll('_', '-');
  }
}

/** What serde calls a field: it takes it as snake_case, and never looks for capitals. */
export function renameField(name: string, rule: RenameRule): string {
  switch (rule) {
    case 'lowercase':
    case 'snake_case':
      return name;
    case 'UPPERCASE':
    case 'SCREAMING_SNAKE_CASE':
      return upper(name);
    case 'PascalCase':
      return pascal(name);
    case 'camelCase':
      return lowerFirst(pascal(name));
    case 'kebab-case':
      return name.replaceAll('_', '-');
    case 'SCREAMING-KEBAB-CASE':
      return upper(name).replaceAll('_', '-');
  }
}

/** Each letter behind underscores becomes a capital; the underscores go, a leading one too. */
const pascal = (name: string): string =>
  name
    .split('_')
    .map((part) => upper(part.slice(0, 1)) + part.slice(1))
    .join('');
