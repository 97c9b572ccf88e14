import { type ClassMember, membersOf, type NativeClass } from '../../../analyzers/bridge/native.ts';
import type { Signature } from '../../../analyzers/bridge/signature.ts';
import type { NativeStub } from '../../../analyzers/bridge/stub/judge-stubs.ts';
import {
  classesIn,
  importsFor,
  printClassMember,
  printMember,
  printParameters,
} from '../../../analyzers/bridge/stub/print-stub.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

interface Editor {
  readonly syntax: Syntax;
  readonly stub: NativeStub;
  readonly classes: ReadonlyMap<string, string>;
  readonly newline: string;
}

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text, reason: 'free' });

/** Edits that fix the symbols that were found wrong in a stub: `pkg._core.f`, `pkg._core.C.method`. */
export function editStub(syntax: Syntax, stub: NativeStub, symbols: ReadonlySet<string>): Edit[] {
  const newline = syntax.text.includes('\r\n') ? '\r\n' : '\n';
  const editor: Editor = { syntax, stub, classes: classesIn(stub.native), newline };
  const added: string[] = [];
  const inside = new Map<string, string[]>();
  const edits: Edit[] = [];
  for (const symbol of [...symbols].sort()) {
    if (!symbol.startsWith(`${stub.module}.`)) continue;
    const [name = '', member] = symbol.slice(stub.module.length + 1).split('.');
    if (member === undefined) edits.push(...editName(editor, name, added));
    else edits.push(...editMember(editor, name, member, inside));
  }
  for (const [owner, lines] of inside) edits.push(...intoClass(editor, owner, lines));
  const { text } = syntax;
  if (added.length > 0) {
    const lead = text === '' || text.endsWith('\n') ? '' : newline;
    edits.push(edit(text.length, text.length, `${lead}${['', ...added].join(newline)}${newline}`));
  }
  const lines = importsFor([...added, ...[...inside.values()].flat()].join('\n'), text);
  if (lines.length > 0)
    edits.push(
      edit(
        importPlace(syntax),
        importPlace(syntax),
        lines
          .filter((line) => line !== '')
          .map((line) => line + newline)
          .join(''),
      ),
    );
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Before the first statement that is no docstring and no `from __future__`. */
function importPlace(syntax: Syntax): number {
  const first = namedChildrenOf(syntax, 0).find((node) => {
    const kind = kindOf(syntax, node);
    return (
      kind !== 'comment' &&
      kind !== 'future_import_statement' &&
      !(kind === 'expression_statement' && /^["']/.test(textOf(syntax, node)))
    );
  });
  return first === undefined ? syntax.text.length : syntax.start[first]!;
}

function editName(editor: Editor, name: string, added: string[]): Edit[] {
  const member = editor.stub.native.members.get(name);
  const nodes = definitionsOf(editor.syntax, 0, name);
  if (!member) return nodes.map((node) => removal(editor.syntax, node));
  if (nodes.length === 0) added.push(...printMember(member, editor.classes), '');
  const [only, ...more] = nodes;
  if (only === undefined || more.length > 0 || member.kind !== 'function' || !member.signature) return [];
  return parameterEdit(editor, only, member.signature, null);
}

function editMember(editor: Editor, owner: string, name: string, inside: Map<string, string[]>): Edit[] {
  const type = editor.stub.native.members.get(owner)?.type;
  const [holder] = definitionsOf(editor.syntax, 0, owner);
  if (!type || holder === undefined) return [];
  const body = childByField(editor.syntax, definitionAt(editor.syntax, holder), 'body');
  const nodes = definitionsOf(editor.syntax, body, name);
  if (/^__(?:new|init)__$/.test(name)) return editCreation(editor, type, { owner, nodes, inside });
  const member = membersOf(type).members.get(name);
  if (!member) return nodes.map((node) => removal(editor.syntax, node));
  if (nodes.length === 0) {
    inside.set(owner, [...(inside.get(owner) ?? []), ...printClassMember(member, owner, editor.classes)]);
    return [];
  }
  const [only, ...more] = nodes;
  return more.length > 0 || only === undefined ? [] : memberEdit(editor, only, member, owner);
}

function memberEdit(editor: Editor, node: Node, member: ClassMember, owner: string): Edit[] {
  const { syntax, newline } = editor;
  const definition = definitionAt(syntax, node);
  if (kindOf(syntax, definition) !== 'function_definition') return [];
  if (
    member.kind === 'attribute' ||
    member.kind === 'constant' ||
    (member.kind === 'static' && !/@staticmethod/.test(textOf(syntax, node)))
  ) {
    const lead = /[ \t]*$/.exec(syntax.text.slice(0, syntax.start[node]!))![0];
    const lines = printClassMember(member, owner, editor.classes);
    return [edit(syntax.start[node]!, syntax.end[node]!, lines.join(`${newline}${lead}`))];
  }
  if (!member.signature) return [];
  return parameterEdit(
    editor,
    node,
    member.signature,
    member.kind === 'static' ? null : receiverOf(syntax, definition),
  );
}

interface Creating {
  readonly owner: string;
  readonly nodes: readonly Node[];
  readonly inside: Map<string, string[]>;
}

function editCreation(editor: Editor, { creation }: NativeClass, { owner, nodes, inside }: Creating): Edit[] {
  if (creation === null) return [];
  if (creation === 'none') return nodes.map((node) => removal(editor.syntax, node));
  if (nodes.length === 0) {
    const parameters = printParameters(creation, editor.classes);
    const line = `def __new__(cls${parameters === '' ? '' : `, ${parameters}`}) -> ${owner}: ...`;
    inside.set(owner, [line, ...(inside.get(owner) ?? [])]);
    return [];
  }
  const [only, ...more] = nodes;
  return more.length > 0 || only === undefined
    ? []
    : parameterEdit(editor, only, creation, receiverOf(editor.syntax, definitionAt(editor.syntax, only)));
}

/** Statements of a block that define a name, decorators included; those below `if` are left to a person. */
const definitionsOf = (syntax: Syntax, block: Node, name: string): Node[] =>
  block === -1
    ? []
    : namedChildrenOf(syntax, block).filter((node) => {
        const definition = definitionAt(syntax, node);
        const kind = kindOf(syntax, definition);
        if (kind === 'function_definition' || kind === 'class_definition')
          return textOf(syntax, childByField(syntax, definition, 'name')) === name;
        return kind === 'expression_statement' && new RegExp(`^${name}\\s*[:=]`).test(textOf(syntax, definition));
      });

const definitionAt = (syntax: Syntax, node: Node): Node =>
  kindOf(syntax, node) === 'decorated_definition' ? childByField(syntax, node, 'definition') : node;

/** The whole lines of a statement. */
function removal({ text, start, end }: Syntax, node: Node): Edit {
  const from = text.lastIndexOf('\n', start[node]! - 1) + 1;
  const until = text.indexOf('\n', end[node]!);
  return edit(from, until === -1 ? text.length : until + 1, '');
}

/** `self` or `cls`, as the stub writes it. */
function receiverOf(syntax: Syntax, definition: Node): string {
  const [first] = namedChildrenOf(syntax, childByField(syntax, definition, 'parameters'));
  return first === undefined ? 'self' : textOf(syntax, first);
}

/** The parameters as Rust has them; what the stub says of their types is kept by name. */
function parameterEdit({ syntax, classes }: Editor, node: Node, signature: Signature, receiver: string | null): Edit[] {
  const definition = definitionAt(syntax, node);
  const list = childByField(syntax, definition, 'parameters');
  if (kindOf(syntax, definition) !== 'function_definition' || list === -1) return [];
  const annotations = new Map<string, string>();
  for (const parameter of namedChildrenOf(syntax, list)) {
    const type = childByField(syntax, parameter, 'type');
    const name = /^\**(\w+)/.exec(textOf(syntax, parameter))?.[1];
    if (type !== -1 && name !== undefined) annotations.set(name, textOf(syntax, type));
  }
  const parameters = printParameters(signature, classes, annotations);
  const text = receiver === null ? parameters : [receiver, ...(parameters === '' ? [] : [parameters])].join(', ');
  return [edit(syntax.start[list]!, syntax.end[list]!, `(${text})`)];
}

/** Lines at the end of a class's body; one that is only `...` is replaced. */
function intoClass({ syntax, newline }: Editor, owner: string, lines: readonly string[]): Edit[] {
  const [holder] = definitionsOf(syntax, 0, owner);
  if (holder === undefined) return [];
  const body = childByField(syntax, definitionAt(syntax, holder), 'body');
  const isEmpty = /^(?:\.\.\.|pass)$/.test(textOf(syntax, body).trim());
  const first = namedChildrenOf(syntax, body)[0] ?? body;
  const lead = isEmpty ? '    ' : (/[ \t]*$/.exec(syntax.text.slice(0, syntax.start[first]!))?.[0] ?? '    ');
  const text = lines.map((line) => `${newline}${lead}${line}`).join('');
  return isEmpty
    ? [edit(syntax.start[body]!, syntax.end[body]!, text)]
    : [edit(syntax.end[body]!, syntax.end[body]!, text)];
}
