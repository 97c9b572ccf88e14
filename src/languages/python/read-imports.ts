import { kindRoles } from '../kind-roles.ts';
import { childByField, childByKind, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

export interface ImportedName {
  /** Dotted for `import a.b`. */
  readonly name: string;
  readonly alias: string | null;
  /** Range of `name as alias`. */
  readonly start: number;
  readonly end: number;
}

export interface PythonImport {
  readonly kind: 'import' | 'from' | 'future';
  /** Leading dots; 0 for absolute. */
  readonly level: number;
  /** Module of a `from`, '' for `from . import x`; '' for `import`. */
  readonly module: string;
  readonly names: readonly ImportedName[];
  readonly star: boolean;
  /** Of Python 3.15: `lazy import a`. */
  readonly lazy: boolean;
  readonly start: number;
  readonly end: number;
  /** Range of the dots and module of a `from`: what a change of depth rewrites. */
  readonly from: { readonly start: number; readonly end: number } | null;
  /** Where it is executed. */
  readonly scope: 'module' | 'class' | 'function';
  readonly typeChecking: boolean;
  readonly inTry: boolean;
  readonly inIf: boolean;
}

const importing = kindRoles({ import_statement: 1, import_from_statement: 1, future_import_statement: 1 });

const known = new WeakMap<Syntax, readonly PythonImport[]>();

/** Every import statement of a file, nested ones too, in source order. Many readings of one tree ask for them. */
export function readImports(syntax: Syntax): readonly PythonImport[] {
  const found = known.get(syntax) ?? findImports(syntax);
  known.set(syntax, found);
  return found;
}

function findImports(syntax: Syntax): PythonImport[] {
  const imports: PythonImport[] = [];
  const roles = importing(syntax.kinds);
  for (let node = 1; node < syntax.size; node++) {
    if (roles[syntax.kind[node]!] === 0) continue;
    const kind = kindOf(syntax, node);
    if (kind === 'import_statement') imports.push(read(syntax, node, 'import'));
    else if (kind === 'import_from_statement') imports.push(read(syntax, node, 'from'));
    else if (kind === 'future_import_statement') imports.push(read(syntax, node, 'future'));
  }
  return imports;
}

function read(syntax: Syntax, node: Node, kind: PythonImport['kind']): PythonImport {
  const from = childByField(syntax, node, 'module_name');
  const text = from === -1 ? '' : textOf(syntax, from).replace(/[\s\\]/g, '');
  const level = /^\.*/.exec(text)![0].length;
  const names = childrenOf(syntax, node)
    .filter((child) => child !== from && /^(dotted_name|aliased_import)$/.test(kindOf(syntax, child)))
    .map((child) => importedName(syntax, child));
  return {
    kind,
    level,
    module: kind === 'future' ? '__future__' : text.slice(level),
    names,
    lazy: /^lazy\b/.test(textOf(syntax, node)),
    star: childByKind(syntax, node, 'wildcard_import') !== -1,
    start: syntax.start[node]!,
    end: syntax.end[node]!,
    from: from === -1 ? null : { start: syntax.start[from]!, end: syntax.end[from]! },
    ...surroundings(syntax, node),
  };
}

function importedName(syntax: Syntax, node: Node): ImportedName {
  const aliased = kindOf(syntax, node) === 'aliased_import';
  const name = aliased ? childByField(syntax, node, 'name') : node;
  const alias = aliased ? textOf(syntax, childByField(syntax, node, 'alias')) : null;
  return {
    name: textOf(syntax, name).replace(/[\s\\]/g, ''),
    alias,
    start: syntax.start[node]!,
    end: syntax.end[node]!,
  };
}

function surroundings(syntax: Syntax, node: Node): Pick<PythonImport, 'scope' | 'typeChecking' | 'inTry' | 'inIf'> {
  const around = { scope: 'module' as PythonImport['scope'], typeChecking: false, inTry: false, inIf: false };
  let below = node;
  for (let up = syntax.parent[node]!; up > 0; below = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'function_definition') around.scope = 'function';
    else if (kind === 'class_definition' && around.scope === 'module') around.scope = 'class';
    else if (kind === 'try_statement') around.inTry = true;
    else if (kind === 'if_statement') {
      around.inIf = true;
      // The `else` of `if TYPE_CHECKING` is what runs.
      const condition = textOf(syntax, childByField(syntax, up, 'condition')).replace(/[\s()]/g, '');
      if (/^(\w+\.)?TYPE_CHECKING$/.test(condition) && kindOf(syntax, below) === 'block') around.typeChecking = true;
    }
  }
  return around;
}
