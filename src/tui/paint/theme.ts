import { codesOf, THEME, THEME_KEYS, type ThemeKey } from '../../config/screen/theme.ts';
import type { Row, Tone } from './line.ts';

/** Select Graphic Rendition parameters of each tone: beside the cursor, and in the row that it is on. */
export interface Palette {
  readonly usual: Readonly<Record<Tone, string>>;
  readonly selected: Readonly<Record<Tone, string>>;
}

/** The colours of the user's own terminal, unless the configuration gives others; its words are valid. */
export function paletteOf(theme: Readonly<Partial<Record<ThemeKey, string>>>): Palette {
  const behind = codesOf(theme.selection ?? THEME.selection, 40)!;
  const tones = THEME_KEYS.filter((key): key is Tone => key !== 'selection');
  const usual = tones.map((tone) => [tone, codesOf(theme[tone] ?? THEME[tone])!] as const);
  return {
    usual: Object.fromEntries(usual) as Record<Tone, string>,
    selected: Object.fromEntries(
      usual.map(([tone, codes]) => [tone, [behind, onSelection(codes)].filter(Boolean).join(';')]),
    ) as Record<Tone, string>,
  };
}

/** One background under the whole row: what stands on it is bright, nothing is dim, so that charts keep their colours and can be read. */
function onSelection(codes: string): string {
  const kept = codes
    .split(';')
    .filter((code) => code !== '2' && code !== '')
    .map((code) => (/^3[0-7]$/.test(code) ? `9${code[1]}` : code));
  return codes.includes('38;2;')
    ? codes
    : kept.some((code) => code.startsWith('9'))
      ? kept.join(';')
      : [...kept, '97'].join(';');
}

/** A row as the terminal gets it. Without colour nothing is sent but the text: marks and words carry all meaning. */
export function paintRow({ spans, selected }: Row, palette: Palette | null): string {
  if (palette === null) return spans.map(([, text]) => text).join('');
  const codes = selected ? palette.selected : palette.usual;
  return spans.map(([tone, text]) => (codes[tone] === '' ? text : `\u001B[${codes[tone]}m${text}\u001B[0m`)).join('');
}
