/** A path of ast-types. */
export interface NodePath {
  readonly value: unknown;
  readonly get: (name: string | number) => NodePath;
}

/** What is used of ast-types: the one that jscodeshift finds with. */
export interface AstTypes {
  readonly getFieldNames: (node: object) => string[];
  readonly getFieldValue: (node: object, name: string) => unknown;
  readonly getSupertypeNames: (type: string) => readonly string[];
  readonly namedTypes: object;
}

/** Type of a node -> whether it is of the kind that is wanted. */
type Kinds = (type: string) => boolean;

type Fields = Record<string | number, unknown>;

/**
 * The paths that `find` of jscodeshift finds below a path, in its order: it makes a path of every name, number and text of the tree; here those
 * are made that lead to something. Fields that the parser left out are filled in as it does.
 * @param wanted the kind of node
 * @param isFound asked once of each such node, when it is reached
 * @returns null for a kind of which comments are one: those are reached in another way
 */
export function quickFind(
  root: NodePath,
  wanted: string,
  isFound: (node: unknown) => boolean,
  types: AstTypes,
): NodePath[] | null {
  const isKind = kindsOf(wanted, types);
  if (isKind('Block') || isKind('Line')) return null;
  const found: NodePath[] = [];
  /** Those that lead from the root to where the walk is; the first `made` of them were made. */
  const paths: NodePath[] = [root];
  const names: (string | number)[] = [''];
  let made = 1;
  const pathAt = (depth: number): NodePath => {
    for (; made <= depth; made += 1) paths[made] = paths[made - 1]!.get(names[made]!);
    return paths[depth]!;
  };
  const visitChildren = (value: object, depth: number): void => {
    const below = branchesBelow(value, types);
    for (let i = 0; i < below.length; i += 2) {
      const inside = below[i + 1] as { readonly type?: unknown };
      names[depth] = below[i] as string | number;
      if (made > depth) made = depth;
      if (typeof inside.type === 'string' && isKind(inside.type) && isFound(inside)) found.push(pathAt(depth));
      visitChildren(inside, depth + 1);
    }
  };
  visitChildren(root.value as object, 1);
  return found;
}

/** Name, value, name, value: taken as a whole before one of them is looked at, as ast-types does. */
function branchesBelow(value: object, { getFieldNames, getFieldValue }: AstTypes): unknown[] {
  const below: unknown[] = [];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) if (isBranch(value[i])) below.push(i, value[i]);
    return below;
  }
  for (const name of getFieldNames(value)) {
    if (!Object.hasOwn(value, name)) (value as Fields)[name] = getFieldValue(value, name);
    const inside = (value as Fields)[name];
    if (isBranch(inside)) below.push(name, inside);
  }
  return below;
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

let known = new Map<string, Kinds>();
let knownOf = 0;

/** Asked again once a transform has defined kinds of its own. */
function kindsOf(wanted: string, types: AstTypes): Kinds {
  const count = Object.keys(types.namedTypes).length;
  if (count !== knownOf) known = new Map();
  knownOf = count;
  const kinds = known.get(wanted) ?? newKinds(wanted, types);
  known.set(wanted, kinds);
  return kinds;
}

function newKinds(wanted: string, { namedTypes, getSupertypeNames }: AstTypes): Kinds {
  const answers = new Map<string, boolean>();
  return (type) => {
    const answer =
      answers.get(type) ??
      (Object.hasOwn(namedTypes, type) && (type === wanted || getSupertypeNames(type).includes(wanted)));
    answers.set(type, answer);
    return answer;
  };
}
