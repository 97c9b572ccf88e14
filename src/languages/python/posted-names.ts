import type { Range } from '../../core/range.ts';
import { childByField, childByKind, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { boundOrigins } from './bound-origins.ts';
import { BUILTIN_NAMES } from './builtin-names.ts';
import { definitionOf } from './describe-statement.ts';
import { hintedClasses } from './hinted-classes.ts';
import { PURE_DECORATOR } from './known-decorators.ts';
import { markerAliases } from './marker-aliases.ts';
import { quotedNames } from './quoted-names.ts';
import { readPreamble } from './read-preamble.ts';

/** A name in an annotation that is text when a class is made, and that what makes the class may look up in `sys.modules[cls.__module__]`. */
export interface PostedName extends Range {
  readonly name: string;
  /** The class, and where its definition begins. */
  readonly owner: string;
  readonly at: number;
}

/** A definition with annotations, and the names of them that count. */
interface Posting {
  readonly definition: Node;
  readonly types: readonly Node[];
  readonly counts: (name: string, type: Node) => boolean;
}

/**
 * Postponed or quoted names that something other than Python reads when a class or function is made, in the namespace of the module that
 * `__module__` names: fields of what pydantic, SQLAlchemy and their like make, or what is given to `get_type_hints`; the marker at the head of
 * a data class's field; parameters of a function that an unknown decorator is given. Classes in functions are made later.
 * @param isPlainOrigin whether Python alone makes what derives from an imported class (`.base.Base`, `pkg.base.Base`)
 */
export function postedNames(syntax: Syntax, isPlainOrigin: (origin: string) => boolean): PostedName[] {
  const postponed = readPreamble(syntax).futures.some(({ start, end }) =>
    /\bannotations\b/.test(syntax.text.slice(start, end)),
  );
  const posting = [...classPostings(syntax, isPlainOrigin), ...functionPostings(syntax, isPlainOrigin)];
  return posting.flatMap(({ definition, types, counts }) => {
    const owner = textOf(syntax, childByField(syntax, definition, 'name'));
    return types.flatMap((type) =>
      namesIn(syntax, type, postponed)
        .filter(({ name }) => name !== owner && counts(name, type))
        .map((one) => ({ ...one, owner, at: syntax.start[definition]! })),
    );
  });
}

/** Definitions of a kind that are made while the module loads: none in functions. */
function madeAtOnce(syntax: Syntax, wanted: string): Node[] {
  const found: Node[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === wanted) found.push(node);
    if (kind === 'function_definition' || kind === 'lambda') node = syntax.after[node]! - 1;
  }
  return found;
}

function classPostings(syntax: Syntax, isPlainOrigin: (origin: string) => boolean): Posting[] {
  const fields = madeAtOnce(syntax, 'class_definition')
    .map((definition) => ({ definition, types: fieldTypes(syntax, definition) }))
    .filter(({ types }) => types.length > 0);
  if (fields.length === 0) return [];
  const plain = plainClasses(syntax, isPlainOrigin);
  const [hinted, markers] = [hintedClasses(syntax), markerAliases(syntax)];
  const isHead = (name: string, type: Node): boolean => markers.has(name) && headOf(syntax, type) === name;
  return fields.flatMap(({ definition, types }): Posting[] => {
    const isPlain = plain(definition) && !hinted.has(textOf(syntax, childByField(syntax, definition, 'name')));
    if (!isPlain) return [{ definition, types, counts: () => true }];
    return isDataclass(syntax, definition) ? [{ definition, types, counts: isHead }] : [];
  });
}

const DATACLASS = /(^|\.)dataclass$/;

const isDataclass = (syntax: Syntax, definition: Node): boolean =>
  decoratorsAt(syntax, definition).some((name) => DATACLASS.test(name));

/** The first name of an annotation, where it stands alone or before brackets: what `dataclasses` looks up. */
const headOf = (syntax: Syntax, type: Node): string | undefined =>
  /^["']?\s*(\w+)\s*(?:[["']|$)/.exec(textOf(syntax, type))?.[1];

/**
 * Annotations of a function under a decorator that is not known. Most evaluate them among the function's own globals; pydantic's evaluate them in
 * the module. A name that shadows a built-in is told from it nowhere else: another name would not be found, which loading the module shows.
 */
function functionPostings(syntax: Syntax, isPlainOrigin: (origin: string) => boolean): Posting[] {
  const origins = boundOrigins(syntax);
  return madeAtOnce(syntax, 'function_definition').flatMap((definition): Posting[] => {
    const unknown = decoratorsAt(syntax, definition)
      .map((one) => `${origins.get(/^\w+/.exec(one)?.[0] ?? '') ?? ''}.${one}`)
      .filter((one) => !PLAIN_MODULES.test(one) && !isPlainOrigin(one));
    if (unknown.length === 0) return [];
    const all = unknown.some((one) => /^pydantic\b/.test(one));
    const types = parameterTypes(syntax, definition);
    return [{ definition, types, counts: (name) => all || BUILTIN_NAMES.has(name) }];
  });
}

/** The annotations of parameters and of what is given back. */
function parameterTypes(syntax: Syntax, definition: Node): Node[] {
  const parameters = childByField(syntax, definition, 'parameters');
  const types = [childByField(syntax, definition, 'return_type')].filter((node) => node !== -1);
  for (let node = parameters; node !== -1 && node < syntax.after[parameters]!; node++)
    if (kindOf(syntax, node) === 'type') types.push(node);
  return types;
}

/** The annotations in the body of a class. */
function fieldTypes(syntax: Syntax, definition: Node): Node[] {
  const body = childByKind(syntax, definition, 'block');
  return (body === -1 ? [] : childrenOf(syntax, body)).flatMap((statement) => {
    const assignment = kindOf(syntax, statement) === 'expression_statement' ? statement + 1 : -1;
    if (assignment === -1 || kindOf(syntax, assignment) !== 'assignment') return [];
    const type = childByField(syntax, assignment, 'type');
    return type === -1 ? [] : [type];
  });
}

function namesIn(syntax: Syntax, type: Node, postponed: boolean): (Range & { readonly name: string })[] {
  const found: (Range & { readonly name: string })[] = [];
  for (let node = type; node < syntax.after[type]!; node++) {
    const kind = kindOf(syntax, node);
    const start = syntax.start[node]!;
    if (kind === 'string') {
      for (const { name, at } of quotedNames(syntax, node)) found.push({ name, start: at, end: at + name.length });
      node = syntax.after[node]! - 1;
    } else if (postponed && kind === 'identifier' && !isMember(syntax, node))
      found.push({ name: textOf(syntax, node), start, end: syntax.end[node]! });
  }
  return found;
}

const isMember = (syntax: Syntax, node: Node): boolean => {
  const up = syntax.parent[node]!;
  return kindOf(syntax, up) === 'attribute' && childByField(syntax, up, 'attribute') === node;
};

/** Modules whose classes and decorators leave annotations alone. */
const PLAIN_MODULES =
  /^(abc|argparse|ast|asyncio|attrs?|builtins|cmd|codecs|collections|concurrent|configparser|contextlib|ctypes|dataclasses|datetime|decimal|email|enum|fractions|functools|html|http|io|ipaddress|json|logging|multiprocessing|numbers|pathlib|pickle|queue|random|selectors|socket|socketserver|string|threading|tkinter|types|typing|typing_extensions|unittest|urllib|uuid|warnings|weakref|xml)(\.|$)/;

/** The classes at a file's own level. */
export function classesOf(syntax: Syntax): ReadonlyMap<string, Node> {
  const classes = new Map<string, Node>();
  for (const statement of childrenOf(syntax, 0)) {
    const definition = definitionOf(syntax, statement);
    if (kindOf(syntax, definition) === 'class_definition')
      classes.set(textOf(syntax, childByField(syntax, definition, 'name')), definition);
  }
  return classes;
}

/** Whether Python alone makes a class of a file. */
export function plainClasses(
  syntax: Syntax,
  isPlainOrigin: (origin: string) => boolean,
): (definition: Node) => boolean {
  const origins = boundOrigins(syntax);
  const classes = classesOf(syntax);
  const known = new Map<Node, boolean>();
  const isPlain = (definition: Node): boolean => {
    const answer = known.get(definition);
    if (answer !== undefined) return answer;
    known.set(definition, true);
    const given = [...basesOf(syntax, definition), ...decoratorsAt(syntax, definition)];
    const plain = given.every((keyword) => {
      const classNode = classes.get(keyword);
      if (classNode !== undefined) return isPlain(classNode);
      const root = /^\w+/.exec(keyword)?.[0] ?? '';
      const origin = origins.get(root);
      if (origin === undefined) return BUILTIN_NAMES.has(keyword) && keyword !== 'type';
      const whole = `${origin}${keyword.slice(root.length)}`;
      return PLAIN_MODULES.test(whole) || isPlainOrigin(whole);
    });
    known.set(definition, plain);
    return plain;
  };
  return isPlain;
}

/** `Base`, `Generic[T]` as `Generic`, the value of `metaclass=…`; other keywords are for whoever makes the class anyway. */
function basesOf(syntax: Syntax, definition: Node): string[] {
  const list = childByField(syntax, definition, 'superclasses');
  if (list === -1) return [];
  return childrenOf(syntax, list).flatMap((child) => {
    const kind = kindOf(syntax, child);
    if (/^[(),]$|^comment$/.test(kind)) return [];
    if (kind === 'subscript') return [textOf(syntax, childByField(syntax, child, 'value'))];
    if (kind !== 'keyword_argument') return [textOf(syntax, child)];
    const meta = textOf(syntax, childByField(syntax, child, 'name')) === 'metaclass';
    return meta ? [textOf(syntax, childByField(syntax, child, 'value'))] : [];
  });
}

/** `pydantic.dataclass`, `app.model` of `@app.model(x)`; what is known to wrap only, and comes from nowhere else, is left out. */
function decoratorsAt(syntax: Syntax, definition: Node): string[] {
  const up = syntax.parent[definition]!;
  if (kindOf(syntax, up) !== 'decorated_definition') return [];
  return childrenOf(syntax, up)
    .filter((child) => kindOf(syntax, child) === 'decorator')
    .map((child) => textOf(syntax, child).slice(1).trim().split(/[(\s]/, 1)[0]!)
    .filter((decorator) => !(PURE_DECORATOR.test(decorator) && !/(^|\.)dataclass$/.test(decorator)));
}
