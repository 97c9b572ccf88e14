import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import { fileName, isTestOnly } from '../../../src/languages/rust/composition/surroundings.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { FileDraft, FileReader, ItemContext } from './item-context.ts';
import { attributeNamed, pythonAttributes } from './python-attributes.ts';
import { readClass } from './read-class.ts';
import { readFunction } from './read-function.ts';
import { readMethods } from './read-methods.ts';
import { readPaths, type WrittenPaths } from './read-paths.ts';
import type { RustFile, RustName, Where } from './rust-file.ts';

/** Whether a text can have anything of PyO3 in it. */
const SPEAKS_OF_PYTHON = /\bpy(?:o3|module|class|function|methods|fn)|Py[A-Z]|create_exception/;

export function readRustFile(syntax: Syntax): RustFile {
  const starts = lineStartsOf(syntax.text);
  const found: FileDraft = {
    uses: [],
    functions: [],
    classes: [],
    methods: [],
    modules: [],
    names: [],
    calls: [],
    paths: [],
  };
  const reader: FileReader = {
    syntax,
    lineOf: (node) => lineAt(starts, syntax.start[node]!),
    found,
    python: SPEAKS_OF_PYTHON.test(syntax.text),
    inside: (container, inline, cfg) => readContainer(reader, container, inline, cfg),
  };
  readContainer(reader, 0, [], []);
  return found;
}

function readContainer(reader: FileReader, container: Node, inline: readonly string[], cfg: readonly string[]): void {
  const written: WrittenPaths = new Map();
  // The items of a body are read with the function that has it.
  const isBody = inline.at(-1)?.startsWith('fn ') === true;
  for (const item of readItems(reader.syntax, container).items) {
    const attributes = readAttributes(reader.syntax, item.attributes);
    const own = [...cfg, ...cfgOf(attributes)];
    if (own.some(isTestOnly)) continue;
    const where = { inline, line: reader.lineOf(item.node), cfg: own };
    const context: ItemContext = { item, attributes, python: pythonAttributes(attributes), where };
    readItem(reader, context);
    if (!isBody) readPaths(reader, context, written);
  }
  if (written.size > 0) reader.found.paths.push({ inline, written: [...written] });
}

function readItem(reader: FileReader, context: ItemContext): void {
  const { item } = context;
  readNames(reader, context);
  if (!reader.python) return;
  if (item.kind === 'fn') readFunction(reader, context, null);
  else if (item.kind === 'struct' || item.kind === 'enum') readClass(reader, context);
  else if (item.kind === 'impl') readMethods(reader, context);
  else if (item.kind === 'macro-call') readCall(reader, context);
  else if (item.kind === 'type' || item.kind === 'const' || item.kind === 'static') readName(reader, context);
}

/** How names lead to others, in every file. */
function readNames(reader: FileReader, context: ItemContext): void {
  const { item } = context;
  if (item.kind === 'use') readUse(reader, context);
  else if (item.kind === 'extern-crate') readExternCrate(reader, context);
  else if (item.kind === 'mod') readMod(reader, context);
  else if (item.kind === 'impl' || item.kind === 'trait' || (item.kind === 'fn' && !reader.python))
    readInnerUses(reader, context);
}

function readUse(reader: FileReader, { item, python: attributes, where }: ItemContext): void {
  addUses(reader, item.node, where, attributeNamed(attributes, 'pymodule_export') !== null);
}

/** `extern crate a as b;` is `use ::a as b;`; `self` is the crate itself. */
function readExternCrate({ syntax, found }: FileReader, { item, where }: ItemContext): void {
  const name = plainName(textOf(syntax, childByField(syntax, item.node, 'name')));
  const alias = childByField(syntax, item.node, 'alias');
  const bound = alias === -1 ? name : plainName(textOf(syntax, alias));
  const segments = name === 'self' ? ['crate'] : ['', name];
  found.uses.push({ ...where, segments, alias: bound, exported: false });
}

function addUses({ syntax, found }: FileReader, declaration: Node, where: Where, exported: boolean): void {
  for (const leaf of readUseTree(syntax, declaration)) {
    const alias = importedName(leaf);
    if (alias === null && !leaf.glob) continue;
    found.uses.push({ ...where, segments: [...leaf.segments], alias, exported });
  }
}

/** `use` in bodies: they name nothing outside of them, and lead somewhere all the same. */
function readInnerUses(reader: FileReader, { item, where }: ItemContext): void {
  const { syntax, lineOf } = reader;
  if (!/\buse\s/.test(textOf(syntax, item.node))) return;
  const inline = [...where.inline, `fn ${item.kind}`];
  for (let node = item.node + 1; node < syntax.after[item.node]!; node++)
    if (kindOf(syntax, node) === 'use_declaration')
      addUses(reader, node, { ...where, inline, line: lineOf(node) }, false);
}

function readMod(reader: FileReader, { item, python, where }: ItemContext): void {
  const { syntax, found } = reader;
  const body = childByField(syntax, item.node, 'body');
  const name = fileName(textOf(syntax, childByField(syntax, item.node, 'name')));
  if (attributeNamed(python, 'pymodule')) found.modules.push({ ...where, name, attributes: python });
  if (body !== -1) reader.inside(body, [...where.inline, name], where.cfg);
}

function readName({ syntax, found }: FileReader, { item, python, where }: ItemContext): void {
  const name = plainName(textOf(syntax, childByField(syntax, item.node, 'name')));
  const exported = attributeNamed(python, 'pymodule_export') !== null;
  if (item.kind === 'type') {
    const target = textOf(syntax, childByField(syntax, item.node, 'type')).replace(/\s+/g, '');
    found.names.push({ ...where, name, kind: 'alias', value: target, exported });
    return;
  }
  const value = childByField(syntax, item.node, 'value');
  const text = value === -1 ? null : stringValue(textOf(syntax, value));
  if (text === null && !exported) return;
  found.names.push({ ...where, name, kind: 'constant', value: text ?? '', exported });
}

const MAKES_EXCEPTION = /^(?:pyo3::)?(?:exceptions::)?(create|import)_exception(?:_bound)?$/;

/** A macro call that stands as an item: one of PyO3's own, or one that may make anything. */
function readCall({ syntax, found }: FileReader, { item, where }: ItemContext): void {
  const call =
    kindOf(syntax, item.node) === 'macro_invocation' ? item.node : childByKind(syntax, item.node, 'macro_invocation');
  if (call === -1) return;
  const name = textOf(syntax, childByField(syntax, call, 'macro')).replace(/\s/g, '');
  const tree = childByKind(syntax, call, 'token_tree');
  const words = tree === -1 ? [] : [...new Set(textOf(syntax, tree).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];
  const made = MAKES_EXCEPTION.exec(name);
  if (!made) {
    found.calls.push({ ...where, name, words: words.slice(0, 400) });
    return;
  }
  const [, exception = ''] = /^[([{][^,]*,\s*(\w+)/.exec(textOf(syntax, tree)) ?? [];
  const kind: RustName['kind'] = made[1] === 'create' ? 'exception' : 'foreign-exception';
  if (exception !== '') found.names.push({ ...where, name: exception, kind, value: '', exported: false });
}
