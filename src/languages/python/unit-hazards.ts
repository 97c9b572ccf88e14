import type { HazardId } from '../../core/hazards/index.ts';
import type { Hazard } from '../../core/unit.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { aliasName } from './alias-name.ts';
import { assignedNode, decoratorsOf, isInert } from './describe-statement.ts';
import { PURE_DECORATOR } from './known-decorators.ts';

const hazard = (syntax: Syntax, node: Node, id: HazardId, why: string): Hazard => ({
  id,
  start: syntax.start[node]!,
  end: syntax.end[node]!,
  why,
});

const WHY_KIND: Readonly<Record<string, readonly [HazardId, string]>> = {
  main: ['H29', 'runs only when the file is the program'],
  'type-checking': ['H8', 'exists for type checkers only'],
  'future-import': ['H9', 'changes how the whole file is compiled and has to stand first in every part'],
  docstring: ['H35', 'is the __doc__ of the module'],
};

const EFFECT_KINDS = new Set(['expr', 'for', 'while', 'with', 'assert', 'raise', 'match', 'error']);

/** Hazards that show in the statement itself; those that need other units (H11, H30's twins) are added by the outline. */
export function unitHazards(syntax: Syntax, node: Node, kind: string, binds: boolean): Hazard[] {
  const found: Hazard[] = [];
  const known = WHY_KIND[kind];
  if (known) found.push(hazard(syntax, node, known[0], known[1]));
  if (EFFECT_KINDS.has(kind) && !isInert(syntax, node))
    found.push(hazard(syntax, node, 'H4', 'is executed while the module is imported'));
  if ((kind === 'if' || kind === 'try') && binds)
    found.push(hazard(syntax, node, 'H7', 'binds names on some paths only'));
  if (kind === 'del') found.push(hazard(syntax, node, 'H24', 'takes a name out of the namespace of the module'));
  if (kind === 'if' || kind === 'try') found.push(...nestedEffects(syntax, node));
  found.push(...assignmentHazards(syntax, node), ...decoratorHazards(syntax, node));
  for (let inner = node; inner < syntax.after[node]!; inner++) {
    const one = nodeHazard(syntax, inner);
    if (one) found.push(one);
  }
  return found;
}

function nestedEffects(syntax: Syntax, statement: Node): Hazard[] {
  for (let node = statement + 1; node < syntax.after[statement]!; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'function_definition' || kind === 'class_definition') node = syntax.after[node]! - 1;
    else if (/^(for|while|with|delete)_statement$/.test(kind))
      return [hazard(syntax, node, 'H4', 'is executed while the module is imported')];
    else if (kind === 'expression_statement') {
      const found = assignmentHazards(syntax, node);
      if (found.length > 0) return found;
      if (childByKind(syntax, node, 'call') !== -1)
        return [hazard(syntax, node, 'H4', 'is executed while the module is imported')];
    }
  }
  return [];
}

const LIVE = /^(__version__|__author__|__license__|__copyright__|__email__|__date__|__doc__|__title__)$/;

function assignmentHazards(syntax: Syntax, statement: Node): Hazard[] {
  const assignment = assignedNode(syntax, statement);
  if (assignment === -1) {
    const disguised = kindOf(syntax, statement) === 'type_alias_statement' && aliasName(syntax, statement) === -1;
    return disguised ? [hazard(syntax, statement, 'H4', 'changes an object while the module is imported')] : [];
  }
  const left = childByField(syntax, assignment, 'left');
  if (left === -1) return [];
  const kind = kindOf(syntax, left);
  if (kind === 'attribute' || kind === 'subscript')
    return [hazard(syntax, left, 'H4', `changes ${textOf(syntax, left)} while the module is imported`)];
  if (kind !== 'identifier') return [];
  const name = textOf(syntax, left);
  if (name === '__all__') return [hazard(syntax, left, 'H24', 'says what a star import gives')];
  if (name === '__name__') return [hazard(syntax, left, 'H17', 'says which module what stands below it is of')];
  if (LIVE.test(name)) return [hazard(syntax, left, 'H35', `${name} is read from the text of the file by build tools`)];
  if (name === '__class__') return [hazard(syntax, left, 'H21', 'changes how the module object behaves')];
  const right = childByField(syntax, assignment, 'right');
  if (right !== -1 && /^(list|dictionary|set)(_comprehension)?$/.test(kindOf(syntax, right)))
    return [hazard(syntax, left, 'H12', `${name} is mutable and must have one owner`)];
  return [];
}

function decoratorHazards(syntax: Syntax, statement: Node): Hazard[] {
  const found: Hazard[] = [];
  for (const decorator of decoratorsOf(syntax, statement)) {
    const text = textOf(syntax, decorator).slice(1).trim();
    if (/^(\w+\.)*overload$/.test(text) || /\.(setter|getter|deleter|register)\b/.test(text))
      found.push(hazard(syntax, decorator, 'H30', 'several definitions make one name'));
    else if (!PURE_DECORATOR.test(text))
      found.push(hazard(syntax, decorator, 'H5', `@${text.split(/[(\n]/)[0]!} may register what it decorates`));
  }
  return found;
}

const MODULE_NAMES: Readonly<Record<string, readonly [HazardId, string]>> = {
  __name__: ['H18', '__name__ is the name of the module that it stands in'],
  __file__: ['H20', '__file__ is the path of the module that it stands in'],
  __path__: ['H20', '__path__ exists in packages only'],
  __spec__: ['H20', '__spec__ is of the module that it stands in'],
  __package__: ['H20', '__package__ is of the module that it stands in'],
  __annotations__: ['H82', '__annotations__ is of the module that it stands in'],
};

const RUNTIME_CLASSES =
  /^(\w+\.)?(namedtuple|NamedTuple|TypedDict|NewType|TypeVar|ParamSpec|TypeVarTuple|Enum|IntEnum|make_dataclass)$/;

function nodeHazard(syntax: Syntax, node: Node): Hazard | null {
  const kind = kindOf(syntax, node);
  if (kind === 'identifier') {
    const name = textOf(syntax, node);
    const known = Object.hasOwn(MODULE_NAMES, name) ? MODULE_NAMES[name] : undefined;
    return known ? hazard(syntax, node, known[0], known[1]) : null;
  }
  if (kind === 'wildcard_import')
    return hazard(syntax, syntax.parent[node]!, 'H6', 'imports names that the text does not tell');
  if (kind === 'relative_import')
    return hazard(syntax, node, 'H1', 'is relative: its dots depend on where the file lies');
  if (kind === 'ERROR') return hazard(syntax, node, 'H37', 'is not understood');
  if (kind === 'subscript' && /^sys\s*\.\s*modules\s*\[\s*__name__/.test(textOf(syntax, node)))
    return hazard(syntax, node, 'H19', 'asks for the module object itself');
  if (kind === 'call') return callHazard(syntax, node);
  if (
    kind === 'function_definition' &&
    syntax.parent[node] === 0 &&
    /^__(getattr|dir)__$/.test(textOf(syntax, childByField(syntax, node, 'name')))
  )
    return hazard(syntax, childByField(syntax, node, 'name'), 'H21', 'changes how the module object behaves');
  return null;
}

function callHazard(syntax: Syntax, call: Node): Hazard | null {
  const callee = childByField(syntax, call, 'function');
  if (callee === -1) return null;
  const name =
    kindOf(syntax, callee) === 'identifier' || syntax.end[callee]! - syntax.start[callee]! < 80
      ? textOf(syntax, callee)
      : '';
  if (name === 'globals') return hazard(syntax, call, 'H19', 'reads the namespace of the module');
  if (name === 'vars' || name === 'locals' || name === 'dir') {
    const list = childByField(syntax, call, 'arguments');
    const empty = list !== -1 && /^\(\s*\)$/.test(textOf(syntax, list));
    return empty ? hazard(syntax, call, 'H19', 'asks for the namespace that it stands in') : null;
  }
  if (name === 'exec' || name === 'eval')
    return hazard(syntax, call, 'H19', 'runs code in the namespace that it stands in');
  if (name === '__import__') return hazard(syntax, call, 'H19', 'imports by a computed name');
  if (/^(pkgutil\.get_data|(importlib\.)?resources\.(files|open_\w+|read_\w+|path))$/.test(name))
    return hazard(syntax, call, 'H20', 'finds files by the place of a package');
  return RUNTIME_CLASSES.test(name) ? hazard(syntax, call, 'H23', 'asks its caller for the name of the module') : null;
}
