import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/** A call that loads or lists modules whose names its text does not tell. */
export interface ComputedLoad {
  readonly node: Node;
  /** `load`: one by a computed name; `list`: all of some package or folder. */
  readonly kind: 'load' | 'list';
  /** What the name begins with as far as the text tells: `acme.plugins.`, `.`; '' for nothing. */
  readonly prefix: string;
}

const LOADS = /(?:^|\.)(?:import_module|__import__|resolve_name|find_spec|run_module|import_string|load_source)$/;
const LISTS = /(?:^|\.)(?:iter_modules|walk_packages|find_modules|import_submodules)$/;
const READS_FOLDER = /(?:^|\.)(?:listdir|scandir|glob|iglob|rglob|iterdir|walk)$/;
const OWN_FOLDER = /\b__file__\b|\b__path__\b|\bfiles\(/;

/** Calls in a Python file by which it may load modules that nobody can name from its text. */
export function computedLoads(syntax: Syntax): ComputedLoad[] {
  const found: ComputedLoad[] = [];
  const readsOwnFolder = OWN_FOLDER.test(syntax.text);
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    const called = textOf(syntax, childByField(syntax, node, 'function'));
    const [first] = namedChildrenOf(syntax, childByField(syntax, node, 'arguments'));
    if (LISTS.test(called) || (READS_FOLDER.test(called) && readsOwnFolder))
      found.push({ node, kind: 'list', prefix: '' });
    else if (LOADS.test(called) && first !== undefined && !isTold(syntax, first))
      found.push({ node, kind: 'load', prefix: prefixOf(textOf(syntax, first)) });
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

const prefixOf = (text: string): string => /^[fFrRuUbB]*(?:"""|'''|["'])([\w.]*)/.exec(text)?.[1] ?? '';
