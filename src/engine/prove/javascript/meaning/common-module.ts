import type { LexicalNames } from '../../../../languages/javascript/lexical-names.ts';
import { statementsOf } from '../../../../languages/javascript/statements-of.ts';
import {
  childByField,
  childrenOf,
  isNamed,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../../../languages/syntax.ts';
import type { Lead } from '../declarations/declared-modules.ts';

interface Draft {
  readonly syntax: Syntax;
  readonly resolve: (name: string) => string;
  readonly imports: Map<string, Lead>;
  readonly exports: Map<string, Lead>;
  readonly stars: string[];
  readonly requests: string[];
  readonly statements: Node[];
}

/** Reads a CommonJS module as the compiler writes it: what it requires and what it assigns to `exports` are no statements of their own. */
export function readCommonModule(syntax: Syntax, names: LexicalNames, resolve: (name: string) => string) {
  const draft: Draft = {
    syntax,
    resolve,
    imports: new Map(),
    exports: new Map(),
    stars: [],
    requests: [],
    statements: [],
  };
  for (const node of statementsOf(syntax)) if (!readRequire(draft, node) && !readExport(draft, node)) keep(draft, node);
  return { ...draft, names };
}

/** What stays a statement may export what it makes: `exports.a = 1`, `exports.K = K = __decorate(…)`. */
function keep({ syntax, exports, statements }: Draft, node: Node): void {
  statements.push(node);
  for (let inner = node; inner < syntax.after[node]!; inner++) {
    if (kindOf(syntax, inner) !== 'assignment_expression') continue;
    const name = exportedName(syntax, childByField(syntax, inner, 'left'));
    const right = childByField(syntax, inner, 'right');
    if (name !== null && !exports.has(name)) exports.set(name, { own: assignedName(syntax, right) ?? name });
  }
}

/** `K` of `exports.E = K = {}`. */
function assignedName(syntax: Syntax, node: Node): string | null {
  if (kindOf(syntax, node) !== 'assignment_expression') return null;
  const left = childByField(syntax, node, 'left');
  return kindOf(syntax, left) === 'identifier'
    ? textOf(syntax, left)
    : assignedName(syntax, childByField(syntax, node, 'right'));
}

/** `const a_1 = require("./a")`, with or without a helper around it, and `require("./a")` by itself. */
function readRequire({ syntax, resolve, imports, requests }: Draft, node: Node): boolean {
  if (kindOf(syntax, node) === 'expression_statement') {
    const from = requiredBy(syntax, node + 1);
    if (from !== null) requests.push(resolve(from));
    return from !== null;
  }
  if (!/^(lexical|variable)_declaration$/.test(kindOf(syntax, node))) return false;
  const declarators = childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'variable_declarator');
  const [one] = declarators;
  if (one === undefined || declarators.length > 1) return false;
  const name = childByField(syntax, one, 'name');
  const value = childByField(syntax, one, 'value');
  const from = value === -1 ? null : (requiredBy(syntax, value) ?? requiredBy(syntax, helped(syntax, value)));
  if (from === null || kindOf(syntax, name) !== 'identifier') return false;
  imports.set(textOf(syntax, name), { module: resolve(from), name: '*' });
  requests.push(resolve(from));
  return true;
}

/** The argument of `__importStar(…)`, `__importDefault(…)` and, where helpers are imported, `tslib_1.__importStar(…)`. */
function helped(syntax: Syntax, call: Node): Node {
  if (kindOf(syntax, call) !== 'call_expression') return -1;
  const called = textOf(syntax, childByField(syntax, call, 'function'));
  if (!/(^|\.)__(importStar|importDefault|exportStar)$/.test(called)) return -1;
  return childrenOf(syntax, childByField(syntax, call, 'arguments')).find((child) => isNamed(syntax, child)) ?? -1;
}

function requiredBy(syntax: Syntax, call: Node): string | null {
  if (call === -1 || kindOf(syntax, call) !== 'call_expression') return null;
  if (textOf(syntax, childByField(syntax, call, 'function')) !== 'require') return null;
  const [first] = childrenOf(syntax, childByField(syntax, call, 'arguments')).filter((child) => isNamed(syntax, child));
  return first !== undefined && kindOf(syntax, first) === 'string' ? textOf(syntax, first).slice(1, -1) : null;
}

function readExport(draft: Draft, node: Node): boolean {
  const { syntax } = draft;
  if (kindOf(syntax, node) !== 'expression_statement') return false;
  const inner = node + 1;
  if (kindOf(syntax, inner) === 'assignment_expression') return readAssigned(draft, inner);
  return kindOf(syntax, inner) === 'call_expression' && (readDefined(draft, inner) || readStar(draft, inner));
}

/** `exports.a = exports.b = void 0` announces names; `exports.a = a` and `exports.a = b_1.a` say what one is. */
function readAssigned({ syntax, imports, exports }: Draft, node: Node): boolean {
  const name = exportedName(syntax, childByField(syntax, node, 'left'));
  if (name === null) return false;
  let right = childByField(syntax, node, 'right');
  while (
    kindOf(syntax, right) === 'assignment_expression' &&
    exportedName(syntax, childByField(syntax, right, 'left')) !== null
  )
    right = childByField(syntax, right, 'right');
  if (textOf(syntax, right) === 'void 0') return true;
  const lead = leadOf(syntax, imports, right);
  if (lead !== null) exports.set(name, lead);
  return lead !== null;
}

/** `Object.defineProperty(exports, "a", { enumerable: true, get: function () { return b_1.a; } })`. */
function readDefined({ syntax, imports, exports }: Draft, call: Node): boolean {
  const found =
    /^Object\.defineProperty\(exports, "([^"]+)", \{ (?:value: true|enumerable: true, get: function \(\) \{ return )/.exec(
      textOf(syntax, call),
    );
  if (!found) return false;
  for (let inner = call; inner < syntax.after[call]!; inner++) {
    if (kindOf(syntax, inner) !== 'return_statement') continue;
    const [value] = childrenOf(syntax, inner).filter((child) => isNamed(syntax, child));
    const lead = value === undefined ? null : leadOf(syntax, imports, value);
    if (lead !== null) exports.set(found[1]!, lead);
    return lead !== null;
  }
  return found[1] === '__esModule';
}

function readStar({ syntax, resolve, stars, requests }: Draft, call: Node): boolean {
  const from = requiredBy(syntax, helped(syntax, call));
  if (from === null) return false;
  stars.push(resolve(from));
  requests.push(resolve(from));
  return true;
}

function leadOf(syntax: Syntax, imports: ReadonlyMap<string, Lead>, node: Node): Lead | null {
  if (kindOf(syntax, node) === 'identifier') return imports.get(textOf(syntax, node)) ?? { own: textOf(syntax, node) };
  if (kindOf(syntax, node) !== 'member_expression') return null;
  const lead = imports.get(textOf(syntax, childByField(syntax, node, 'object')));
  if (lead === undefined || !('module' in lead)) return null;
  return { module: lead.module, name: textOf(syntax, childByField(syntax, node, 'property')) };
}

/** `a` of `exports.a`. */
export function exportedName(syntax: Syntax, node: Node): string | null {
  if (node === -1 || kindOf(syntax, node) !== 'member_expression') return null;
  const object = childByField(syntax, node, 'object');
  return textOf(syntax, object) === 'exports' ? textOf(syntax, childByField(syntax, node, 'property')) : null;
}
