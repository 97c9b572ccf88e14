import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { readsOwnFolder } from './own-folder.ts';
import { type StringReader, type Told, toldStrings } from './told-strings.ts';

/** A call that loads or lists modules whose names its text does not say in one string. */
export interface ComputedLoad {
  readonly node: Node;
  /** `load`: one by a computed name; `list`: all of some package or folder. */
  readonly kind: 'load' | 'list';
  /** What the full names begin with as far as the text tells (`acme.plugins.`), or names as a whole; one that begins with '' may be any. */
  readonly names: readonly Told[];
}

const LOADS = /(?:^|\.)(?:import_module|__import__|resolve_name|find_spec|run_module|import_string)$/;
/** They get a path, which may lead anywhere. */
const LOADS_FILES = /(?:^|\.)(?:load_source|spec_from_file_location|run_path|SourceFileLoader)$/;
const LISTS = /(?:^|\.)(?:iter_modules|walk_packages|find_modules|import_submodules)$/;
const READS_FOLDER = /(?:^|\.)(?:listdir|scandir|glob|iglob|rglob|iterdir|walk)$/;
/** A walk over a tree of Python's own syntax. */
const NO_FOLDER = /^_?ast\.walk$/;
const ANY: readonly Told[] = [{ text: '', isWhole: false }];

/** Calls in a Python file by which it may load modules that nobody can name from its text. */
export function computedLoads(reader: StringReader): ComputedLoad[] {
  const { syntax } = reader;
  const found: ComputedLoad[] = [];
  const isNear = readsOwnFolder(syntax);
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    const called = textOf(syntax, childByField(syntax, node, 'function'));
    const given = namedChildrenOf(syntax, childByField(syntax, node, 'arguments'));
    const [first] = given;
    if (LISTS.test(called)) found.push({ node, kind: 'list', names: listed(reader, first) });
    else if (READS_FOLDER.test(called) && !NO_FOLDER.test(called) && isNear && !asksForOthers(reader, called, given))
      found.push({ node, kind: 'list', names: ANY });
    else if (LOADS_FILES.test(called) && isNear) found.push({ node, kind: 'load', names: ANY });
    else if (LOADS.test(called) && first !== undefined && !isTold(syntax, first))
      found.push({ node, kind: 'load', names: named(reader, first, given) });
  }
  return found;
}

/** A plain string, which readers of names see; or the module itself. */
function isTold(syntax: Syntax, node: Node): boolean {
  if (textOf(syntax, node) === '__name__') return true;
  return (
    kindOf(syntax, node) === 'string' &&
    !namedChildrenOf(syntax, node).some((one) => kindOf(syntax, one) === 'interpolation')
  );
}

/** Full names: relative ones begin at the package that is named beside them. */
function named(reader: StringReader, first: Node, given: readonly Node[]): readonly Told[] {
  return toldStrings(reader, first).flatMap(({ text, isWhole }): readonly Told[] => {
    if (!text.startsWith('.')) return [{ text, isWhole }];
    const dots = /^\.*/.exec(text)![0].length;
    return homesOf(reader, given).map((home): Told => {
      const name = home.isWhole ? absoluteModule(dots, text.slice(dots), home.text) : null;
      return name === null ? { text: '', isWhole: false } : { text: name, isWhole };
    });
  });
}

/** `import_module(name, package)`. */
function homesOf(reader: StringReader, given: readonly Node[]): readonly Told[] {
  const { syntax, name } = reader;
  const keyword = given.find(
    (one) =>
      kindOf(syntax, one) === 'keyword_argument' && textOf(syntax, childByField(syntax, one, 'name')) === 'package',
  );
  const home = keyword === undefined ? given[1] : childByField(syntax, keyword, 'value');
  return home === undefined ? [{ text: name.package, isWhole: true }] : toldStrings(reader, home);
}

const OWN_LIST =
  /^(?:path\s*=\s*)?(?:__path__|\[?\s*(?:os\.)?path\.dirname\(\s*(?:(?:os\.)?path\.(?:abspath|realpath)\(\s*)?__file__\s*\)?\s*\)\s*\]?)$/;

/** The modules of the file's own package, where that is what it lists. */
function listed({ syntax, name }: StringReader, first: Node | undefined): readonly Told[] {
  if (first === undefined || !OWN_LIST.test(textOf(syntax, first))) return ANY;
  const isChanged = /\b__(?:path|file)__\s*(?:[+|]?=(?!=)|\.\s*(?:append|extend|insert))/.test(syntax.text);
  return isChanged || name.package === '' ? ANY : [{ text: `${name.package}.`, isWhole: false }];
}

const ASKS = /(?:^|\.)(?:glob|iglob|rglob)$/;
/** An ending that is written out, and of no file that may be a module. */
const OTHER_FILES = /\.(?!(?:pyi?|py[cdowx]|so)$)[A-Za-z]\w*$/;

/** A pattern for files that are no modules: `*.json`. */
function asksForOthers(reader: StringReader, called: string, given: readonly Node[]): boolean {
  const [first] = given;
  return ASKS.test(called) && first !== undefined && OTHER_FILES.test(endOf(reader, first));
}

/** How a pattern ends, as far as it is written where it is used; '' where it is not. */
function endOf(reader: StringReader, node: Node): string {
  const { syntax } = reader;
  const kind = kindOf(syntax, node);
  const inside = namedChildrenOf(syntax, node);
  if (kind === 'string') return /["']$/.test(textOf(syntax, node)) ? textOf(syntax, node).replace(/["']+$/, '') : '';
  if (kind === 'binary_operator') return endOf(reader, childByField(syntax, node, 'right'));
  if (kind === 'parenthesized_expression') return endOf(reader, inside[0]!);
  if (kind !== 'call' || !/(?:^|\.)(?:join|str|Path)$/.test(textOf(syntax, childByField(syntax, node, 'function'))))
    return '';
  const last = namedChildrenOf(syntax, childByField(syntax, node, 'arguments')).at(-1);
  return last === undefined ? '' : endOf(reader, last);
}
