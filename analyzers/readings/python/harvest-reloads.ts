import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import {
  childByField,
  childrenOf,
  fieldOf,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleAliases } from './module-aliases.ts';
import { type Reloaders, reloadersIn } from './reloaders.ts';
import { nameOf, type Source } from './source.ts';

/** A place of the workspace that has the module run again. */
export interface ReloadSite {
  readonly path: string;
  readonly line: number;
}

const ASKED =
  /\breload|\bmodules\b|\b(?:import_fresh_module|CleanImport|exec_module|load_module|run_module|unload|forget)\b/;

/**
 * `importlib.reload(m)`, `del sys.modules["m"]` and their like in any Python file of the workspace, in path order. A file that refers to the
 * module and reloads what its text does not tell may reload it: told too often, the parts are only made ready for it.
 */
export function harvestReloads(view: View, { name: { dotted } }: Pick<Source, 'name'>): ReloadSite[] {
  const [last, top] = [dotted.slice(dotted.lastIndexOf('.') + 1), dotted.split('.')[0]!];
  const mentions = new RegExp(`\\b(?:${last}|${top}|__name__)\\b`);
  const sites: ReloadSite[] = [];
  for (const { path, state } of view.files) {
    if (state !== 'text' || !path.endsWith('.py')) continue;
    const text = view.text(path);
    if (!ASKED.test(text) || !mentions.test(text)) continue;
    const lines = sitesIn(asking(view, path, dotted, new RegExp(`\\b${last}\\b`).test(text)));
    sites.push(...lines.map((line) => ({ path, line })));
  }
  return sites;
}

/** How a file refers to the module, and by what it has modules run again. */
interface Asking {
  readonly syntax: Syntax;
  readonly aliases: ReadonlySet<string>;
  readonly quoted: ReadonlySet<string>;
  readonly dotted: string;
  /** Names that imports of the file bind to something else. */
  readonly others: ReadonlySet<string>;
  readonly by: Reloaders;
  /** The module's own name stands in the text, so that what is not told may be it. */
  readonly references: boolean;
  /** A string begins with the name of the top package. */
  readonly family: boolean;
}

function asking(view: View, path: string, dotted: string, references: boolean): Asking {
  const syntax = view.syntax(path);
  const name = nameOf(view, path);
  const itself = name.dotted === dotted ? ['__name__', 'sys.modules[__name__]'] : [];
  const aliases = new Set([...moduleAliases(syntax, dotted, name.package), ...itself]);
  const quoted = new Set([`"${dotted}"`, `'${dotted}'`, ...itself, ...[...aliases].map((one) => `${one}.__name__`)]);
  const bound = readImports(syntax).flatMap(({ names }) =>
    names.map(({ name: one, alias }) => alias ?? one.split('.')[0]!),
  );
  const others = new Set(bound.filter((one) => !aliases.has(one)));
  const family = new RegExp(`["']${dotted.split('.')[0]!}[."']`).test(syntax.text);
  return { syntax, aliases, quoted, dotted, others, by: reloadersIn(syntax), references, family };
}

function sitesIn(asked: Asking): number[] {
  const { syntax } = asked;
  const starts = lineStartsOf(syntax.text);
  const lines: number[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (runsAgain(asked, node)) lines.push(lineAt(starts, syntax.start[node]!));
  return lines;
}

function runsAgain(asked: Asking, node: Node): boolean {
  const { syntax, by, references } = asked;
  switch (kindOf(syntax, node)) {
    case 'delete_statement':
      for (let inner = node + 1; inner < syntax.after[node]!; inner++)
        if (kindOf(syntax, inner) === 'subscript' && isEntry(asked, inner)) return true;
      return false;
    case 'call':
      return calledAgain(asked, node);
    case 'string_content':
      return /\breload\w*\s*\(/.test(textOf(syntax, node)) && referencesIn(asked, textOf(syntax, node));
    case 'identifier':
    case 'attribute':
      return references && by.calls.has(textOf(syntax, node)) && isHandedOn(syntax, node);
    default:
      return false;
  }
}

const referencesIn = ({ aliases, dotted }: Asking, text: string): boolean =>
  text.includes(dotted) || [...aliases].some((alias) => text.includes(alias));

/** Calls by which a module is made once more, whatever was made of it before. */
const AFRESH = /(^|\.)(import_fresh_module|CleanImport|unload|forget|load_module|run_module)$/;

function calledAgain(asked: Asking, call: Node): boolean {
  const { syntax, by, quoted } = asked;
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  const given = argumentsOf(syntax, call);
  if (by.calls.has(callee) || /(^|\.)reload(_module)?$/.test(callee)) return isModule(asked, callee, given[0]);
  if (AFRESH.test(callee))
    return given.some((one) => quoted.has(one)) || (asked.references && isUntold(asked, given[0]));
  if (/(^|\.)exec_module$/.test(callee)) return speaksAnywhere(asked);
  if (/\.(pop|__delitem__)$/.test(callee))
    return by.tables.has(callee.replace(/\.\w+$/, '')) && isKey(asked, given[0] ?? '');
  if (/\.(clear|popitem)$/.test(callee)) return by.tables.has(callee.replace(/\.\w+$/, ''));
  if (/(^|\.)delitem$/.test(callee)) return by.tables.has(given[0] ?? '') && isKey(asked, given[1] ?? '');
  // What mock.patch.dict puts back leaves out all that was imported meanwhile.
  return /(^|\.)patch\.dict$/.test(callee) && isTable(by, given[0] ?? '') && asked.references;
}

const isTable = ({ tables }: Reloaders, text: string): boolean =>
  tables.has(text) || /^["']sys\.modules["']$/.test(text);

/** A file that loads modules by specifications names this one, or its file. */
const speaksAnywhere = ({ syntax, dotted, quoted }: Asking): boolean =>
  [...quoted].some((one) => syntax.text.includes(one)) ||
  syntax.text.includes(`${dotted.slice(dotted.lastIndexOf('.') + 1)}.py`);

/** The module by its spellings; by a name that the text does not tell, where it is Python's own reload. */
const isModule = (asked: Asking, callee: string, given: string | undefined): boolean =>
  given !== undefined &&
  (asked.aliases.has(given) ||
    asked.quoted.has(given) ||
    (asked.references && asked.by.calls.has(callee) && isUntold(asked, given)));

/** No literal, and no name of something else that the file imports. */
const isUntold = ({ others }: Asking, given: string | undefined): boolean =>
  given !== undefined && !/^[rRuUbB]?["'][^{]*["']$/.test(given) && !others.has(given.split('.')[0]!);

/** The module's key, or one that is not told in a file that spells names of the module's family by strings. */
const isKey = (asked: Asking, key: string): boolean =>
  asked.quoted.has(key) || (asked.family && isUntold(asked, key) && key !== '__name__');

const isEntry = (asked: Asking, node: Node): boolean =>
  asked.by.tables.has(textOf(asked.syntax, childByField(asked.syntax, node, 'value'))) &&
  isKey(asked, textOf(asked.syntax, childByField(asked.syntax, node, 'subscript')));

/** `map(importlib.reload, modules)`: it is neither called here, nor kept under a name that is known. */
function isHandedOn(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  return (
    /^(argument_list|keyword_argument|list|tuple|pair|return_statement|default_parameter|typed_default_parameter|expression_list|conditional_expression|boolean_operator)$/.test(
      kindOf(syntax, up),
    ) && fieldOf(syntax, node) !== 'name'
  );
}

function argumentsOf(syntax: Syntax, call: Node): string[] {
  const list = childByField(syntax, call, 'arguments');
  return list === -1
    ? []
    : childrenOf(syntax, list)
        .filter((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)))
        .map((child) => textOf(syntax, child).replace(/^(?:module|name)\s*=\s*/, ''));
}
