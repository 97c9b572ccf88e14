import { analyzeNames } from '../../../../languages/javascript/analyze-names.ts';
import type { LexicalNames } from '../../../../languages/javascript/lexical-names.ts';
import { parse } from '../../../../languages/parse.ts';
import {
  childByField,
  childByKind,
  childrenOf,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../../../languages/syntax.ts';
import { targetOf } from './emitted.ts';

/** Where a name leads: a declaration of the module itself, or a name (`*`: all) of another. */
export type Lead = { readonly own: string } | { readonly module: string; readonly name: string };

/** The declarations of one file. */
export interface DeclaredModule {
  readonly syntax: Syntax;
  readonly names: LexicalNames;
  readonly statements: readonly Node[];
  readonly imports: ReadonlyMap<string, Lead>;
  readonly exports: ReadonlyMap<string, Lead>;
  /** Modules that it re-exports whole. */
  readonly stars: readonly string[];
}

/** Modules that are read as one: stem -> its declarations. */
export type Family = ReadonlyMap<string, DeclaredModule>;

const OWN = '$own';

/**
 * Reads the declarations of modules that were one.
 * @returns the stem of a module that the parser does not understand, as a string
 */
export function readFamily(texts: ReadonlyMap<string, string>, stems: readonly string[]): Family | string {
  const family = new Map<string, DeclaredModule>();
  for (const stem of stems) {
    const text = texts.get(stem);
    if (text === undefined) continue;
    const resolve = (name: string): string => targetOf(texts, stem, name);
    const plain = plainImports(text, (name) => moduleLabel(stems.includes(resolve(name)) ? null : resolve(name)));
    const syntax = parse(plain, 'typescript');
    if (syntax.errors.length > 0) return stem;
    family.set(stem, readModule(syntax, resolve));
  }
  return family;
}

/** `import("./m/p.js").X` as a dotted name: the parser does not read it in all places, and every file would write it in its own way. */
const plainImports = (text: string, label: (name: string) => string): string =>
  text.replace(/\bimport\((["'])([^"']+)\1(?:, \{[^}]*\})?\)/g, (_all, _quote, name: string) => label(name));

/** A module as a name that a dot may follow; null is the family itself. */
const moduleLabel = (target: string | null): string =>
  target === null ? OWN : `$${target.replace(/\W/g, (sign) => `$${sign.codePointAt(0)!.toString(16)}_`)}`;

/**
 * Reads one module: what it declares, imports and exports.
 * @param resolve a module's name as written -> what it is called in all files of the family
 */
export function readModule(syntax: Syntax, resolve: (name: string) => string): DeclaredModule {
  const module = {
    syntax,
    names: analyzeNames(syntax),
    imports: new Map<string, Lead>(),
    exports: new Map<string, Lead>(),
    statements: [] as Node[],
    stars: [] as string[],
  };
  for (const node of childrenOf(syntax, 0)) {
    const kind = kindOf(syntax, node);
    if (/^(comment|;|empty_statement)$/.test(kind)) continue;
    const source = childByField(syntax, node, 'source');
    const from = source === -1 ? null : resolve(textOf(syntax, source).slice(1, -1));
    const isList = from !== null || childByKind(syntax, node, 'export_clause') !== -1;
    if (kind === 'import_statement') readImport(syntax, node, from ?? '', module.imports);
    else if (kind === 'export_statement' && isList) readExports(module, node, from);
    else {
      module.statements.push(node);
      readDeclared(module, node);
    }
  }
  return module;
}

/** `export` before a declaration. */
function readDeclared(
  module: Pick<DeclaredModule, 'syntax' | 'names'> & { exports: Map<string, Lead> },
  node: Node,
): void {
  if (childByKind(module.syntax, node, 'export') === -1) return;
  const declared = declaredIn(module, node);
  const isDefault = childByKind(module.syntax, node, 'default') !== -1;
  if (isDefault) module.exports.set('default', { own: declared[0] ?? 'default' });
  else for (const name of declared) module.exports.set(name, { own: name });
}

function readImport(syntax: Syntax, node: Node, module: string, imports: Map<string, Lead>): void {
  for (let inner = node + 1; inner < syntax.after[node]!; inner++) {
    const kind = kindOf(syntax, inner);
    const parent = kindOf(syntax, syntax.parent[inner]!);
    if (kind === 'import_specifier') {
      const name = textOf(syntax, childByField(syntax, inner, 'name'));
      const alias = childByField(syntax, inner, 'alias');
      imports.set(alias === -1 ? name : textOf(syntax, alias), { module, name });
    } else if (kind === 'identifier' && parent === 'namespace_import')
      imports.set(textOf(syntax, inner), { module, name: '*' });
    else if (kind === 'identifier' && parent === 'import_clause')
      imports.set(textOf(syntax, inner), { module, name: 'default' });
  }
}

function readExports(
  { syntax, exports, stars }: { syntax: Syntax; exports: Map<string, Lead>; stars: string[] },
  node: Node,
  module: string | null,
): void {
  const star = childByKind(syntax, node, 'namespace_export');
  const clause = childByKind(syntax, node, 'export_clause');
  if (star !== -1) exports.set(textOf(syntax, syntax.after[star]! - 1), { module: module!, name: '*' });
  else if (clause === -1) stars.push(module!);
  for (const specifier of clause === -1 ? [] : childrenOf(syntax, clause)) {
    if (kindOf(syntax, specifier) !== 'export_specifier') continue;
    const name = textOf(syntax, childByField(syntax, specifier, 'name'));
    const alias = childByField(syntax, specifier, 'alias');
    exports.set(alias === -1 ? name : textOf(syntax, alias), module === null ? { own: name } : { module, name });
  }
}

/** The names that a statement declares at the top of its module, in their order. */
export function declaredIn({ syntax, names }: Pick<DeclaredModule, 'syntax' | 'names'>, node: Node): string[] {
  const start = syntax.start[node]!;
  const end = syntax.end[node]!;
  // `declare global { var x: T }` declares nothing of the module.
  if (childByKind(syntax, node, 'global') !== -1) return [];
  const declared = names.declarations.filter(({ scope, at }) => scope === 0 && start <= at && at < end);
  return [...new Set(declared.map(({ name }) => name))];
}

/** What a name is called whichever file of the family writes it: `$own.beta`, or by the module that it comes from. */
export function labelOf(family: Family, stem: string, lead: Lead, depth = 0): string {
  const module = family.get(stem);
  if ('own' in lead) {
    const imported = module?.imports.get(lead.own);
    return imported && depth < DEEPEST ? labelOf(family, stem, imported, depth + 1) : `${OWN}.${lead.own}`;
  }
  const target = family.get(lead.module);
  if (!target || lead.name === '*' || depth > DEEPEST) {
    const label = moduleLabel(target ? null : lead.module);
    return lead.name === '*' ? label : `${label}.${lead.name}`;
  }
  const exported = exportedBy(family, lead.module).get(lead.name);
  return exported ? labelOf(family, exported.stem, exported.lead, depth + 1) : `${OWN}.${lead.name}`;
}

const DEEPEST = 100;

/** All that a module exports, with what it re-exports whole of its family: name -> where it leads, read in which module. */
export function exportedBy(
  family: Family,
  stem: string,
  seen: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, { readonly stem: string; readonly lead: Lead }> {
  const module = family.get(stem);
  const found = new Map<string, { stem: string; lead: Lead }>();
  if (!module || seen.has(stem)) return found;
  for (const [name, lead] of module.exports) found.set(name, { stem, lead });
  for (const star of module.stars) {
    if (!family.has(star)) found.set(`* ${star}`, { stem, lead: { module: star, name: '*' } });
    for (const [name, one] of exportedBy(family, star, new Set([...seen, stem])))
      if (name !== 'default' && !found.has(name)) found.set(name, one);
  }
  return found;
}
