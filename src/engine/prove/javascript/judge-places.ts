import { dirname, extname } from 'node:path/posix';
import { fileOfString } from '../../../../analyzers/readings/javascript/place-strings.ts';
import { isTypeNamespace } from '../../../languages/javascript/is-type-namespace.ts';
import { ownerOf } from '../../../languages/javascript/lexical-names.ts';
import { runAtLoad } from '../../../languages/javascript/load-effects.ts';
import { childByField, childrenOf, kindOf, type Node, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import { isAmbient, type ModuleSet } from './follow-name.ts';
import type { EsModule } from './read-es-module.ts';

/** What means another thing in another file must not have moved, and what is one thing together must not have parted. */
export function judgePlaces(before: View, family: Family, first: ModuleSet, second: ModuleSet): string | null {
  const home = new Map(
    family.after.flatMap((module) =>
      module.statements.map((statement): [string, EsModule] => [second.label(module, statement), module]),
    ),
  );
  for (const old of family.before) {
    const now = family.after.find(({ path }) => path === old.path);
    if (!now) return `${old.path} is gone`;
    const moved = old.statements.filter((statement) => home.get(first.label(old, statement))! !== now);
    const why =
      (moved.length > 0 ? judgeFile(old, now) : null) ??
      moved
        .map((statement) => judgeMoved(before, old, statement, home.get(first.label(old, statement))!))
        .find(isText) ??
      judgeTogether(old, (statement) => home.get(first.label(old, statement))!, second, first);
    if (why !== null) return why;
  }
  return null;
}

const isText = (why: string | null): why is string => why !== null;

function judgeFile(old: EsModule, now: EsModule): string | null {
  const isScript = old.form === 'script' || (old.form === 'commonjs' && !/\.c?js$/.test(old.path));
  if (isScript) return `${old.path} is a script, whose names are global`;
  if (old.form !== now.form) return `${now.path} is a different kind of module`;
  const evil = findIn(old, old.statements, (node) => isCallOf(old, node, /^eval$/));
  return evil === null ? null : `${old.path} runs \`eval\`, which can read the names around it`;
}

function judgeMoved(before: View, old: EsModule, statement: Node, home: EsModule): string | null {
  const { syntax } = old;
  const head = syntax.text.slice(syntax.start[statement]!, syntax.end[statement]!).split('\n')[0]!.slice(0, 60);
  const sameKind = extname(home.path) === extname(old.path) || `${extname(home.path)}x` === extname(old.path);
  if (!sameKind) return `${home.path} is a different kind of file than ${old.path}`;
  if (extendsOthers(old, statement)) return `\`${head}\` extends global or ambient declarations, and has moved`;
  if (promisesValue(home, statement, old)) return `\`${head}\` declares a value that ${home.path} would have to export`;
  if (isUsing(old, statement)) return `\`${head}\` is disposed of when its module ends, and has moved`;
  const isSameFolder = dirname(old.path) === dirname(home.path);
  const place = findIn(
    old,
    [statement],
    (node) =>
      dependsOnPlace(old, node, isSameFolder) ||
      (!isSameFolder && fileOfString(before, old.path, syntax, node) !== null),
  );
  if (place !== null)
    return `\`${textOf(syntax, place).slice(0, 40)}\` depends on the file that it stands in, and has moved to ${home.path}`;
  for (const node of runAtLoad(syntax, [statement]))
    if (kindOf(syntax, node) === 'await') return `\`${head}\` awaits while it is loaded, and has moved`;
  const self = findIn(old, [statement], (node) => kindOf(syntax, node) === 'this' && isOutermost(old, node));
  return self === null ? null : `\`this\` in \`${head}\` is the module's own, and has moved`;
}

function findIn({ syntax }: EsModule, statements: readonly Node[], test: (node: Node) => boolean): Node | null {
  for (const statement of statements)
    for (let node = statement; node < syntax.after[statement]!; node++) if (test(node)) return node;
  return null;
}

const isCallOf = ({ syntax }: EsModule, node: Node, callee: RegExp): boolean =>
  kindOf(syntax, node) === 'call_expression' &&
  callee.test(textOf(syntax, childByField(syntax, node, 'function')).replace(/\s+/g, ''));

/** Names of the module system that mean the file itself. */
const OF_THE_FILE = /^(__dirname|__filename|module|exports|require)$/;
// What bundlers put in place of these is the same in every file.
const SAME_EVERYWHERE = /^\s*\??\.\s*env\b/;
/** Calls that take a path, from the file that they stand in: a plain one is edited, and compared by what it leads to. */
const EDITED = /^(import|require|require\.resolve)$/;
const UNEDITED =
  /^(require\.(context|ensure)|(vi|jest)\.(mock|unmock|doMock|doUnmock|dontMock|importActual|importMock|requireActual|requireMock|createMockFromModule|setMock|unstable_mockModule)|import\.meta\.(glob|resolve))$/;

function dependsOnPlace(module: EsModule, node: Node, sameFolder: boolean): boolean {
  const { syntax } = module;
  const kind = kindOf(syntax, node);
  if (kind === 'meta_property') {
    const text = textOf(syntax, node).replace(/\s+/g, '');
    return (
      text === 'import.meta' && !SAME_EVERYWHERE.test(syntax.text.slice(syntax.end[node]!, syntax.end[node]! + 12))
    );
  }
  if (isCallOf(module, node, EDITED)) return !sameFolder && !namesPlainly(module, node);
  if (isCallOf(module, node, UNEDITED)) return !sameFolder;
  if (kind !== 'identifier' && kind !== 'shorthand_property_identifier') return false;
  const name = textOf(syntax, node);
  return (OF_THE_FILE.test(name) || (name === 'arguments' && isOutermost(module, node))) && isOutside(module, node);
}

/** A name that the module does not declare, used as a value; `require(…)` itself is judged as a call. */
function isOutside({ syntax, names }: EsModule, node: Node): boolean {
  const offset = syntax.start[node]!;
  const reference = names.free.find((one) => one.at === offset);
  if (reference === undefined || reference.erased || ownerOf(names.scopes, reference) !== 0) return false;
  if (names.scopes[0]!.names.has(reference.name)) return false;
  const up = syntax.parent[node]!;
  const member = kindOf(syntax, up) === 'member_expression' ? up : node;
  const isCallee =
    kindOf(syntax, syntax.parent[member]!) === 'call_expression' &&
    childByField(syntax, syntax.parent[member]!, 'function') === member;
  return !(
    reference.name === 'require' &&
    isCallee &&
    (member === node || /^require\.resolve$/.test(textOf(syntax, member)))
  );
}

/** Its first argument is a plain string. */
function namesPlainly({ syntax }: EsModule, call: Node): boolean {
  const list = childByField(syntax, call, 'arguments');
  const [first] = childrenOf(syntax, list).filter((child) => !/^(\(|comment)$/.test(kindOf(syntax, child)));
  return first !== undefined && kindOf(syntax, first) === 'string';
}

const BINDS_THIS =
  /^(function_declaration|generator_function_declaration|function_expression|generator_function|method_definition|class_body|internal_module|module|interface_declaration|type_alias_declaration|function_type|function_signature|object_type)$/;

/** In no function or class: arrow functions have no `this` of their own. */
function isOutermost({ syntax }: EsModule, node: Node): boolean {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (BINDS_THIS.test(kindOf(syntax, up))) return false;
  return true;
}

/** `declare module 'x'`, `declare global`. */
function extendsOthers({ syntax }: EsModule, statement: Node): boolean {
  for (let node = statement; node < Math.min(syntax.after[statement]!, statement + 5); node++) {
    if (kindOf(syntax, node) === 'module' && syntax.after[node]! > node + 1)
      return kindOf(syntax, childByField(syntax, node, 'name')) === 'string';
    if (kindOf(syntax, node) === 'global') return true;
  }
  return false;
}

/** `declare const x` in a module that exports `x`: there is no value to export. */
function promisesValue(home: EsModule, statement: Node, old: EsModule): boolean {
  if (!isAmbient(old, statement)) return false;
  const given = new Set(
    [...home.exports.values()].flatMap((one) => ('local' in one && !one.typeOnly ? [one.local] : [])),
  );
  return old.names.declarations.some(
    ({ scope, at, name, spaces, node }) =>
      scope === 0 &&
      old.syntax.start[statement]! <= at &&
      at < old.syntax.end[statement]! &&
      spaces.includes('value') &&
      !isTypeNamespace(old.syntax, node) &&
      given.has(name),
  );
}

const isUsing = ({ syntax }: EsModule, statement: Node): boolean =>
  /^(await\s+)?using\s+[\w$]+\s*[:=]/.test(textOf(syntax, statement));

/** Declarations that make one thing together: overloads, merged interfaces and namespaces, what `var` and `function` declare twice. */
function judgeTogether(
  old: EsModule,
  homeOf: (statement: Node) => EsModule,
  second: ModuleSet,
  first: ModuleSet,
): string | null {
  const holders = new Map<string, Set<Node>>();
  for (const { name, scope, at } of old.names.declarations) {
    if (scope !== 0) continue;
    const holder = old.statements.find((node) => old.syntax.start[node]! <= at && at < old.syntax.end[node]!);
    if (holder !== undefined) holders.set(name, (holders.get(name) ?? new Set()).add(holder));
  }
  for (const [name, found] of holders) {
    const places = [...found].map((statement) => {
      const home = homeOf(statement);
      const label = first.label(old, statement);
      return { home, at: home.statements.findIndex((one) => second.label(home, one) === label) };
    });
    if (places.some(({ home }) => home !== places[0]!.home))
      return `\`${name}\` has several declarations, which are now in different files`;
    if (places.some(({ at }, i) => i > 0 && at < places[i - 1]!.at))
      return `\`${name}\` has several declarations, which are now in a different order`;
  }
  return null;
}
