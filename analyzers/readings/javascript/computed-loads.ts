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
  /** It loads all that there is, and tells their paths. */
  readonly lists: boolean;
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
    found.push({
      node,
      prefix: prefixOf(textOf(syntax, constantOf(syntax, first) ?? first)),
      lists: LISTS.test(called),
    });
  }
  return found;
}

const isTold = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, node) === 'string' ||
  (kindOf(syntax, node) === 'template_string' &&
    !namedChildrenOf(syntax, node).some((one) => kindOf(syntax, one) === 'template_substitution'));

const BINDERS =
  /parameter|pattern|^(?:assignment_expression|augmented_assignment_expression|update_expression|function_|generator_|class|import_|namespace_import|catch_clause|arrow_function|enum_|for_in_statement)/;

/** The string of `const worker = 'cloudflare:workers'`, where nothing else of the file binds that name; null where it is none. */
function constantOf(syntax: Syntax, node: Node): Node | null {
  if (kindOf(syntax, node) !== 'identifier') return null;
  const name = textOf(syntax, node);
  const made: Node[] = [];
  for (let one = 0; one < syntax.size; one++) {
    if (!/identifier/.test(kindOf(syntax, one)) || textOf(syntax, one) !== name) continue;
    const up = syntax.parent[one]!;
    if (kindOf(syntax, one) === 'shorthand_property_identifier_pattern' || BINDERS.test(kindOf(syntax, up)))
      return null;
    if (kindOf(syntax, up) !== 'variable_declarator' || childByField(syntax, up, 'name') !== one) continue;
    const value = childByField(syntax, up, 'value');
    if (!/^const\b/.test(textOf(syntax, syntax.parent[up]!)) || value <= 0 || !isTold(syntax, value)) return null;
    made.push(value);
  }
  return made.length === 1 ? made[0]! : null;
}

/** Up to what is computed, or to the first wildcard. */
const prefixOf = (text: string): string => /^\[?\s*['"`]([^'"`$*?{[]*)/.exec(text)?.[1] ?? '';
