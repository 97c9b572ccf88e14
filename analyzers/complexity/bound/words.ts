/** Letters, digits and `_` by character code; what is not ASCII is none, so that a text and its bytes are read alike. */
const WORD: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

export const isWord = (code: number): boolean => code < 128 && WORD[code] === 1;

/** Where the word ends that begins at an offset. */
export function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && isWord(text.charCodeAt(at))) at += 1;
  return at;
}

/** The first character behind white space, or -1 at the end. */
export function codeBehindSpace(text: string, start: number): number {
  for (let at = start; at < text.length; at++) if (text.charCodeAt(at) > 32) return text.charCodeAt(at);
  return -1;
}

/** The names of the functions so far: each function that calls itself costs 1, once. */
export function openNames() {
  const defined = new Map<string, number>();
  return {
    define(name: string): void {
      defined.set(name, (defined.get(name) ?? 0) + 1);
    },
    /** What a call of that name can cost at most. */
    called(name: string): number {
      const functions = defined.get(name);
      if (functions === undefined) return 0;
      defined.delete(name);
      return functions;
    },
  };
}
