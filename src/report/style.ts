import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** What a text means, and how that looks. Nothing is told by colour alone. */
const TOKENS = {
  title: 'bold',
  faint: 'dim',
  hot: 'red',
  warm: 'yellow',
  path: 'cyan',
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: 'blue',
  fine: 'green',
  command: 'bold',
} as const satisfies Readonly<Record<string, Format>>;

export type Token = keyof typeof TOKENS;
export type Paint = (token: Token, text: string) => string;

/** `color` is decided by the face (NO_COLOR, a terminal or not); reports only obey. */
export const painter = (color: boolean): Paint =>
  color ? (token, text) => styleText(TOKENS[token] as Format, text, { validateStream: false }) : (_token, text) => text;
