const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs, numbers and fillers that many names have and that tell no subject. */
const FILLERS = list(`
  get set is has to from with new make do in of on by for as and or the an at into all no non not add try maybe run can should inner impl ref
  mut fn type one two three four five many more most opt other own my some any that this it its if be are was just only
`);

/** Verbs that tell no subject where they begin a name: what is got is the subject. */
const VERBS = list('get set is has do make create build');

/** `f64`, `i128`, `u8`: which number a function is for is no subject of a file. */
const NUMBER_TYPE = /^[fiu]\d+$/;

/** `get2` is one more of `get`, and says as little; `utf8` is a word. */
export const isFiller = (word: string): boolean => NUMBER_TYPE.test(word) || FILLERS.has(word.replace(/\d+$/, ''));

/** The words without the verb in front, unless what is left tells nothing. */
export function withoutVerb(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  const tells = rest.length > 0 && !isFiller(rest.at(-1)!);
  return tells && VERBS.has(first!.replace(/\d+$/, '')) ? rest : words;
}
