import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { ANY_IMPORT } from './module-aliases.ts';

const GIVES_MODULE = /^(?:\w+\.)*(?:import_module|__import__|reload|getmodule|resolve_name)\(/;
const LOADED = /^(?:\w+\.)*(?:modules|loaded_modules)(?:\[|\.get\()/;

/**
 * Whether an expression may give a module: it is one of its spellings, a computed import, or an entry of `sys.modules` whose key the text does
 * not tell.
 * @param own the file is the module itself
 * @param loaded names that stand for `sys.modules`
 */
export function refersToModule(
  syntax: Syntax,
  node: Node,
  { aliases, dotted, own, loaded }: ModuleReferences,
): boolean {
  if (node === -1) return false;
  const text = textOf(syntax, node);
  if (aliases.has(text)) return isInScope(syntax, node, text);
  const isEntry =
    LOADED.test(text) || loaded.some((name) => text.startsWith(`${name}[`) || text.startsWith(`${name}.get(`));
  if (text.length > 300 || !(isEntry || GIVES_MODULE.test(text))) return false;
  const literal = /^[^[(]*[[(]\s*[rRuU]?(["'])([\w.]*)\1\s*[\]),]/.exec(text)?.[2];
  if (literal !== undefined)
    return literal === dotted || (literal.startsWith('.') && dotted.endsWith(literal.replace(/^\.+/, '.')));
  return aliases.has(ANY_IMPORT) && (own || !/[[(]\s*__name__\s*[\])]/.test(text));
}

/** A variable that functions alone assign stands for the module in those functions, and is another one elsewhere. */
function isInScope(syntax: Syntax, node: Node, name: string): boolean {
  if (!/^\w+$/.test(name)) return true;
  const functions = assignedIn(syntax, name);
  const isAround = functions === null || functions.some((one) => one <= node && node < syntax.after[one]!);
  return isAround && !isBoundAnew(syntax, node, name);
}

const COMPOUND = /^(?:if|for|while|try|with|match)_statement$/;
const MAKES_OBJECT = /^(?:[\w.]+\.)?(?:[A-Z]\w*|cls|type\(self\)|self\.__class__)\(|^[[{(]/;

/** The nearest line above, of the same block, gives the variable an object that is made there: `obj = cls(…)`. */
function isBoundAnew(syntax: Syntax, node: Node, name: string): boolean {
  let statement = node;
  while (statement > 0 && kindOf(syntax, syntax.parent[statement]!) !== 'block') statement = syntax.parent[statement]!;
  if (statement <= 0) return false;
  const above = childrenOf(syntax, syntax.parent[statement]!).filter((one) => one < statement);
  const binds = new RegExp(`\\b${name}\\b\\s*(?:=(?!=)|:=|,|\\bin\\b|:)|\\b(?:as|import|del)\\b[^\\n]*\\b${name}\\b`);
  const assigned = new RegExp(`^${name}\\s*=\\s*([\\s\\S]*)$`);
  for (const one of above.reverse()) {
    const written = textOf(syntax, one);
    if (!binds.test(written)) continue;
    if (COMPOUND.test(kindOf(syntax, one))) return false;
    const value = assigned.exec(written)?.[1];
    return value !== undefined && MAKES_OBJECT.test(value);
  }
  return false;
}

/** The outermost functions around all that binds a name; null where something else binds it too. */
function assignedIn(syntax: Syntax, name: string): readonly Node[] | null {
  const found: Node[] = [];
  const isImported = readImports(syntax).some(({ names }) => names.some((one) => (one.alias ?? one.name) === name));
  if (isImported) return null;
  for (let inner = 1; inner < syntax.size; inner++) {
    const kind = kindOf(syntax, inner);
    if (
      /^(?:global|nonlocal)_statement$/.test(kind) &&
      textOf(syntax, inner)
        .split(/[\s,]+/)
        .includes(name)
    )
      return null;
    if (kind !== 'assignment' || textOf(syntax, childByField(syntax, inner, 'left')) !== name) continue;
    const around = outermostFunction(syntax, inner);
    if (around === null) return null;
    found.push(around);
  }
  return found.length === 0 ? null : found;
}

/** A class between keeps a name for its own methods' `self`. */
function outermostFunction(syntax: Syntax, node: Node): Node | null {
  let found: Node | null = null;
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'function_definition') found = up;
    if (kind === 'class_definition' && found === null) return null;
  }
  return found;
}

export interface ModuleReferences {
  readonly aliases: ReadonlySet<string>;
  readonly dotted: string;
  readonly own: boolean;
  readonly loaded: readonly string[];
}
