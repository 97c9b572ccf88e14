import type { Row, Tone } from './line.ts';

/** Select Graphic Rendition codes; the sixteen colours of the user's own theme, so that light and dark terminals both stay readable. */
const CODES: Readonly<Record<Tone, string>> = {
  plain: '',
  faint: '2',
  title: '1',
  hot: '31',
  warm: '33',
  fine: '32',
  path: '36',
  name: '1;36',
  mark: '1;35',
  added: '32',
  removed: '31',
  keyword: '35',
  string: '32',
  number: '33',
  comment: '2',
  type: '36',
  function: '34',
};

/** A row as the terminal gets it. Without colour nothing is sent but the text: meaning never rests on colour. */
export function paintRow({ spans, selected }: Row, colour: boolean): string {
  if (!colour) return spans.map(([, text]) => text).join('');
  const text = spans
    .map(([tone, part]) =>
      CODES[tone] === '' ? part : `\u001B[${CODES[tone]}m${part}\u001B[0${selected ? ';7' : ''}m`,
    )
    .join('');
  return selected ? `\u001B[7m${text}\u001B[0m` : text;
}
