import { type Document, isMap, isNode, LineCounter, parseAllDocuments } from 'yaml';
import { RefactorError } from '../../../core/errors.ts';
import { TREE_LANGUAGES, type TreeLanguage } from '../../../languages/tree-language.ts';
import { faultOf } from './check-rule.ts';

/** A rule of ast-grep, as far as a run needs it. */
export interface Rule {
  readonly id: string;
  readonly language: TreeLanguage;
  /** What is searched: `rule`, `constraints`, `utils` and `transform`. */
  readonly search: RuleSearch;
  /** Null: it finds and changes nothing. */
  readonly fix: RuleFix | null;
  readonly message: string;
  /** Globs from the workspace's root; empty: all files. */
  readonly files: readonly string[];
  readonly ignores: readonly string[];
}

export interface RuleSearch {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly constraints?: Readonly<Record<string, unknown>>;
  readonly utils?: Readonly<Record<string, unknown>>;
  readonly transform?: Readonly<Record<string, unknown>>;
}

export interface RuleFix {
  readonly template: string;
  readonly expandStart: RuleExpansion | null;
  readonly expandEnd: RuleExpansion | null;
}

/** A neighbour that goes with the match, such as a comma. `toEnd`: not the next one alone. */
export interface RuleExpansion {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly toEnd: boolean;
}

/** The names and aliases of ast-grep. */
const NAMES: Readonly<Record<string, TreeLanguage>> = {
  rs: 'rust',
  py: 'python',
  ts: 'typescript',
  js: 'javascript',
  jsx: 'javascript',
  ...Object.fromEntries(TREE_LANGUAGES.map((name) => [name, name])),
};

const KEYS = new Set(
  'id language rule constraints utils transform fix message note severity labels files ignores url metadata'.split(' '),
);

/** Where a rule stands, for messages. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * The rules of a file of ast-grep, several parted by `---`; those with `severity: off` are left out. Reads data, executes nothing.
 * Throws RefactorError `rule-not-read` with the line, also for what this program would not do as ast-grep does.
 */
export function readRules(file: string, text: string): Rule[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, merge: true, logLevel: 'silent' });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  if (documents.length === 0) throw notRead({ file, line: 1 }, 'the file is empty');
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error) throw notRead({ file, line: lineOf(error.pos[0]) }, error.message.split('\n')[0]!);
    const place = { file, line: lineOf(document.contents?.range?.[0] ?? 0) };
    if (!isMap(document.contents)) throw notRead(place, 'a rule is a map with id, language and rule');
    const table = document.toJSON() as Readonly<Record<string, unknown>>;
    if (table.severity === 'off') return [];
    const rule = ruleOf(table, place);
    const fault = faultOf(table);
    if (fault === null) return [rule];
    const offset = offsetOf(document, fault.path);
    const line = offset === null ? place.line : lineOf(offset);
    throw notRead({ file, line }, `rule ${rule.id}: ${fault.why}`);
  });
}

/** Where a key is written; null where a merge (`<<`) brings it. */
function offsetOf(document: Document, path: readonly (string | number)[]): number | null {
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(above) ? above.items.find(({ key }) => isNode(key) && key.toJSON() === path.at(-1)) : undefined;
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}

function ruleOf(table: Readonly<Record<string, unknown>>, place: Place): Rule {
  const { id, language: named, rule } = table;
  if (typeof id !== 'string' || id === '') throw notRead(place, 'a rule needs an id');
  const strange = Object.keys(table).find((key) => !KEYS.has(key));
  if (strange !== undefined) throw notRead(place, `rule ${id}: ${strange} is not read by this program`);
  const known = typeof named === 'string' ? NAMES[named.toLowerCase()] : undefined;
  if (known === undefined) throw notRead(place, `rule ${id}: ${String(named)} is none of ${TREE_LANGUAGES.join(', ')}`);
  if (!isTable(rule)) throw notRead(place, `rule ${id} has no rule`);
  const part = (key: 'constraints' | 'utils' | 'transform') => {
    if (table[key] === undefined) return {};
    if (!isTable(table[key])) throw notRead(place, `rule ${id}: ${key} is a map`);
    return { [key]: table[key] };
  };
  const lost = Object.entries(isTable(table.transform) ? table.transform : {}).find(([, one]) => isRewrite(one));
  if (lost) throw notRead(place, `rule ${id}: ${lost[0]} is made by rewrite, which is not run here`);
  return {
    id,
    language: known,
    search: { rule, ...part('constraints'), ...part('utils'), ...part('transform') },
    fix: fixOf(table.fix, (why) => notRead(place, `rule ${id}: ${why}`)),
    message: typeof table.message === 'string' ? table.message : id,
    files: globs(table.files),
    ignores: globs(table.ignores),
  };
}

function fixOf(fix: unknown, refused: (why: string) => RefactorError): RuleFix | null {
  if (fix === undefined || fix === null) return null;
  if (typeof fix === 'string') return { template: fix, expandStart: null, expandEnd: null };
  if (!isTable(fix) || typeof fix.template !== 'string') throw refused('a fix is a text or has a template');
  const expansion = (value: unknown): RuleExpansion | null => {
    if (value === undefined) return null;
    if (!isTable(value)) throw refused('what a fix expands to is a rule');
    const { stopBy = 'neighbor', ...rule } = value;
    if (stopBy !== 'neighbor' && stopBy !== 'end') throw refused('an expansion stops by neighbor or end');
    return { rule, toEnd: stopBy === 'end' };
  };
  return { template: fix.template, expandStart: expansion(fix.expandStart), expandEnd: expansion(fix.expandEnd) };
}

/** ast-grep's addon takes it without a word and gives an empty text, so that what was matched would be deleted. */
const isRewrite = (one: unknown): boolean =>
  isTable(one) ? one.rewrite !== undefined : typeof one === 'string' && /^\s*rewrite\b/.test(one);

const globs = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notRead = ({ file, line }: Place, why: string): RefactorError =>
  new RefactorError({
    code: 'rule-not-read',
    what: `${file}:${line} is not a rule that can be run`,
    why,
    whatToDo: 'Write it as ast-grep documents its rules; `language` is rust, python, typescript, tsx or javascript.',
  });
