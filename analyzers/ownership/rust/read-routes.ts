import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { fileName, isTestOnly } from '../../../src/languages/rust/composition/surroundings.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { Draft, On } from '../registrations.ts';
import { branchesOf } from './branches-of.ts';
import { type ChainCall, calledPath, chainOf, type MethodChain, plainOf, stringOf } from './method-chain.ts';
import { isName, methodsOf, pathText, routePath } from './method-routes.ts';

interface Reader {
  readonly syntax: Syntax;
  readonly found: Draft;
  readonly lineOf: (node: Node) => number;
  /** Functions of actix with routes of their own: name -> `GET /jobs`. */
  readonly handlers: ReadonlyMap<string, readonly string[]>;
  /** Constants of the file that are plain strings. */
  readonly constants: ReadonlyMap<string, string>;
}

/** A function with its name in the file: `inner::Type::routes`. */
interface Around {
  readonly scope: string;
  readonly owner: string;
  readonly branches: readonly string[];
}

/** What builds a router of axum, or an app, scope or resource of actix. */
const MAKES = /(?:^|::)(?:Router::(?:new|default|with_path)|App::new|web::scope|web::resource|scope|resource)$/;

/**
 * The routes that a Rust file gives to routers of axum and apps of actix: variables and functions that hold or return one, what is nested or
 * merged into which, and who is handed one.
 */
export function readRoutes(syntax: Syntax, found: Draft): void {
  if (!/\b(?:axum|actix_web)\b|\bRouter\b/.test(syntax.text)) return;
  const starts = lineStartsOf(syntax.text);
  const items = functionsIn(syntax, 0, '', []);
  const reader: Reader = {
    syntax,
    found,
    lineOf: (node) => lineAt(starts, syntax.start[node]!),
    handlers: new Map(items.map(({ item, scope }) => [scope, handlersOf(syntax, item)])),
    constants: constantsIn(syntax),
  };
  for (const { item, ...around } of items) readFunction(reader, item, around);
}

type PlacedFunction = Around & { readonly item: Item };

/** Every function of the file that is not for tests alone. */
function functionsIn(syntax: Syntax, container: Node, outer: string, before: readonly string[]): PlacedFunction[] {
  return readItems(syntax, container).items.flatMap((item): PlacedFunction[] => {
    const cfg = cfgOf(readAttributes(syntax, item.attributes));
    if (cfg.some(isTestOnly)) return [];
    const body = childByField(syntax, item.node, 'body');
    if (body === -1) return [];
    const name = fileName(
      textOf(syntax, childByField(syntax, item.node, item.kind === 'impl' ? 'type' : 'name')).replace(/<[\s\S]*$/, ''),
    );
    // Two functions of one name under different conditions are never both there.
    const branches = [...before, ...cfg.map((text) => `cfg ${outer}${name}:${text.replaceAll(':', ' ')}`)];
    if (item.kind === 'fn') return [{ item, scope: `${outer}${name}`, owner: outer, branches }];
    return item.kind === 'mod' || item.kind === 'impl' ? functionsIn(syntax, body, `${outer}${name}::`, branches) : [];
  });
}

/** `#[get("/jobs")] async fn list()`, `#[route("/jobs", method = "GET", method = "HEAD")]`. */
const handlersOf = (syntax: Syntax, { attributes }: Item): string[] =>
  readAttributes(syntax, attributes).flatMap(({ path, text }) => {
    const [, name = ''] =
      /^(?:actix_web::)?(get|post|put|delete|patch|head|options|trace|connect|route)$/.exec(path) ?? [];
    const [, route] = /^"([^"\\]*)"/.exec(text) ?? [];
    if (name === '' || route === undefined || /\bguard\s*=/.test(text)) return [];
    const methods = name === 'route' ? [...text.matchAll(/\bmethod\s*=\s*"(\w+)"/g)].map((match) => match[1]!) : [name];
    return methods.map((method) => `${method.toUpperCase()} ${routePath(route)}`);
  });

/** `const JOBS: &str = "/jobs";` at the top, where no other constant has its name. */
function constantsIn(syntax: Syntax): Map<string, string> {
  const found = new Map<string, string>();
  const names = new Set<string>();
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'const_item' && kindOf(syntax, node) !== 'static_item') continue;
    const name = textOf(syntax, childByField(syntax, node, 'name'));
    const value = stringOf(syntax, childByField(syntax, node, 'value'));
    if (names.has(name)) found.delete(name);
    else if (value !== null && syntax.parent[node] === 0) found.set(name, value);
    names.add(name);
  }
  return found;
}

function readFunction(reader: Reader, { node }: Item, around: Around): void {
  const { syntax, found } = reader;
  const body = childByField(syntax, node, 'body');
  const parameters = childByField(syntax, node, 'parameters');
  found.functions.push({
    scope: around.scope,
    parameters: (parameters === -1 ? [] : namedChildrenOf(syntax, parameters)).map((one) =>
      textOf(syntax, childByField(syntax, one, 'pattern')).replace(/^mut\s+/, ''),
    ),
  });
  const result = resultOf(syntax, body);
  for (let at = body; at < syntax.after[body]!; at++) {
    const kind = kindOf(syntax, at);
    // Items in a body have scopes of their own, which nothing here leads to.
    if (kind === 'function_item' || kind === 'macro_definition') at = syntax.after[at]! - 1;
    else if (kind === 'call_expression' && isOutermost(syntax, at)) readChain(reader, at, around, result);
  }
  if (result !== -1) readResult(reader, result, around);
  readGiven(reader, body, around);
}

/** `let all = app();`: a variable that routes are given to holds what a function gives. */
function readGiven({ syntax, found, lineOf }: Reader, body: Node, { scope, owner }: Around): void {
  const used = new Set(
    [...found.registrations, ...found.mounts.flatMap(({ on, mounted }) => [{ on }, { on: mounted }])].flatMap(
      ({ on }) => (on.scope === scope ? [on.variable] : []),
    ),
  );
  for (let at = body; at < syntax.after[body]!; at++) {
    if (kindOf(syntax, at) !== 'let_declaration') continue;
    const [name, value] = [childByField(syntax, at, 'pattern'), childByField(syntax, at, 'value')];
    if (value === -1 || !isName(syntax, name) || !used.has(textOf(syntax, name))) continue;
    const path = calledPath(syntax, plainOf(syntax, value));
    if (path === null || MAKES.test(path)) continue;
    const on: On = { variable: textOf(syntax, name), scope };
    found.makers.push({ ...on, prefix: '', replaced: false, line: lineOf(at) });
    found.mounts.push({ on, mounted: resultName(ownPath(path, owner)), prefix: '' });
  }
}

/** What a body ends with, without `Ok` around it; -1 for nothing. */
function resultOf(syntax: Syntax, body: Node): Node {
  const last = childrenOf(syntax, body)
    .filter((one) => !/comment$/.test(kindOf(syntax, one)) && kindOf(syntax, one) !== '}')
    .at(-1);
  if (last === undefined || kindOf(syntax, last) === '{') return -1;
  const value = plainOf(syntax, last);
  const isWrapped = /^(?:Ok|Some)$/.test(calledPath(syntax, value) ?? '');
  const [inner] = isWrapped ? namedChildrenOf(syntax, childByField(syntax, value, 'arguments')) : [];
  return inner === undefined ? value : plainOf(syntax, inner);
}

/** `api()` is what the function `api` gives. */
const resultName = (scope: string): On => ({ variable: `${scope}()`, scope: '' });

/** A function whose last word is a router that a variable holds. */
function readResult({ syntax, found, lineOf }: Reader, result: Node, { scope }: Around): void {
  if (!isName(syntax, result)) return;
  found.makers.push({ ...resultName(scope), prefix: '', replaced: false, line: lineOf(result) });
  found.mounts.push({ on: resultName(scope), mounted: { variable: textOf(syntax, result), scope }, prefix: '' });
}

/** No method is called on the call itself. */
function isOutermost(syntax: Syntax, call: Node): boolean {
  let at = call;
  let up = syntax.parent[at]!;
  while (/^(?:try_expression|await_expression|parenthesized_expression)$/.test(kindOf(syntax, up))) {
    at = up;
    up = syntax.parent[at]!;
  }
  return kindOf(syntax, up) !== 'field_expression';
}

/** A chain that builds a router: what it is held by, and what each of its methods gives it. */
function readChain(reader: Reader, value: Node, around: Around, result: Node): void {
  const { syntax } = reader;
  const chain = chainOf(syntax, value);
  const base = baseOf(reader, chain, around);
  if (base === null || isArgument(syntax, value)) {
    if (base === null) readPass(reader, value, around);
    return;
  }
  readBuilt(reader, chain, base, heldBy(reader, value, around, result));
}

/** An inner chain is read with the method that takes it. */
function isArgument(syntax: Syntax, value: Node): boolean {
  const list = syntax.parent[value]!;
  if (kindOf(syntax, list) !== 'arguments') return false;
  const callee = childByField(syntax, syntax.parent[list]!, 'function');
  const method =
    callee !== -1 && kindOf(syntax, callee) === 'field_expression'
      ? textOf(syntax, childByField(syntax, callee, 'field'))
      : '';
  return /^(?:nest|merge|service|nest_service)$/.test(method);
}

type Base =
  | { readonly kind: 'new'; readonly prefix: string; readonly isResource: boolean }
  | { readonly kind: 'held'; readonly on: On };

/** What a chain begins with: a new router, a variable, or what a function gives; null where it builds no router. */
function baseOf(reader: Reader, { root, calls }: MethodChain, { scope, owner }: Around): Base | null {
  const { syntax } = reader;
  const path = calledPath(syntax, root);
  if (path !== null && MAKES.test(path)) {
    const [given] = namedChildrenOf(syntax, childByField(syntax, root, 'arguments'));
    return { kind: 'new', prefix: routePath(pathOf(reader, given) ?? ''), isResource: /resource$/.test(path) };
  }
  if (!calls.some((call) => isRouting(reader, call))) return null;
  if (isName(syntax, root)) return { kind: 'held', on: { variable: textOf(syntax, root), scope } };
  return path === null ? null : { kind: 'held', on: resultName(ownPath(path, owner)) };
}

/** `Self::routes` in `impl Type`. */
const ownPath = (path: string, owner: string): string => path.replace(/^Self::/, owner);

/** The text of a literal, or of a constant of the file. */
const pathOf = ({ syntax, constants }: Pick<Reader, 'syntax' | 'constants'>, node: Node | undefined): string | null =>
  stringOf(syntax, node) ?? (node === undefined ? null : (constants.get(pathText(syntax, node) ?? '') ?? null));

/** Methods that only routers have, by what they are given. */
function isRouting(reader: Reader, { name, arguments: [first, second] }: ChainCall): boolean {
  const { syntax } = reader;
  if (name === 'route')
    return (
      (pathOf(reader, first) !== null && second !== undefined) ||
      (first !== undefined && methodsOf(syntax, first) !== null)
    );
  return name === 'nest'
    ? pathOf(reader, first) !== null
    : name === 'configure' || (name === 'merge' && second === undefined);
}

interface Holder extends Around {
  readonly on: On;
  /** The chain changes what it begins with, and makes nothing new. */
  readonly isSame: boolean;
}

/** The variable or function that has a chain in the end; a chain that nobody holds is itself. */
function heldBy({ syntax, lineOf }: Reader, value: Node, { scope, owner, branches }: Around, result: Node): Holder {
  const around = { scope, owner, branches: [...branches, ...branchesOf(syntax, value)] };
  if (plainOf(syntax, value) === result || value === result) return { ...around, on: resultName(scope), isSame: false };
  const holder = syntax.parent[value]!;
  const kind = kindOf(syntax, holder);
  const field = kind === 'let_declaration' ? 'pattern' : kind === 'assignment_expression' ? 'left' : null;
  const name = field === null ? -1 : childByField(syntax, holder, field);
  if (name !== -1 && isName(syntax, name)) {
    const variable = textOf(syntax, name);
    const root = chainOf(syntax, value).root;
    return { ...around, on: { variable, scope }, isSame: isName(syntax, root) && textOf(syntax, root) === variable };
  }
  return { ...around, on: { variable: `${scope}@${lineOf(value)}`, scope }, isSame: false };
}

/** Registers what the methods of a chain give to its holder. */
function readBuilt(reader: Reader, chain: MethodChain, base: Base, holder: Holder): void {
  const { found, lineOf } = reader;
  const { on } = holder;
  if (base.kind === 'new') found.makers.push({ ...on, prefix: base.prefix, replaced: false, line: lineOf(chain.root) });
  else if (!holder.isSame) {
    found.makers.push({ ...on, prefix: '', replaced: false, line: lineOf(chain.root) });
    found.mounts.push({ on, mounted: base.on, prefix: '' });
  }
  const isResource = base.kind === 'new' && base.isResource;
  for (const call of chain.calls) readMethod(reader, call, holder, isResource);
}

function readMethod(reader: Reader, call: ChainCall, holder: Holder, isResource: boolean): void {
  const [first, second] = call.arguments;
  if (call.name === 'route') readRoute(reader, call, holder, isResource);
  else if (call.name === 'to' && isResource) register(reader, 'ANY ', call, holder);
  else if (call.name === 'nest' && second !== undefined) mount(reader, second, holder, pathOf(reader, first));
  else if (first === undefined) return;
  else if (call.name === 'merge') mount(reader, first, holder, '');
  else if (call.name === 'service') readService(reader, call, first, holder);
  else if (call.name === 'configure') readConfigure(reader, first, holder);
}

/** `.route("/jobs", get(list))`; of a resource `.route(web::get().to(list))`. */
function readRoute(reader: Reader, call: ChainCall, holder: Holder, isResource: boolean): void {
  const { syntax } = reader;
  const [first, second] = call.arguments;
  const path = isResource ? '' : pathOf(reader, first);
  const methods = isResource ? first : second;
  if (path === null || methods === undefined) return;
  const all = methodsOf(syntax, methods) ?? [];
  // `get(a).get(b)` are two at two places.
  for (const { method, node } of all)
    register(reader, `${method} ${routePath(path)}`, { ...call, node: all.length > 1 ? node : call.node }, holder);
}

function register(
  { syntax, found, lineOf }: Reader,
  name: string,
  { node }: ChainCall,
  { on, branches }: Holder,
): void {
  found.registrations.push({ kind: 'route', name, on, line: lineOf(node), end: syntax.end[node]!, branches });
}

/** A function with a route of its own, or a scope or resource. */
function readService(reader: Reader, call: ChainCall, first: Node, holder: Holder): void {
  const { syntax, handlers } = reader;
  if (kindOf(syntax, first) === 'tuple_expression') {
    for (const one of namedChildrenOf(syntax, first)) readService(reader, { ...call, node: one }, one, holder);
    return;
  }
  const own = handlers.get(pathText(syntax, first) ?? '') ?? [];
  if (own.length === 0) mount(reader, first, holder, '');
  for (const name of own) register(reader, name, call, holder);
}

/** `.configure(jobs)`: the function is handed the app. */
function readConfigure({ syntax, found }: Reader, first: Node, { scope, on }: Holder): void {
  const callee = pathText(syntax, first);
  if (callee !== null) found.passes.push({ callee, scope, arguments: [on.variable] });
}

/** A router within another: a variable, what a function gives, or a chain that stands in place. */
function mount(reader: Reader, value: Node, holder: Holder, prefix: string | null): void {
  const { syntax, found, lineOf } = reader;
  if (prefix === null) return;
  const add = (mounted: On): void => void found.mounts.push({ on: holder.on, mounted, prefix: routePath(prefix) });
  const chain = chainOf(syntax, value);
  const base = baseOf(reader, chain, holder);
  if (base?.kind === 'new' || chain.calls.length > 0) {
    if (base === null) return;
    const on: On = { variable: `${holder.scope}@${lineOf(value)}:${syntax.start[value]}`, scope: holder.scope };
    readBuilt(reader, chain, base, { ...holder, on, isSame: false });
    // A guard that says no lets the next one of the same path answer: it is nobody's double.
    if (!chain.calls.some(({ name }) => name === 'guard')) add(on);
    return;
  }
  const path = calledPath(syntax, chain.root);
  if (isName(syntax, chain.root)) add({ variable: textOf(syntax, chain.root), scope: holder.scope });
  else if (path !== null) add(resultName(ownPath(path, holder.owner)));
}

/** `register(&mut cfg)`: who is handed a router. */
function readPass({ syntax, found }: Reader, call: Node, { scope, owner }: Around): void {
  const callee = calledPath(syntax, call);
  if (callee === null) return;
  const names = namedChildrenOf(syntax, childByField(syntax, call, 'arguments')).map((one) => {
    const value = plainOf(syntax, one);
    return isName(syntax, value) ? textOf(syntax, value) : null;
  });
  if (names.some((name) => name !== null))
    found.passes.push({ callee: ownPath(callee, owner), scope, arguments: names });
}
