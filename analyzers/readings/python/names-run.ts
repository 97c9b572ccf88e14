import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** A dotted name that is called, decorates or is a base. */
export interface CalledName {
  readonly name: string;
  /** Offset of its first character. */
  readonly at: number;
  /** A base of a class: of its own functions those alone run that a derived class runs when it is made. */
  readonly isBase: boolean;
}

/**
 * What a file calls, decorates with or derives from.
 * @param root the node to look in: what stands in the bodies of functions below it runs later, and is left out
 */
export function namesRun(syntax: Syntax, root: Node): CalledName[] {
  const found: CalledName[] = [];
  // What a method calls of its own object.
  const owner = (root > 0 ? outermostName(syntax, root) : null) ?? 'self';
  for (let node = root + 1; node < syntax.after[root]!; ) {
    const kind = kindOf(syntax, node);
    for (const one of CALLED[kind]?.(syntax, node) ?? []) {
      const name = dottedName(syntax, one)?.replace(/^(?:self|cls)(?=\.)/, owner) ?? null;
      const isBase = kind === 'class_definition' && kindOf(syntax, syntax.parent[one]!) !== 'keyword_argument';
      if (name !== null) found.push({ name, at: syntax.start[one]!, isBase });
    }
    const isLater = kind === 'lambda' || isBody(syntax, node) || isProgram(syntax, node);
    node = isLater ? syntax.after[node]! : node + 1;
  }
  return found;
}

const CALLED: Readonly<Record<string, (syntax: Syntax, node: Node) => readonly Node[]>> = {
  call: (syntax, node) => [childByField(syntax, node, 'function')],
  decorator: (syntax, node) => childrenOf(syntax, node).slice(1, 2),
  class_definition: (syntax, node) => {
    const bases = childByField(syntax, node, 'superclasses');
    return bases === -1
      ? []
      : childrenOf(syntax, bases).map((one) =>
          kindOf(syntax, one) === 'keyword_argument' ? childByField(syntax, one, 'value') : one,
        );
  },
};

/** What a file does where it is run as a program: its module is complete then. */
const isProgram = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, node) === 'if_statement' && /^if\s*\(?\s*__name__\s*==/.test(textOf(syntax, node).slice(0, 40));

const isBody = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, node) === 'block' && kindOf(syntax, syntax.parent[node]!) === 'function_definition';

function dottedName(syntax: Syntax, node: Node): string | null {
  const text = textOf(syntax, node).replace(/[\s\\]/g, '');
  const found = /^[\p{XID_Start}_][\p{XID_Continue}]*(?:\.[\p{XID_Start}_][\p{XID_Continue}]*)*/u.exec(text)?.[0];
  return found ?? null;
}

/** A name that something runs. */
export type Run = Pick<CalledName, 'name' | 'isBase'>;

/**
 * The bodies that a name of a file's own runs: a function's; of a class those of the methods that Python calls by itself, and of the one that is
 * named (`Shop.sell`); of a base what deriving from it calls.
 */
export function bodiesRun(syntax: Syntax, { name, isBase }: Run): Node[] {
  const [root = '', member] = name.split('.');
  return (bodiesOf(syntax).get(root) ?? []).filter((body) => {
    const method = methodOf(syntax, body);
    if (isBase) return method !== null && BY_DERIVING.test(method);
    return method === null || method === member || /^__\w+__$/.test(method);
  });
}

const BY_DERIVING = /^__(?:init_subclass|set_name|class_getitem|mro_entries)__$/;

/** The name of the method of an outermost class that a body is of or stands in; null for a function's. */
function methodOf(syntax: Syntax, body: Node): string | null {
  let method: string | null = null;
  for (let up = syntax.parent[body]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'function_definition') method = textOf(syntax, childByField(syntax, up, 'name'));
    else if (kind === 'class_definition' && method !== null) return method;
  }
  return null;
}

const bodiesKnown = new WeakMap<Syntax, Map<string, Node[]>>();

/** The bodies of a file's functions and of the methods of its classes, by the name at the file's own level. */
export function bodiesOf(syntax: Syntax): ReadonlyMap<string, readonly Node[]> {
  const known = bodiesKnown.get(syntax) ?? readBodies(syntax);
  bodiesKnown.set(syntax, known);
  return known;
}

function readBodies(syntax: Syntax): Map<string, Node[]> {
  const found = new Map<string, Node[]>();
  for (let node = 1; node < syntax.size; node++) {
    if (!isBody(syntax, node)) continue;
    const name = outermostName(syntax, node);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), node]);
  }
  return found;
}

function outermostName(syntax: Syntax, body: Node): string | null {
  let name: string | null = null;
  for (let up = syntax.parent[body]!; up > 0; up = syntax.parent[up]!)
    if (/^(?:function|class)_definition$/.test(kindOf(syntax, up)))
      name = textOf(syntax, childByField(syntax, up, 'name'));
  return name;
}
