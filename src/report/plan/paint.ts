export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly name: (text: string) => string;
  readonly warn: (text: string) => string;
}

const style =
  (on: boolean, open: number, close: number) =>
  (text: string): string =>
    on ? `\u001b[${open}m${text}\u001b[${close}m` : text;

export const painter = (colour: boolean): Paint => ({
  bold: style(colour, 1, 22),
  dim: style(colour, 2, 22),
  name: style(colour, 36, 39),
  warn: style(colour, 33, 39),
});
