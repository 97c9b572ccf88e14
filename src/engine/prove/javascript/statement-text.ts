import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { isOwnRequire } from '../../../../analyzers/readings/javascript/own-require.ts';
import { childByField, childrenOf, kindOf, type Node, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { layoutAt } from './layout-tokens.ts';
import { pointedComment } from './pointed-comment.ts';
import type { EsModule } from './read-es-module.ts';

const WHOLE = /^(string|template_string|regex|jsx_text)$/;

/** Words behind which a line break ends the statement, or makes another member of what follows. */
const ENDED_BY_BREAK =
  /^(return|throw|break|continue|yield|async|await|abstract|accessor|declare|type|namespace|module|global|interface|get|set|static|readonly|override|public|private|protected|asserts|using|let|of)$/;
/** What a line break in front of makes part of the next statement. */
const PARTED_BY_BREAK = /^(\+\+|--|!|=>|as|satisfies|is|implements)$/;

/**
 * A statement as one text, equal for equal code. It holds the tokens, how they are grouped (where a statement ends can depend on line
 * breaks), the line breaks that the grammar reads, and the comments between the first and the last token. Layout, `export` and the place of
 * the file are left out: relative module names stand as they resolve.
 */
export function statementText(view: View, module: EsModule, statement: Node): string {
  const { syntax } = module;
  const tokens: string[] = [];
  const { decorators, inner } = partsOf(module, statement);
  const writer = { view, module, tokens, skipped: new Set(decorators), before: '', end: syntax.start[inner]!, gap: 0 };
  for (const decorator of decorators)
    writeNode({ ...writer, skipped: new Set(), end: syntax.start[decorator]! }, decorator);
  writeNode(writer, inner);
  const last = tokens.findLastIndex((token) => !token.startsWith('//') && !token.startsWith('/*') && token !== '}>');
  const closed = tokens.slice(last + 1).filter((token) => token === '}>');
  // Where the statement ends is known: whether a semicolon says so, or the next line does, is layout.
  const end = tokens[last] === ';' ? last : last + 1;
  return [...tokens.slice(0, end), ...closed, kindOf(syntax, inner)].join('\u0000');
}

/** `@a export class B` and `export @a class B` mark the same class. */
function partsOf({ syntax }: EsModule, statement: Node): { decorators: readonly Node[]; inner: Node } {
  const exported = kindOf(syntax, statement) === 'export_statement';
  const declaration = exported ? childByField(syntax, statement, 'declaration') : -1;
  const isPlain =
    declaration !== -1 && !childrenOf(syntax, statement).some((child) => kindOf(syntax, child) === 'default');
  const inner = isPlain ? declaration : statement;
  const decoratorsIn = (node: Node): Node[] =>
    childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'decorator');
  return { decorators: isPlain ? [...decoratorsIn(statement), ...decoratorsIn(inner)] : decoratorsIn(inner), inner };
}

interface Writer {
  readonly view: View;
  readonly module: EsModule;
  readonly tokens: string[];
  readonly skipped: ReadonlySet<Node>;
  /** The token before, and where it ends. */
  before: string;
  end: number;
  /** Where the last comment behind it ends. */
  gap: number;
}

function writeNode(writer: Writer, root: Node): void {
  const { syntax } = writer.module;
  const open: Node[] = [];
  for (let node = root; node < syntax.after[root]!; node++) {
    while (open.length > 0 && syntax.after[open[open.length - 1]!]! <= node) {
      open.pop();
      writer.tokens.push('}>');
    }
    const kind = kindOf(syntax, node);
    const layout = layoutAt(syntax, node, writer.before);
    if (layout !== -1) {
      writer.end = syntax.end[layout]!;
      node = layout;
      continue;
    }
    if (isGroup(writer, node, kind)) {
      if (node === root) continue;
      writer.tokens.push(`<{${kind}`);
      open.push(node);
      continue;
    }
    if (writer.skipped.has(node)) writer.end = syntax.end[node]!;
    else writeToken(writer, node, kind);
    node = syntax.after[node]! - 1;
  }
  while (open.pop() !== undefined) writer.tokens.push('}>');
}

const isGroup = ({ module: { syntax }, skipped }: Writer, node: Node, kind: string): boolean =>
  syntax.after[node]! > node + 1 && !WHOLE.test(kind) && !skipped.has(node);

function writeToken(writer: Writer, node: Node, kind: string): void {
  const { view, module, tokens } = writer;
  const { syntax } = module;
  const text = textOf(syntax, node);
  if (kind === 'comment') {
    tokens.push(pointedComment(view, module.path, text));
    writer.gap = syntax.end[node]!;
    return;
  }
  // What the grammar was not shown still counts; a semicolon that it was shown, and is none, does not. See cure-typescript.ts.
  const hidden = syntax.text.slice(Math.max(writer.end, writer.gap), syntax.start[node]!);
  if (hidden.trim() !== '' || (hidden !== '' && (writer.before === '`' || text === '`'))) tokens.push(hidden);
  if (text.trim() === '') return;
  // A comment of several lines is a line break, too.
  const between = syntax.text.slice(writer.end, syntax.start[node]!);
  if ((ENDED_BY_BREAK.test(writer.before) || PARTED_BY_BREAK.test(text)) && /[\n\r\u2028\u2029]/.test(between))
    tokens.push('\n');
  if (kind === 'template_string') writeTemplate(writer, node);
  else if (kind === 'string' && isModuleName(module, node)) tokens.push(resolved(view, module, text));
  else tokens.push(text.replace(IMPORT_TYPE, (_all, name: string) => `import ${resolved(view, module, name)}`));
  writer.before = text;
  writer.end = syntax.end[node]!;
}

/** Its characters as they are, and the tokens of what is put in. */
function writeTemplate(writer: Writer, template: Node): void {
  const { syntax } = writer.module;
  let from = syntax.start[template]!;
  for (const child of childrenOf(syntax, template)) {
    if (kindOf(syntax, child) !== 'template_substitution') continue;
    writer.tokens.push(syntax.text.slice(from, syntax.start[child]!));
    writer.end = syntax.start[child]!;
    writeNode(writer, child);
    from = syntax.end[child]!;
  }
  writer.tokens.push(syntax.text.slice(from, syntax.end[template]!));
}

/** `import('./x')` in a type that the grammar was shown as a name. */
const IMPORT_TYPE = /^import\s*\(\s*(["'][^"']*["'])/;

const resolved = (view: View, module: EsModule, text: string): string =>
  `module ${moduleOf(view, module.path, text.slice(1, -1))}`;

/** `'./x'` in `import('./x')`, `require('./x')` and `vi.mock('./x')`. */
function isModuleName({ syntax, names }: EsModule, node: Node): boolean {
  const list = syntax.parent[node]!;
  const call = syntax.parent[list] ?? -1;
  if (call < 0 || kindOf(syntax, list) !== 'arguments' || kindOf(syntax, call) !== 'call_expression') return false;
  const [first] = childrenOf(syntax, list).filter((child) => !/^(\(|comment)$/.test(kindOf(syntax, child)));
  if (first !== node) return false;
  const callee = textOf(syntax, childByField(syntax, call, 'function'));
  if (/^require\b/.test(callee) && isOwnRequire(names, syntax.start[call]!)) return false;
  return /^(import|require|require\.resolve|jest\.\w+|vi\.\w+|vitest\.\w+)$/.test(callee);
}
