import { childrenOf, isBroken, isNamed, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isComment } from './tokens.ts';

/** A top-level or associated item with everything that is attached to it. */
export interface Item {
  readonly kind: string;
  /** The item's node; for `error` the first of the run. */
  readonly node: Node;
  /** Outer attributes, in order. */
  readonly attributes: readonly Node[];
  /** Nodes from the first attached one up to (not including) `afterNode` belong to the item. */
  readonly firstNode: Node;
  readonly afterNode: Node;
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly broken: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  const_item: 'const',
  macro_invocation: 'macro-call',
  macro_definition: 'macro',
  mod_item: 'mod',
  foreign_mod_item: 'extern-block',
  struct_item: 'struct',
  union_item: 'union',
  enum_item: 'enum',
  type_item: 'type',
  function_item: 'fn',
  function_signature_item: 'fn',
  impl_item: 'impl',
  trait_item: 'trait',
  associated_type: 'type',
  use_declaration: 'use',
  extern_crate_declaration: 'extern-crate',
  static_item: 'static',
  let_declaration: 'let',
};

export interface Items {
  readonly items: readonly Item[];
  /** Where the file's own part ends: shebang, inner docs and attributes, licence. */
  readonly headerEnd: number;
}

type Draft = { -readonly [K in keyof Item]: Item[K] };

/** The items of a source file or of the body of an `impl`, `trait` or `mod`, in source order. */
export function readItems(syntax: Syntax, container: Node): Items {
  const items: Draft[] = [];
  let lead: Node[] = [];
  let headerEnd = syntax.start[container]!;
  for (const child of childrenOf(syntax, container)) {
    const kind = kindOf(syntax, child);
    const last = items[items.length - 1];
    if (isComment(kind)) {
      if (isInnerDoc(syntax, child) && !last) headerEnd = endOf(syntax, child);
      else if (last && lead.length === 0 && trails(syntax, last, child)) extend(last, child, syntax);
      else lead.push(child);
    } else if (kind === 'attribute_item') lead.push(child);
    else if (kind === 'inner_attribute_item' || kind === 'shebang') {
      headerEnd = endOf(syntax, child);
      lead = [];
    } else if (kind === 'empty_statement' && last && lead.length === 0) extend(last, child, syntax);
    else if (kind === '{' || kind === '}') continue;
    else {
      if (items.length === 0) lead = withoutLicence(syntax, lead, (end) => (headerEnd = Math.max(headerEnd, end)));
      addItem(syntax, items, child, kind, lead);
      lead = [];
    }
  }
  if (lead.some((node) => kindOf(syntax, node) === 'attribute_item')) addItem(syntax, items, lead[0]!, 'ERROR', lead);
  return { items, headerEnd };
}

function addItem(syntax: Syntax, items: Draft[], node: Node, nodeKind: string, lead: readonly Node[]): void {
  const kind = itemKind(syntax, node, nodeKind);
  const last = items[items.length - 1];
  if (
    last?.kind === 'error' &&
    lead.length === 0 &&
    (kind === 'error' || sameLine(syntax, last.bodyEnd, syntax.start[node]!))
  ) {
    // A run of what the parser could not read, with the item on the same line that it belongs to: `pub macro` `m(..) {}`.
    extend(last, node, syntax);
    last.bodyEnd = syntax.end[node]!;
    if (kind !== 'error') Object.assign(last, { kind, node });
    return;
  }
  const attached = attachedTo(syntax, lead, node);
  const firstNode = attached[0] ?? node;
  const bodyStart = startOfItem(syntax, node, kind);
  items.push({
    kind,
    node,
    attributes: attached.filter((one) => kindOf(syntax, one) === 'attribute_item'),
    firstNode,
    afterNode: syntax.after[node]!,
    start: Math.min(syntax.start[firstNode]!, bodyStart),
    end: endOf(syntax, node),
    bodyStart,
    bodyEnd: endOf(syntax, node),
    broken: kind === 'error' || isBroken(syntax, node) || attached.some((one) => isBroken(syntax, one)),
  });
}

function itemKind(syntax: Syntax, node: Node, kind: string): string {
  if (kind === 'expression_statement')
    return kindOf(syntax, node + 1) === 'macro_invocation' && !isNamed(syntax, syntax.after[node + 1]!)
      ? 'macro-call'
      : 'expr';
  return KINDS[kind] ?? (kind === 'empty_statement' ? 'empty' : 'error');
}

// The `unsafe` of `unsafe extern "C" {` is blanked before parsing (see cure-source.ts): it is part of the item all the same.
function startOfItem(syntax: Syntax, node: Node, kind: string): number {
  const start = syntax.start[node]!;
  if (kind !== 'extern-block') return start;
  const before = /unsafe\s+$/.exec(syntax.text.slice(Math.max(0, start - 40), start));
  return before ? start - before[0].length : start;
}

/** Attributes and docs bind in any case; plain comments only from directly above, down to a banner or a blank line. */
function attachedTo(syntax: Syntax, lead: readonly Node[], item: Node): Node[] {
  let first = lead.findIndex((node) => kindOf(syntax, node) === 'attribute_item' || isOuterDoc(syntax, node));
  if (first === -1) first = lead.length;
  while (first > 0) {
    const comment = lead[first - 1]!;
    const below = lead[first] ?? item;
    if (!ownsItsLine(syntax, comment) || isBanner(syntax, comment)) break;
    if (/\n[ \t\r]*\n/.test(syntax.text.slice(endOf(syntax, comment), syntax.start[below]!))) break;
    first -= 1;
  }
  return lead.slice(first);
}

const BANNER = /[-=*#~_+─━═/]{5,}/;
const isBanner = (syntax: Syntax, comment: Node): boolean => BANNER.test(textOf(syntax, comment).replace(/^\/\/+/, ''));

const LICENCE = /copyright|licen[sc]e|spdx/i;

/** The file's first comment block, if it is a licence, belongs to the file even when no blank line follows it. */
function withoutLicence(syntax: Syntax, lead: readonly Node[], found: (end: number) => void): Node[] {
  let until = 0;
  while (until < lead.length && isPlainComment(syntax, lead[until]!)) {
    const previous = lead[until - 1];
    if (
      previous !== undefined &&
      /\n[ \t\r]*\n/.test(syntax.text.slice(endOf(syntax, previous), syntax.start[lead[until]!]!))
    )
      break;
    until += 1;
  }
  const block = lead.slice(0, until);
  if (!block.some((node) => LICENCE.test(textOf(syntax, node)))) return [...lead];
  found(endOf(syntax, block[block.length - 1]!));
  return lead.slice(until);
}

const isPlainComment = (syntax: Syntax, node: Node): boolean =>
  isComment(kindOf(syntax, node)) && !isOuterDoc(syntax, node) && !isInnerDoc(syntax, node);

const isOuterDoc = (syntax: Syntax, comment: Node): boolean => hasMarker(syntax, comment, 'outer_doc_comment_marker');
const isInnerDoc = (syntax: Syntax, comment: Node): boolean => hasMarker(syntax, comment, 'inner_doc_comment_marker');

function hasMarker(syntax: Syntax, comment: Node, marker: string): boolean {
  for (let node = comment + 1; node < syntax.after[comment]!; node++) if (kindOf(syntax, node) === marker) return true;
  return false;
}

// A `///` comment's node ends behind its newline, every other comment's before it.
function endOf(syntax: Syntax, node: Node): number {
  let end = syntax.end[node]!;
  while (end > syntax.start[node]! && (syntax.text[end - 1] === '\n' || syntax.text[end - 1] === '\r')) end -= 1;
  return end;
}

const sameLine = (syntax: Syntax, end: number, start: number): boolean => !syntax.text.slice(end, start).includes('\n');

const trails = (syntax: Syntax, item: Draft, comment: Node): boolean =>
  !isOuterDoc(syntax, comment) && sameLine(syntax, item.end, syntax.start[comment]!);

function ownsItsLine(syntax: Syntax, comment: Node): boolean {
  const start = syntax.start[comment]!;
  return /^\uFEFF?[ \t]*$/.test(syntax.text.slice(syntax.text.lastIndexOf('\n', start - 1) + 1, start));
}

function extend(item: Draft, node: Node, syntax: Syntax): void {
  item.end = endOf(syntax, node);
  item.afterNode = syntax.after[node]!;
  item.broken ||= isBroken(syntax, node);
}
