import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { looksAtModule } from './looks-at-module.ts';
import { type ModuleReferences, refersToModule } from './refers-to-module.ts';

/**
 * Whether a file hands the module object on, so that another one may have it under any name: it gives it back (a fixture), keeps it where others
 * see it (a variable of the file, an attribute, a class, a list), or gives it to a function that may do anything.
 * @param references the spellings of the module that are sure to mean it; a module that keeps itself in a variable of its own hands on nothing
 */
export const carriesModule = (syntax: Syntax, references: ModuleReferences): boolean =>
  carriedAt(syntax, references) !== null;

/** The first place where it does. */
export function carriedAt(syntax: Syntax, references: ModuleReferences): Node | null {
  for (let node = 1; node < syntax.size; node++)
    if (/^(identifier|attribute|call|subscript)$/.test(kindOf(syntax, node)) && isCarried(syntax, node, references))
      return node;
  return null;
}

function isCarried(syntax: Syntax, node: Node, references: ModuleReferences): boolean {
  const up = syntax.parent[node]!;
  if (up === -1 || !leadsOut(syntax, node, up)) return false;
  if (references.own && kindOf(syntax, up) === 'assignment') return false;
  return refersToModule(syntax, node, references);
}

function leadsOut(syntax: Syntax, node: Node, up: Node): boolean {
  switch (kindOf(syntax, up)) {
    case 'return_statement':
    case 'yield':
    case 'pair':
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'default_parameter':
      return true;
    case 'assignment':
      return fieldOf(syntax, node) === 'right' && isSeenByOthers(syntax, up);
    case 'keyword_argument':
      return fieldOf(syntax, node) === 'value' && !looks(syntax, syntax.parent[syntax.parent[up]!]!);
    case 'argument_list':
      return !looks(syntax, syntax.parent[up]!);
    default:
      return false;
  }
}

const looks = (syntax: Syntax, call: Node): boolean =>
  kindOf(syntax, call) !== 'call' || looksAtModule(textOf(syntax, childByField(syntax, call, 'function')));

/** A variable of the file or of a class, an attribute, an entry: none of a function's own. */
function isSeenByOthers(syntax: Syntax, assignment: Node): boolean {
  const left = childByField(syntax, assignment, 'left');
  if (left === -1 || kindOf(syntax, left) !== 'identifier') return true;
  for (let up = syntax.parent[assignment]!; up > 0; up = syntax.parent[up]!)
    if (kindOf(syntax, up) === 'function_definition')
      return new RegExp(`^\\s*global\\s[^\\n]*\\b${textOf(syntax, left)}\\b`, 'm').test(textOf(syntax, up));
  return true;
}
