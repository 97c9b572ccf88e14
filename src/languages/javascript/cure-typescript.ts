import type { Range } from '../../core/range.ts';
import type { Grammar } from '../language.ts';
import { type BabelNode, nodesOf, readWithBabel } from './second-reader.ts';

/** Characters of the text that are overwritten; `text` is as long as what stood there. */
interface Patch {
  readonly start: number;
  readonly text: string;
}

type Cure = (node: BabelNode, text: string, above: readonly BabelNode[]) => readonly Patch[];

/**
 * `using x = …` is read as an assignment, without an error. The places where such a declaration can stand; Babel then says whether one does.
 */
const USING = /(?:^|[;{}(])[ \t]*(?:await[ \t]+)?using[ \t]+[\p{L}_$][\w$]*[ \t]*(?:[=:,]|of\b)/mu;

export const mayHoldUsing = (text: string): boolean => text.includes('using') && USING.test(text);

/**
 * What tree-sitter-typescript 0.23 cannot read although TypeScript can is overwritten by something of equal length that it can, so that every
 * offset is one into the original text; names and tokens are always read from there. Only statements that hold an error are touched, so that
 * a statement is read alike in whatever file it stands; but for `using`, which is misread in silence.
 * @returns the text itself where nothing can be cured
 */
export function cureTypescript(text: string, grammar: Grammar, errors: readonly Range[]): string {
  const file = readWithBabel(text, grammar, true);
  if (file instanceof SyntaxError) return text;
  const patches: Patch[] = [];
  for (const statement of file.program.body) {
    const isBroken = errors.some(({ start, end }) => start <= statement.end && statement.start <= end);
    for (const [node, above] of nodesOf(statement)) {
      if (isBroken) patches.push(...(CURES[node.type]?.(node, text, above) ?? []));
      if (node.type === 'VariableDeclaration') patches.push(...cureUsing(node, text));
    }
  }
  return patches.length === 0 ? text : overwrite(text, patches);
}

function overwrite(text: string, patches: readonly Patch[]): string {
  const characters = text.split('');
  for (const { start, text: patch } of patches)
    for (let i = 0; i < patch.length; i++) characters[start + i] = patch[i]!;
  return characters.join('');
}

const blank = (text: string): string => text.replace(/[^\n\r]/g, ' ');

/** Blanks a word in front of something else. */
const blankWord = (text: string, from: number, to: number, word: RegExp): readonly Patch[] => {
  const found = word.exec(text.slice(from, to));
  return found === null ? [] : [{ start: from + found.index, text: blank(found[0]) }];
};

/** `using a = b` becomes `const a = b`, `await using a` becomes `const       a`. */
function cureUsing(node: BabelNode, text: string): readonly Patch[] {
  if (node.kind !== 'using' && node.kind !== 'await using') return [];
  const [first] = node.declarations as readonly BabelNode[];
  return [{ start: node.start, text: `const${blank(text.slice(node.start + 5, first!.start))}` }];
}

const CURES: Readonly<Record<string, Cure>> = {
  /** `export { a } from './a.json' with { type: 'json' }`: the attributes are read from the text. */
  ExportNamedDeclaration: (node, text) => [...cureAttributes(node, text), ...cureTypeNamespace(node, text)],
  ExportAllDeclaration: (node, text) => [...cureAttributes(node, text), ...cureTypeStar(node, text)],
  ImportDeclaration: (node, text) =>
    node.phase === 'defer' || node.phase === 'source'
      ? blankWord(text, node.start + 'import'.length, node.end, /^\s*\w+/)
      : [],
  /** `import('./a').B<C>` becomes `________________.B<C>`. */
  TSImportType: (node, text, above) => {
    const end = callEnd(node, text);
    const isWhole = above.some(({ type }) => type === 'TSTypeQuery') && node.qualifier == null;
    return end === null || (isWhole && above.every(({ type }) => type !== 'TSTypeParameterInstantiation'))
      ? []
      : [{ start: node.start, text: placeholder(text.slice(node.start, end)) }];
  },
  TSTypeParameter: (node, text) => {
    if (node.in !== true && node.out !== true) return [];
    const name = typeof node.name === 'string' ? node.name : String((node.name as BabelNode).name);
    const words = text.slice(node.start, node.end);
    const head = new RegExp(`^(?:(?:in|out)\\s+)+(?=${name.replace(/\$/g, '\\$')}(?![\\w$]))`).exec(words);
    return head === null ? [] : [{ start: node.start, text: blank(head[0]) }];
  },
  /** `static accessor a = 1`. */
  ClassAccessorProperty: (node, text) =>
    blankWord(text, modifiersStart(node), (node.key as BabelNode).start, /\baccessor(?=[\s[#'"])/),
  /** `export default abstract class {}`: without a name, it has to be an expression. */
  ExportDefaultDeclaration: (node, text) => {
    const declared = node.declaration as BabelNode;
    return declared.abstract === true && declared.id == null
      ? blankWord(text, declared.start, declared.end, /^abstract/)
      : [];
  },
  /** A variable of that name. */
  Identifier: (node, text) =>
    text.slice(node.start, node.start + 5) === 'using' && node.name === 'using'
      ? [{ start: node.start, text: 'us_ng' }]
      : [],
  /** `\u{zz}` is allowed in a tagged template. */
  TemplateElement: (node, text) =>
    (node.value as { cooked?: unknown }).cooked === null
      ? [{ start: node.start, text: text.slice(node.start, node.end).replace(/\\/g, '_') }]
      : [],
  TSInterfaceBody: (node, text) => cureMembers(node.body as readonly BabelNode[], text),
  TSTypeLiteral: (node, text) => cureMembers(node.members as readonly BabelNode[], text),
  /** A plain `&` in markup. */
  JSXText: (node, text) => cureAmpersands(node, text),
  JSXAttribute: (node, text) =>
    (node.value as BabelNode | null)?.type === 'StringLiteral' ? cureAmpersands(node.value as BabelNode, text) : [],
};

/** The last character becomes a semicolon, so that the statement still ends where it did. */
function cureAttributes(node: BabelNode, text: string): readonly Patch[] {
  const source = node.source as BabelNode | null;
  const attributes = node.attributes as readonly BabelNode[] | undefined;
  if (!source || !attributes || attributes.length === 0) return [];
  const end = text.lastIndexOf('}', node.end) + 1;
  const closed = /^\s*;/.test(text.slice(end));
  const inside = blank(text.slice(source.end, end));
  return [{ start: source.end, text: closed ? inside : `${inside.slice(0, -1)};` }];
}

/** `export type * from` becomes `export type {}from`. */
function cureTypeStar(node: BabelNode, text: string): readonly Patch[] {
  if (node.exportKind !== 'type') return [];
  const star = text.indexOf('*', node.start);
  return /\s/.test(text[star + 1] ?? '') ? [{ start: star, text: '{}' }] : [];
}

/** `export type * as a from` becomes `export type {     a}from`. */
function cureTypeNamespace(node: BabelNode, text: string): readonly Patch[] {
  const [first] = node.specifiers as readonly BabelNode[];
  if (node.exportKind !== 'type' || first?.type !== 'ExportNamespaceSpecifier') return [];
  const name = first.exported as BabelNode;
  if (!/\s/.test(text[name.end] ?? '')) return [];
  return [
    { start: first.start, text: `{${blank(text.slice(first.start + 1, name.start))}` },
    { start: name.end, text: '}' },
  ];
}

const placeholder = (text: string): string => text.replace(/[^\n\r]/g, '_');

/** Where the parenthesis of `import(…)` closes. */
function callEnd(node: BabelNode, text: string): number | null {
  const argument = (node.options ?? node.argument) as BabelNode;
  const close = text.indexOf(')', argument.end);
  return close === -1 || /[\n\r]/.test(text.slice(node.start, close)) ? null : close + 1;
}

const modifiersStart = (node: BabelNode): number => {
  const decorators = (node.decorators ?? []) as readonly BabelNode[];
  return decorators[decorators.length - 1]?.end ?? node.start;
};

/** Members without semicolons, the next of which begins with what could go on with the type before it. */
function cureMembers(members: readonly BabelNode[], text: string): readonly Patch[] {
  return members.slice(1).flatMap((next, i): readonly Patch[] => {
    const last = members[i]!;
    if (/[;,]/.test(text[last.end - 1]!)) return [];
    if (/\s/.test(text[last.end] ?? '')) return [{ start: last.end, text: ';' }];
    return /[ \t]/.test(text[next.start - 1]!) ? [{ start: next.start - 1, text: ';' }] : [];
  });
}

const cureAmpersands = ({ start, end }: BabelNode, text: string): readonly Patch[] =>
  [...text.slice(start, end).matchAll(/&(?!(?:#\d+|#x[\da-f]+|[a-z][\da-z]*);)/gi)].map(({ index }) => ({
    start: start + index,
    text: '_',
  }));
