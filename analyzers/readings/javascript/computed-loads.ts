import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/** A call that loads modules whose paths its text does not tell. */
export interface ComputedLoad {
  readonly node: Node;
  /** What the path begins with as far as the text tells: `./plugins/`; '' for nothing. */
  readonly prefix: string;
}

const LOADS =
  /^(?:import|require(?:\.resolve)?|import\.meta\.resolve|(?:jest|vi)\.(?:mock|doMock|requireActual|importActual))$/;
const LISTS = /^(?:import\.meta\.glob(?:Eager)?|require\.context)$/;

/** Calls in a script by which it may load modules that nobody can name from its text. */
export function computedLoads(syntax: Syntax): ComputedLoad[] {
  const found: ComputedLoad[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call_expression') continue;
    const called = textOf(syntax, childByField(syntax, node, 'function'));
    if (!LOADS.test(called) && !LISTS.test(called)) continue;
    const [first] = namedChildrenOf(syntax, childByField(syntax, node, 'arguments'));
    if (first === undefined || (LOADS.test(called) && isTold(syntax, first))) continue;
    found.push({ node, prefix: prefixOf(textOf(syntax, first)) });
  }
  return found;
}

const isTold = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, node) === 'string' ||
  (kindOf(syntax, node) === 'template_string' &&
    !namedChildrenOf(syntax, node).some((one) => kindOf(syntax, one) === 'template_substitution'));

/** Up to what is computed, or to the first wildcard. */
const prefixOf = (text: string): string => /^\[?\s*['"`]([^'"`$*?{[]*)/.exec(text)?.[1] ?? '';
