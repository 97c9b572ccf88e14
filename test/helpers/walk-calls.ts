import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parse } from '@babel/parser';
import { PROJECT } from './read-imports.ts';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const isFunction = ({ type }: Node): boolean => type === 'ArrowFunctionExpression' || type === 'FunctionExpression';

/** What is run where it stands: a function that is kept in a field or a variable is run where it is called. */
const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, child]) =>
    key === 'loc' || (/^(?:value|init|body)$/.test(key) && isNode(child) && isFunction(child))
      ? []
      : (Array.isArray(child) ? child : [child]).filter(isNode),
  );

interface Module {
  /** Functions by name: declarations, and constants that hold one. */
  readonly functions: ReadonlyMap<string, Node>;
  /** Imported values of the project: the file and the name there, by the name here. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

/** A function that the walk came to. */
export interface Step {
  readonly file: string;
  readonly name: string;
}

export interface Walk {
  readonly start: Step;
  /** Types that carry what is followed: a call is followed where the function takes one of them. */
  readonly carriers: readonly string[];
  /** Functions behind a field of an interface, by `object.field` as it is called. */
  readonly behind: Readonly<Record<string, Step>>;
}

/** The functions that are handed a carrier, in the order of the text, each where it is called first. */
export function walkCalls({ start, carriers, behind }: Walk): Step[] {
  const taken: Step[] = [];
  const known = new Set<string>();
  const enter = (step: Step): void => {
    const key = `${step.file}#${step.name}`;
    const found = moduleOf(step.file).functions.get(step.name);
    if (!found || known.has(key)) return;
    taken.push(step);
    known.add(key);
    visitAll(childrenOf(found), step.file);
  };
  const visitAll = (nodes: readonly Node[], file: string): void => {
    for (const node of nodes) visit(node, file);
  };
  const visit = (node: Node, file: string): void => {
    if (node.type !== 'CallExpression') {
      visitAll(childrenOf(node), file);
      return;
    }
    const [callee, given] = [node.callee as Node, node.arguments as Node[]];
    visitAll([callee, ...given.filter((one) => !isFunction(one))], file);
    const step = calleeOf(callee, file, behind);
    if (step && takesOne(step, carriers, behind)) enter(step);
    // What is handed over is called by the function that it is handed to.
    visitAll(given.filter(isFunction).flatMap(childrenOf), file);
  };
  enter(start);
  return taken;
}

function takesOne(step: Step, carriers: Walk['carriers'], behind: Walk['behind']): boolean {
  const found = moduleOf(step.file).functions.get(step.name);
  return (
    found !== undefined &&
    (Object.values(behind).includes(step) || namesIn(found.params).some((type) => carriers.includes(type)))
  );
}

function calleeOf(callee: Node, file: string, behind: Walk['behind']): Step | null {
  if (callee.type === 'Identifier') return resolve(callee.name as string, file);
  if (!/MemberExpression$/.test(callee.type)) return null;
  const [object, field] = [callee.object as Node, callee.property as Node];
  return behind[`${object.name as string}.${field.name as string}`] ?? null;
}

function resolve(name: string, file: string): Step | null {
  const { functions, imports } = moduleOf(file);
  if (functions.has(name)) return { file, name };
  const found = imports.get(name);
  return found ? { file: found.file, name: found.name } : null;
}

/** Names of types below a node. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isNode(value)) return [];
  const own = value.type === 'TSTypeReference' ? [(value.typeName as Node).name as string] : [];
  return [...own, ...Object.entries(value).flatMap(([key, child]) => (key === 'loc' ? [] : namesIn(child)))];
}

const modules = new Map<string, Module>();

function moduleOf(file: string): Module {
  const known = modules.get(file) ?? readModule(file);
  modules.set(file, known);
  return known;
}

function readModule(file: string): Module {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  const { program } = parse(text, { sourceType: 'module', plugins: ['typescript'] });
  const statements = (program.body as unknown as Node[]).map((outer) => (outer.declaration as Node | null) ?? outer);
  return {
    functions: new Map(statements.flatMap(functionsIn)),
    imports: new Map(statements.flatMap((node) => importsIn(node, file))),
  };
}

function functionsIn(node: Node): [string, Node][] {
  if (node.type === 'FunctionDeclaration') return [[(node.id as Node).name as string, node]];
  if (node.type !== 'VariableDeclaration') return [];
  return (node.declarations as { id: Node; init: Node | null }[]).flatMap(({ id, init }): [string, Node][] =>
    init && isFunction(init) ? [[id.name as string, init]] : [],
  );
}

function importsIn(node: Node, file: string): [string, Step][] {
  if (node.type !== 'ImportDeclaration' || node.importKind === 'type') return [];
  const from = (node.source as Node).value as string;
  if (!from.startsWith('.')) return [];
  const target = normalize(join(dirname(file), from));
  return (node.specifiers as { local: Node; imported?: Node }[]).flatMap(({ local, imported }): [string, Step][] =>
    imported ? [[local.name as string, { file: target, name: imported.name as string }]] : [],
  );
}
