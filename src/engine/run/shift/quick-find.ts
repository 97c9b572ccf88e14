/** What is used here of ast-types: the fields by which its visitor goes through a tree. */
export interface TreeTypes {
  /** Throws for an object whose `type` is not known. */
  readonly getFieldNames: (node: object) => readonly string[];
  readonly getFieldValue: (node: object, field: string) => unknown;
  readonly getSupertypeNames: (type: string) => readonly string[];
}

type Node = Record<string, unknown>;
interface Path {
  readonly value: unknown;
}

/** A list of paths of jscodeshift. */
interface Collection {
  readonly __paths: readonly Path[];
}

type Find = (this: Collection, type: unknown, filter?: unknown) => unknown;

interface Finding {
  readonly prototype: { find: Find };
  /** An empty list of a type, made from another list. */
  readonly nothing: (from: Collection, type: unknown) => unknown;
  /** jscodeshift's own test of a node against a filter. */
  readonly matches: (node: unknown, filter: unknown) => boolean;
  readonly types: TreeTypes;
}

/**
 * Makes `find` look before it walks: the visitor makes an object for each node and field that it passes, and most files of a run hold nothing of
 * what is searched. Where a look at the bare tree shows that nothing would be found, the list is empty at once; everything else is left to
 * jscodeshift. Functions of a filter are never called here: a node counts as found where everything that is compared before the first one fits.
 */
export function findQuickly({ prototype, nothing, matches, types }: Finding): void {
  const walk = prototype.find;
  prototype.find = function find(type, filter) {
    // jscodeshift takes what is falsy for no filter.
    const plain = filter ? beforeFunctions(filter).plain : undefined;
    const isWanted = (node: Node): boolean => plain === undefined || matches(node, plain);
    const search = { type: String(type), isWanted, types };
    const isMissing = this.__paths.length > 0 && this.__paths.every(({ value }) => isMissingBelow(value, search));
    return isMissing ? nothing(this, type) : walk.call(this, type, filter);
  };
}

/** A filter up to the first function in it, in the order in which it is compared; undefined where nothing stands before that. */
function beforeFunctions(filter: unknown): { readonly plain: unknown; readonly isCut: boolean } {
  if (typeof filter === 'function') return { plain: undefined, isCut: true };
  if (typeof filter !== 'object' || filter === null) return { plain: filter, isCut: false };
  const plain: Node = {};
  for (const [key, value] of Object.entries(filter)) {
    const inner = beforeFunctions(value);
    if (inner.plain !== undefined || !inner.isCut) plain[key] = inner.plain;
    if (inner.isCut) return { plain, isCut: true };
  }
  return { plain, isCut: false };
}

interface Search {
  readonly type: string;
  readonly isWanted: (node: Node) => boolean;
  readonly types: TreeTypes;
}

/** Whether nothing below a node is of the type and wanted; false where only the visitor itself can tell. Throws nothing. */
function isMissingBelow(root: unknown, search: Search): boolean {
  try {
    const absent = absentBelow(root, search);
    // The visitor leaves them behind, and a transform may read them.
    for (const [node, field, value] of absent ?? []) node[field] = value;
    return absent !== null;
  } catch {
    // A type that is not known: the visitor says so.
    return false;
  }
}

/** A field that a node lacks, and its usual value. */
type Absent = readonly [node: Node, field: string, value: unknown];

/** What the visitor would add to the nodes below one of which none is wanted; null where one is, or only it can tell. Throws for unknown types. */
function absentBelow(root: unknown, search: Search): Absent[] | null {
  const { type, isWanted, types } = search;
  // Throws where nobody knows what is searched.
  types.getSupertypeNames(type);
  if (isOfComments(type, types)) return null;
  const about = remembered(search);
  const absent: Absent[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop() as Node;
    if (typeof value.type !== 'string') {
      if ('type' in value) return null;
      open.push(...insideOf(value));
      continue;
    }
    const { fields, isOfType } = about(value.type, value);
    if (isOfType && value !== root && isWanted(value)) return null;
    open.push(...fields.map((field) => value[field]).filter(isObject));
    absent.push(...absentOf(value, fields, types));
  }
  return absent.some(([, , value]) => isObject(value) && !isEmptyList(value)) ? null : absent;
}

const absentOf = (node: Node, fields: readonly string[], types: TreeTypes): Absent[] =>
  fields.filter((field) => !Object.hasOwn(node, field)).map((field) => [node, field, types.getFieldValue(node, field)]);

/** Comments are walked over only for who searches them. Throws where a type is not known. */
const isOfComments = (type: string, types: TreeTypes): boolean =>
  ['Block', 'Line'].some((name) => isOf(name, type, types));

const isEmptyList = (value: object): boolean => Array.isArray(value) && value.length === 0;

interface About {
  readonly fields: readonly string[];
  readonly isOfType: boolean;
}

function remembered({ type, types }: Search): (name: string, node: Node) => About {
  const known = new Map<string, About>();
  return (name, node) => {
    const found = known.get(name) ?? { fields: types.getFieldNames(node), isOfType: isOf(name, type, types) };
    known.set(name, found);
    return found;
  };
}

/** Throws where the type of the node is not known. */
const isOf = (name: string, type: string, types: TreeTypes): boolean =>
  name === type || types.getSupertypeNames(name).includes(type);

/** What the visitor enters of a value that is no node: items of lists, and what plain objects hold. */
const insideOf = (value: object): object[] =>
  Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
    ? Object.values(value).filter(isObject)
    : [];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
