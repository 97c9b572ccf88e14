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
 * What is misread without an error: `using x = …` as an assignment, a tagged template with type arguments as a comparison, `new A!()` as a call of
 * what `new A` gives. Babel then says whether it really stands there.
 */
const MISREAD: readonly (readonly [hint: string, form: RegExp])[] = [
  ['using', /(?:^|[;{}(])[ \t]*(?:await[ \t]+)?using[ \t]+[\p{L}_$][\w$]*[ \t]*(?:[=:,]|of\b)/mu],
  ['>`', />`/],
  ['!(', /\bnew\s+[\w$.]+!\(/],
];

export const mayBeMisread = (text: string): boolean =>
  MISREAD.some(([hint, form]) => text.includes(hint) && form.test(text));

/**
 * What tree-sitter-typescript 0.23 cannot read although TypeScript can is overwritten by something of equal length that it can, so that every
 * offset is one into the original text; names and tokens are always read from there. Only statements that hold an error are touched, or what
 * is misread in silence: a statement is read alike in whatever file it stands.
 * @param errors `anywhere`: an error shows only in what follows, so that every statement may be the one
 * @returns the text itself where nothing can be cured
 */
export function cureTypescript(text: string, grammar: Grammar, errors: readonly Range[] | 'anywhere'): string {
  const file = readWithBabel(text, grammar, true);
  if (file instanceof SyntaxError) return text;
  const patches: Patch[] = [];
  for (const statement of file.program.body) {
    const isBroken =
      errors === 'anywhere' || errors.some(({ start, end }) => start <= statement.end && statement.start <= end);
    for (const [node, above] of nodesOf(statement)) {
      if (isBroken) patches.push(...(CURES[node.type]?.(node, text, above) ?? []));
      patches.push(...(ALWAYS[node.type]?.(node, text, above) ?? []));
    }
  }
  return patches.length === 0 ? text : overwrite(text, patches);
}

function overwrite(text: string, patches: readonly Patch[]): string {
  const characters = text.split('');
  // What is blanked as a whole has no names left to be changed.
  for (const { start, text: patch } of [...patches].sort((a, b) => a.text.length - b.text.length))
    for (let i = 0; i < patch.length; i++) characters[start + i] = patch[i]!;
  return characters.join('');
}

const blank = (text: string): string => text.replace(/[^\n\r]/g, ' ');

/** Blanks a word in front of something else. */
const blankWord = (text: string, from: number, to: number, word: RegExp): readonly Patch[] => {
  const found = word.exec(text.slice(from, to));
  return found === null ? [] : [{ start: from + found.index, text: blank(found[0]) }];
};

const ALWAYS: Readonly<Record<string, Cure>> = {
  /** `using a = b` becomes `const a = b`, `await using a` becomes `const       a`. */
  VariableDeclaration: (node, text) => {
    if (node.kind !== 'using' && node.kind !== 'await using') return [];
    const [first] = node.declarations as readonly BabelNode[];
    return [{ start: node.start, text: `const${blank(text.slice(node.start + 5, first!.start))}` }];
  },
  /** `sql<T>\`a ${b} c\`` becomes `sql<T>(     b   )`. */
  TaggedTemplateExpression: (node, text) =>
    node.typeParameters == null ? [] : cureTagged(node.quasi as BabelNode, text),
  NewExpression: (node, text) => {
    const callee = node.callee as BabelNode;
    const isMarked = callee.type === 'TSNonNullExpression' && text[callee.end - 1] === '!';
    return isMarked ? [{ start: callee.end - 1, text: ' ' }] : [];
  },
};

function cureTagged(quasi: BabelNode, text: string): readonly Patch[] {
  const { start, end } = quasi;
  const expressions = quasi.expressions as readonly BabelNode[];
  const patches: Patch[] = [];
  let from = start;
  for (const expression of expressions) {
    patches.push({
      start: from,
      text: `${from === start ? '(' : ','}${blank(text.slice(from + 1, expression.start))}`,
    });
    from = expression.end;
  }
  patches.push({ start: from, text: `${from === start ? '(' : ' '}${blank(text.slice(from + 1, end - 1))})` });
  return patches;
}

/** Names that the grammar takes for words of its own where they are none. */
const WORDS =
  /^(using|type|as|is|any|unknown|object|number|string|boolean|symbol|never|asserts|satisfies|declare|abstract|namespace|module|global|get|set|of|async|accessor|readonly|infer|keyof|unique|override|out|require|static)$/;

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
  /** A variable, a parameter, a type that is called like a word of the language. */
  Identifier: (node, text) =>
    WORDS.test(String(node.name)) && text.startsWith(String(node.name), node.start)
      ? [{ start: node.start + 1, text: '_' }]
      : [],
  /** `\u{zz}` is allowed in a tagged template, and any escape in a type. */
  TemplateElement: (node, text, above) => {
    const inType = above.some(({ type }) => type === 'TSLiteralType' || type === 'TSTemplateLiteralType');
    if (!inType && (node.value as { cooked?: unknown }).cooked !== null) return [];
    return [{ start: node.start, text: text.slice(node.start, node.end).replace(/\\./g, '__') }];
  },
  /** `typeof undefined` as a type. */
  TSTypeQuery: ({ exprName }, text) => {
    const { start, name } = exprName as BabelNode;
    return name === 'undefined' && text.startsWith('undefined', start) ? [{ start, text: 'undef_ned' }] : [];
  },
  /** `A<<T>(x: T) => T>`: two signs that look like one. */
  TSFunctionType: (node, text) => {
    const parameters = node.typeParameters as BabelNode | null;
    return parameters && text[parameters.start - 1] === '<'
      ? [{ start: parameters.start, text: blank(text.slice(parameters.start, parameters.end)) }]
      : [];
  },
  /** `global { … }` inside of `declare module`. */
  TSModuleDeclaration: (node, text) => {
    const { start, end, name } = node.id as BabelNode;
    return name === 'global' && node.start === start && /\s/.test(text[end] ?? '') ? [{ start: end, text: ';' }] : [];
  },
  /** `a<-1`: no type argument. */
  BinaryExpression: (node, text) => {
    const { start } = node.right as BabelNode;
    return node.operator === '<' && text.slice(start - 1, start + 1) === '<-' && /\d/.test(text[start + 1] ?? '')
      ? [{ start, text: ' ' }]
      : [];
  },
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
