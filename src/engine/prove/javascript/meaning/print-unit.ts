import { ownerOf } from '../../../../languages/javascript/lexical-names.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { type Family, type Lead, labelOf } from '../declarations/declared-modules.ts';
import { exportedName } from './common-module.ts';
import type { EmittedModule } from './emitted-module.ts';
import { printPattern } from './print-pattern.ts';

/** What the printing of a statement depends on. */
interface Printer {
  readonly family: Family;
  readonly stem: string;
  readonly module: EmittedModule;
  readonly resolve: (name: string) => string;
  /** Offset of a name that leads out of its statement -> that name. */
  readonly outer: ReadonlyMap<number, string>;
  /** Names that the compiler made up -> their number in this statement. */
  readonly temporary: Map<string, number>;
}

/**
 * A statement of emitted JavaScript as one text that is equal for equal code, whichever file it stands in: names of the top are called by what
 * they lead to, in whatever way this file reads them (`alpha`, `core_1.alpha`, `(0, core_1.alpha)`, `exports.alpha`), and names that the
 * compiler has made up by their order. Left out: layout, comments, and how a name is declared or exported.
 * @returns '' for what only declares a name
 */
export function printUnit(
  family: Family,
  stem: string,
  module: EmittedModule,
  resolve: (name: string) => string,
): (statement: Node) => string {
  const { names } = module;
  const outer = new Map<number, string>();
  for (const { name, scope, at } of names.declarations) if (scope === 0) outer.set(at, name);
  for (const reference of names.free)
    if (ownerOf(names.scopes, reference) === 0) outer.set(reference.at, reference.name);
  return (statement) => printTop({ family, stem, module, resolve, outer, temporary: new Map() }, statement);
}

const DECLARATION = /^(lexical|variable)_declaration$/;

function printTop(printer: Printer, node: Node): string {
  const { syntax } = printer.module;
  const kind = kindOf(syntax, node);
  if (kind === 'export_statement') {
    const inner = childrenOf(syntax, node).filter(
      (child) => !/^(export|default|comment|;)$/.test(kindOf(syntax, child)),
    );
    return inner.map((child) => printTop(printer, child)).join(' ');
  }
  const parts = DECLARATION.test(kind) ? declaratorsOf(syntax, node) : childrenOf(syntax, node);
  if (!DECLARATION.test(kind) && kind !== 'expression_statement') return print(printer, node);
  return parts
    .filter((child) => !/^(comment|;)$/.test(kindOf(syntax, child)))
    .map((child) => print(printer, withoutParentheses(syntax, child)))
    .join(' , ');
}

/** `({ a: exports.a } = make());`: a statement cannot begin with a brace. */
function withoutParentheses(syntax: Syntax, node: Node): Node {
  if (kindOf(syntax, node) !== 'parenthesized_expression') return node;
  const inner = kindOf(syntax, node + 2) === 'sequence_expression' ? node + 3 : node + 2;
  const begins = kindOf(syntax, inner) === 'assignment_expression' && kindOf(syntax, inner + 1) === 'object_pattern';
  return begins ? node + 2 : node;
}

/** Without those that only declare: which file declares a name, and where, is no statement that runs. */
const declaratorsOf = (syntax: Syntax, node: Node): Node[] =>
  childrenOf(syntax, node).filter(
    (child) => kindOf(syntax, child) === 'variable_declarator' && childByField(syntax, child, 'value') !== -1,
  );

function print(printer: Printer, node: Node): string {
  const { syntax } = printer.module;
  const kind = kindOf(syntax, node);
  if (kind === 'comment') return '';
  if (kind === 'string') return printString(printer, node);
  if (kind === 'template_string') return printTemplate(printer, node);
  if (/^(regex|jsx_text)$/.test(kind)) return textOf(syntax, node);
  const label = readBy(printer, node) ?? calledBy(printer, node);
  if (label !== null) return kind === 'shorthand_property_identifier' ? `${textOf(syntax, node)} : ${label}` : label;
  const taken = printTaken(printer, node);
  if (taken !== null) return taken;
  if (kind === 'assignment_expression') {
    const again = exportedAgain(printer, node);
    if (again !== -1) return print(printer, again);
  }
  if (syntax.after[node] === node + 1) return textOf(syntax, node);
  return childrenOf(syntax, node)
    .map((child) => print(printer, child))
    .filter((text) => text !== '')
    .join(' ');
}

/** A declaration or an assignment that takes names out of an object. */
function printTaken(printer: Printer, node: Node): string | null {
  const { syntax } = printer.module;
  const [left, right] = FIELDS[kindOf(syntax, node)] ?? [];
  if (left === undefined || right === undefined) return null;
  return printPattern(syntax, childByField(syntax, node, left), childByField(syntax, node, right), {
    print: (inner) => print(printer, inner),
    keep: (inner) => temporary(printer, `pattern ${inner}`),
  });
}

const FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  variable_declarator: ['name', 'value'],
  assignment_expression: ['left', 'right'],
};

/** What a name of the top, or a member of a module, leads to; null for all else. */
function readBy(printer: Printer, node: Node): string | null {
  const { module, outer } = printer;
  const { syntax } = module;
  if (kindOf(syntax, node) === 'member_expression') {
    const object = childByField(syntax, node, 'object');
    if (kindOf(syntax, object) !== 'identifier' || !outer.has(syntax.start[object]!)) return null;
    const property = textOf(syntax, childByField(syntax, node, 'property'));
    if (module.form === 'commonjs' && exportedName(syntax, node) !== null)
      return labelOfOwn(printer, module.exports.get(property) ?? { own: property });
    const lead = module.imports.get(textOf(syntax, object));
    return lead !== undefined && 'module' in lead && lead.name === '*'
      ? labelOfOwn(printer, { module: lead.module, name: property })
      : null;
  }
  if (syntax.after[node] !== node + 1) return null;
  const name = outer.get(syntax.start[node]!);
  if (name === undefined) return null;
  if (module.generated.has(name)) return temporary(printer, name);
  return module.names.scopes[0]!.names.has(name) || module.imports.has(name)
    ? labelOfOwn(printer, { own: name })
    : null;
}

const labelOfOwn = (printer: Printer, lead: Lead): string =>
  'own' in lead && printer.module.generated.has(lead.own)
    ? temporary(printer, lead.own)
    : labelOf(printer.family, printer.stem, lead);

function temporary({ temporary: known }: Printer, name: string): string {
  if (!known.has(name)) known.set(name, known.size);
  return `$made.${known.get(name)}`;
}

/** `(0, core_1.alpha)`: the compiler takes the object away from a call of what is a name in the source. */
function calledBy(printer: Printer, node: Node): string | null {
  const { syntax } = printer.module;
  if (kindOf(syntax, node) !== 'parenthesized_expression' || kindOf(syntax, node + 2) !== 'sequence_expression')
    return null;
  const [zero, comma, member, ...more] = childrenOf(syntax, node + 2);
  if (more.length > 0 || textOf(syntax, zero!) !== '0' || kindOf(syntax, comma!) !== ',') return null;
  return kindOf(syntax, member!) === 'member_expression' ? readBy(printer, member!) : null;
}

/** `K = {}` of `exports.E = K = {}`, and `K` of `exports.K = K`: the name is assigned, and then again for others. */
function exportedAgain({ module }: Printer, node: Node): Node {
  const { syntax } = module;
  if (module.form !== 'commonjs' || exportedName(syntax, childByField(syntax, node, 'left')) === null) return -1;
  const right = childByField(syntax, node, 'right');
  const isOwn = kindOf(syntax, right) === 'identifier' && module.names.scopes[0]!.names.has(textOf(syntax, right));
  return kindOf(syntax, right) === 'assignment_expression' || isOwn ? right : -1;
}

function printString({ module: { syntax }, resolve }: Printer, node: Node): string {
  const list = syntax.parent[node]!;
  const call = syntax.parent[list] ?? -1;
  const text = textOf(syntax, node);
  if (call < 0 || kindOf(syntax, call) !== 'call_expression') return text;
  const called = textOf(syntax, childByField(syntax, call, 'function'));
  return /^(import|require|require\.resolve)$/.test(called) ? `module ${resolve(text.slice(1, -1))}` : text;
}

/** Its characters as they are, and the tokens of what is put in. */
function printTemplate(printer: Printer, template: Node): string {
  const { syntax } = printer.module;
  const parts: string[] = [];
  let from = syntax.start[template]!;
  for (const child of childrenOf(syntax, template)) {
    if (kindOf(syntax, child) !== 'template_substitution') continue;
    parts.push(syntax.text.slice(from, syntax.start[child]!), print(printer, child));
    from = syntax.end[child]!;
  }
  return [...parts, syntax.text.slice(from, syntax.end[template]!)].join('');
}
