import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { type NamespaceWrite, namespaceWrites } from './namespace-writes.ts';
import { type ModuleReferences, refersToModule } from './refers-to-module.ts';

const AROUND = /\b(?:__dict__|vars|__globals__|f_globals|exec)\b/;

/**
 * Where another file writes into the module's dictionary: `vars(m)["x"] = …`, `f.__globals__.update(…)`, `exec(code, m.__dict__)`. The module
 * may go by a name that the text does not tell: then a key counts that is a name of the module's own, and a key that is not told where the
 * module was handed to somebody.
 * @param sure without what its computed imports may give: whoever gets the dictionary of just any module is not taken to write to this one's
 * @param names what the module binds
 */
export function outsideWrites(
  syntax: Syntax,
  { references, sure }: { readonly references: ModuleReferences; readonly sure: ModuleReferences },
  names: ReadonlySet<string>,
): NamespaceWrite[] {
  if (!AROUND.test(syntax.text)) return [];
  const isModule = (node: Node): boolean => refersToModule(syntax, node, references);
  const isSurely = (node: Node): boolean => refersToModule(syntax, node, sure);
  const members = memberNames(syntax, references);
  const surely = new Set(namespaceWrites(syntax, isSurely, false).map(({ node }) => node));
  const certain = namespaceWrites(syntax, isModule, false).filter(
    (write) => mayBe(write) || (!isForeign(syntax, write, members) && (surely.has(write.node) || !write.handed)),
  );
  const known = new Set(certain.map(({ node }) => node));
  const isHanded = handsOn(syntax, sure);
  const handed = handedNames(syntax, references, isHanded);
  const writes = namespaceWrites(syntax, (node) => !isOneself(syntax, node), false).filter(mayBe);
  const untold = namespaceWrites(syntax, (node) => handed.has(textOf(syntax, node)), false);
  return [
    ...certain,
    ...[
      ...writes,
      ...untold.filter((write) => write.name === null && !write.handed && !isForeign(syntax, write, members)),
    ].filter(({ node }) => !known.has(node)),
    ...executed(syntax, references),
    ...borrowed(syntax, names),
  ];

  function mayBe({ name, isPrefix }: NamespaceWrite): boolean {
    if (name === null) return false;
    return isPrefix ? [...names].some((one) => one.startsWith(name)) : names.has(name);
  }
}

/** The globals of a frame, or of a function that is none of the module's. */
function isForeign(syntax: Syntax, { node }: NamespaceWrite, members: ReadonlySet<string>): boolean {
  const found = /^(?:getattr\(\s*)?([\w.]+?)(?:\.__globals__|\.f_globals|\s*,\s*["']__globals__["'].*)$/s.exec(
    textOf(syntax, node),
  );
  if (found === null) return /(?:__globals__|f_globals)\W*$/.test(textOf(syntax, node));
  const parts = found[1]!.split('.');
  return /f_globals$/.test(textOf(syntax, node)) || !parts.some((_, i) => members.has(parts.slice(0, i + 1).join('.')));
}

/** Spellings of the module, and names that are imported from it. */
const memberNames = (syntax: Syntax, { aliases, dotted }: ModuleReferences): ReadonlySet<string> =>
  new Set([
    ...aliases,
    ...readImports(syntax)
      .filter(({ kind, module }) => kind === 'from' && (dotted === module || dotted.endsWith(`.${module}`)))
      .flatMap(({ names }) => names.map(({ name, alias }) => alias ?? name)),
  ]);

const isOneself = (syntax: Syntax, node: Node): boolean => node === -1 || /^(self|cls)$/.test(textOf(syntax, node));

/** `exec(f"m.{name} = 1")`. */
function executed(syntax: Syntax, { aliases }: ModuleReferences): NamespaceWrite[] {
  const found: NamespaceWrite[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'call') continue;
    if (textOf(syntax, childByField(syntax, node, 'function')) !== 'exec') continue;
    const [code] = childrenOf(syntax, childByField(syntax, node, 'arguments')).filter((one) => isValue(syntax, one));
    const text = code === undefined ? '' : textOf(syntax, code);
    const isBuilt = /^[rR]?[fF]|["']\s*[%+]|[%+]\s*[rRfF]?["']|\.format\(|\.join\(/.test(text);
    if (isBuilt && [...aliases].some((alias) => text.includes(`${alias}.`)))
      found.push({ node, name: null, isPrefix: false });
  }
  return found;
}

/** `FunctionType(body.__code__, vars(m))`: a function of this file that says `global x` sets the module's. */
function borrowed(syntax: Syntax, names: ReadonlySet<string>): NamespaceWrite[] {
  if (!/\bFunctionType\s*\(/.test(syntax.text)) return [];
  const found: NamespaceWrite[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'global_statement')
      for (const name of textOf(syntax, node)
        .slice('global'.length)
        .split(/[\s,]+/))
        if (names.has(name)) found.push({ node, name, isPrefix: false });
  return found;
}

const isValue = (syntax: Syntax, node: Node): boolean => !/^[(),]$|^comment$/.test(kindOf(syntax, node));

/** Names by which the module may have been handed on: parameters, targets of loops and of `with`, and what calls give. */
function handedNames(syntax: Syntax, { dotted }: ModuleReferences, isHanded: boolean): ReadonlySet<string> {
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  const found = new Set<string>();
  const objects = new Set(['self', 'cls']);
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'assignment' && makesObject(syntax, node))
      objects.add(textOf(syntax, childByField(syntax, node, 'left')));
    if (kind !== 'identifier' || NO_TARGET.test(kindOf(syntax, syntax.parent[node]!))) continue;
    const name = textOf(syntax, node);
    const isFixture = name === last && /parameter/.test(kindOf(syntax, syntax.parent[node]!));
    if (isHanded || isFixture) found.add(name);
  }
  return new Set([...found].filter((name) => !objects.has(name)));
}

const NO_TARGET = /^(attribute|keyword_argument|argument_list|call)$/;

/** `c = Basket()`, `c = cls.__new__(cls)`, `c = []`: no module. */
function makesObject(syntax: Syntax, assignment: Node): boolean {
  let right = childByField(syntax, assignment, 'right');
  // `a = b = Basket()`.
  while (right !== -1 && kindOf(syntax, right) === 'assignment') right = childByField(syntax, right, 'right');
  return right !== -1 && MAKES.test(textOf(syntax, right));
}

const MAKES = /^(?:[\w.]*\.)?(?:[A-Z]\w*|__new__|copy|deepcopy|type)\(|^[[{(]/;

/** Calls whose names tell all that they do with a module. */
const KNOWN =
  /(?:^|\.)(?:setattr|delattr|getattr|hasattr|object|multiple|reload|vars|dir|id|type|repr|str|print|isinstance|is\w+|assert\w+|getsource\w*|getmembers|getfile|getdoc|getsourcefile|spy|stub|replace|__setattr__)$/;

/** The module is given to other code, returned, yielded or kept somewhere. */
function handsOn(syntax: Syntax, { aliases }: ModuleReferences): boolean {
  for (let node = 1; node < syntax.size; node++) {
    if (!/^(identifier|attribute|subscript)$/.test(kindOf(syntax, node)) || !aliases.has(textOf(syntax, node)))
      continue;
    const up = syntax.parent[node]!;
    const kind = kindOf(syntax, up);
    if (!GIVES.test(kind)) continue;
    const call = kind === 'argument_list' ? syntax.parent[up]! : -1;
    if (call === -1 || !KNOWN.test(textOf(syntax, childByField(syntax, call, 'function')))) return true;
  }
  return false;
}

const GIVES =
  /^(argument_list|return_statement|yield|list|tuple|set|pair|expression_list|default_parameter|typed_default_parameter|conditional_expression|boolean_operator|lambda|named_expression)$/;
