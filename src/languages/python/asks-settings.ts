/** What looks at a setting of the process without a call that names it, by what the module sets. */
const ASKED: readonly { readonly set: RegExp; readonly asks: RegExp }[] = [
  // Every text of a number, and every number of a text, may be longer than the limit.
  { set: /\bset_int_max_str_digits\b/, asks: /\b(?:int|str|repr|ascii|format|print)\s*\(|\b[fF][rR]?["']|["']\s*%/ },
  { set: /\bsetlocale\b/, asks: /:[^{}"'\n]*n\}|\bformat\s*\([^()]*["'][^"'\n]*n["']\s*\)/ },
  { set: /\breset_tzpath\b/, asks: /\bTZPATH\b/ },
];

/** @param statement a statement at the top of a module that says `module` */
export const asksSettings = (module: string, statement: string): boolean =>
  ASKED.some(({ set, asks }) => set.test(module) && asks.test(statement));
