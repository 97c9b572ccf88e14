/** `HTTPServer_v2` -> `http`, `server`, `v2`: the words of a name, in order, lower case. */
export function wordsOf(name: string): string[] {
  return name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 1 && !/^\d+$/.test(word));
}

/** Joins the forms of a word well enough to compare names: `parses`, `parser`, `parsing` -> `pars`. Never printed. */
export function stemOf(word: string): string {
  const singular = word.replace(/ies$/, 'y');
  return singular.replace(/(ing|ers?|ed|es|ion|s|e)$/, (ending) =>
    singular.length - ending.length >= 3 ? '' : ending,
  );
}

export const snakeCase = (name: string): string => wordsOf(name).join('_');
