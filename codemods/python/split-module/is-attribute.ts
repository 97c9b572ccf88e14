/** `module.__file__` is another module's. */
export const isAttribute = (text: string, start: number): boolean =>
  /\.\s*$/.test(text.slice(Math.max(0, start - 20), start));
