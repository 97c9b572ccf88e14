type Table = Readonly<Record<string, unknown>>;

/** What is wrong with a rule, and the keys that lead there. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly why: string;
}

const RELATIONS = ['inside', 'has', 'precedes', 'follows'];
const OF_RULE = ['pattern', 'kind', 'regex', 'nthChild', 'range', ...RELATIONS, 'all', 'any', 'not', 'matches'];

/**
 * The first key of a rule, or of what belongs to it, that ast-grep does not know, and the first variable that nothing binds. Its addon says
 * nothing of either, or fails at every file; its command refuses both.
 * @param table with `rule`, `constraints`, `utils`, `transform` and `fix`
 */
export const faultOf = (table: Table): Fault | null => strangeKey(table) ?? unboundVariable(table);

function strangeKey(table: Table): Fault | null {
  const named = ['constraints', 'utils'].flatMap((part) =>
    entriesOf(table[part]).map(([name, rule]) => inRule(rule, [part, name], [])),
  );
  return [inRule(table.rule, ['rule'], []), ...named].find((fault) => fault !== null) ?? null;
}

function inRule(rule: unknown, path: Fault['path'], more: readonly string[]): Fault | null {
  if (!isTable(rule)) return null;
  const known = [...OF_RULE, ...more];
  for (const [key, value] of Object.entries(rule)) {
    const at = [...path, key];
    if (!known.includes(key)) return { path: at, why: `${key} is none of ${known.join(', ')}` };
    const found = inside(key, value, at);
    if (found !== null) return found;
  }
  return null;
}

function inside(key: string, value: unknown, at: Fault['path']): Fault | null {
  if (key === 'all' || key === 'any')
    return (Array.isArray(value) ? value : []).map((one, i) => inRule(one, [...at, i], [])).find((one) => one) ?? null;
  if (key === 'not') return inRule(value, at, []);
  if (RELATIONS.includes(key)) return inRule(value, at, ['stopBy', 'field']);
  return null;
}

/** `$A` for one that is bound as `$$$A`, and the other way round, is unbound too: ast-grep writes nothing there. */
function unboundVariable({ rule, constraints, utils, transform, fix }: Table): Fault | null {
  const bound = new Set([rule, constraints, utils].flatMap(patternVariables));
  const made = entriesOf(transform).map(([name]) => `$${name}`);
  for (const [name, one] of entriesOf(transform)) {
    const lost = sourceOf(one).find((variable) => !bound.has(variable) && !made.includes(variable));
    if (lost !== undefined)
      return { path: ['transform', name], why: `nothing binds ${lost}, which ${name} is made of` };
  }
  const template = isTable(fix) ? fix.template : fix;
  const lost = variables(template).find((variable) => !bound.has(variable) && !made.includes(variable));
  return lost === undefined ? null : { path: ['fix'], why: `nothing binds ${lost}, which its fix names` };
}

/** Of all patterns below a rule, `$A` or `$$$A`; those that begin with an underscore bind nothing. */
function patternVariables(rule: unknown): string[] {
  if (Array.isArray(rule)) return rule.flatMap(patternVariables);
  return entriesOf(rule).flatMap(([key, value]) => {
    if (key !== 'pattern') return patternVariables(value);
    const names = variables(isTable(value) ? value.context : value);
    return names.filter((name) => !/^\$+_/.test(name));
  });
}

function sourceOf(transform: unknown): string[] {
  if (typeof transform === 'string') return variables(/^\s*\w+\(([^,]*)/.exec(transform)?.[1]);
  return entriesOf(transform).flatMap(([, how]) => (isTable(how) ? variables(how.source) : []));
}

const variables = (text: unknown): string[] =>
  typeof text === 'string'
    ? [...text.matchAll(/(\$\$)?\$([A-Z_][A-Z0-9_]*)/g)].map(([, many = '', name]) => `${many}$${name}`)
    : [];

const entriesOf = (value: unknown): [string, unknown][] => (isTable(value) ? Object.entries(value) : []);

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
