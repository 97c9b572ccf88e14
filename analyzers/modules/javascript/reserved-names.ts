/** Words of JavaScript and TypeScript, and the name of a folder's own file: no part may be called so. */
export const JAVASCRIPT_NAMES: readonly string[] = `
  break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import
  in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined
  var void while with yield index`
  .trim()
  .split(/\s+/);
