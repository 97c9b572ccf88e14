/** What a piece of text means on the screen, with the words for how it looks; the sixteen colours of the terminal's own theme. */
export const THEME = {
  plain: '',
  faint: 'dim',
  title: 'bold',
  hot: 'red',
  warm: 'yellow',
  fine: 'green',
  path: 'cyan',
  name: 'bold cyan',
  mark: 'bold magenta',
  added: 'green',
  removed: 'red',
  keyword: 'magenta',
  string: 'green',
  number: 'yellow',
  comment: 'dim',
  type: 'cyan',
  function: 'blue',
  /** Behind the row under the cursor. */
  selection: 'blue',
} as const;

export type Tone = Exclude<keyof typeof THEME, 'selection'>;
export type ThemeKey = keyof typeof THEME;
export const THEME_KEYS = Object.keys(THEME) as ThemeKey[];

const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const STYLES: Readonly<Record<string, string>> = { bold: '1', dim: '2', italic: '3', underline: '4' };

/** SGR parameters of some words, `bold bright-red`, `#ffaf00`; null where one of them is none. `base` is 30 for text, 40 for what is behind it. */
export function codesOf(words: string, base: 30 | 40 = 30): string | null {
  const codes = words
    .split(' ')
    .filter(Boolean)
    .map((word) => codeOf(word, base));
  return codes.some((code) => code === null) ? null : codes.join(';');
}

function codeOf(word: string, base: 30 | 40): string | null {
  const [, bright, colour] = /^(bright-)?(\w+)$/.exec(word) ?? [];
  const index = COLOURS.indexOf(colour ?? '');
  if (index >= 0) return String(base + index + (bright === undefined ? 0 : 60));
  const rgb = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(word)?.slice(1);
  if (rgb) return `${base + 8};2;${rgb.map((part) => Number.parseInt(part, 16)).join(';')}`;
  return (base === 30 ? STYLES[word] : undefined) ?? null;
}
