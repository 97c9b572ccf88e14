import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';

/** `constructor(private x: T) {}` becomes a field and an assignment, which `erasableSyntaxOnly` and Node's type stripping ask for. */
export const parameterProperties: ShippedCodemod = defineFileCodemod({
  id: 'javascript/parameter-properties',
  title: '`constructor(private x: T) {}` becomes a field `private x: T;` and an assignment',
  params: {},
  languages: ['typescript', 'tsx'],
  change: (file) => {
    for (const body of file.findAll({ rule: { kind: 'class_body' } })) {
      const maker = body.children().find((child) => isConstructor(child) && child.field('body') !== null);
      const parameters = (maker?.field('parameters')?.children() ?? []).filter((child) => modifiersOf(child) !== '');
      if (maker === undefined || parameters.length === 0) continue;
      const why = whyNot(body, parameters) ?? write(file, { body, maker, parameters });
      if (why !== null) file.leave(parameters[0]!, why);
      else file.count('parameters made fields', parameters.length);
    }
  },
});

const isConstructor = (node: SgNode): boolean =>
  node.is('method_definition') && node.field('name')?.text() === 'constructor';

const MODIFIERS = new Set(['accessibility_modifier', 'override_modifier', 'readonly']);

const modifierNodes = (parameter: SgNode): SgNode[] =>
  parameter.children().filter((child) => MODIFIERS.has(child.kind() as string));

/** As they stand: `private readonly`. */
const modifiersOf = (parameter: SgNode): string =>
  /_parameter$/.test(parameter.kind() as string)
    ? modifierNodes(parameter)
        .map((child) => child.text())
        .join(' ')
    : '';

function whyNot(body: SgNode, parameters: readonly SgNode[]): string | null {
  const fields = body
    .children()
    .filter((child) => child.is('public_field_definition') && !/\bstatic\b/.test(child.text().split('=')[0]!));
  if (fields.some((field) => field.field('value') !== null))
    return 'another field has an initializer, and which of them comes first depends on the compiler’s settings';
  for (const parameter of parameters) {
    if (!parameter.field('pattern')?.is('identifier')) return 'a parameter is no plain name';
    if (parameter.field('type') === null) return 'a parameter has no type that the field could have';
    if (parameter.children().some((child) => child.is('decorator'))) return 'a parameter has a decorator';
  }
  const names = new Set(parameters.map((parameter) => parameter.field('pattern')!.text()));
  const taken = body.children().some((child) => names.has(child.field('name')?.text() ?? ''));
  return taken ? 'the class has a member of that name' : null;
}

interface Parts {
  readonly body: SgNode;
  readonly maker: SgNode;
  readonly parameters: readonly SgNode[];
}

function write(file: CodemodFile, { body, maker, parameters }: Parts): string | null {
  const block = maker.field('body')!;
  const statements = block.children().filter((child) => child.isNamed());
  const heritage = body
    .parent()!
    .children()
    .find((child) => child.is('class_heritage'));
  const isDerived = heritage !== undefined && /\bextends\b/.test(heritage.text());
  const call = statements.find((statement) => /^super\s*\(/.test(statement.text()));
  if (isDerived && call === undefined) return 'super() is not called as a statement of its own';
  const indent = indentOf(file.text, maker);
  if (indent === null) return 'the constructor does not begin a line';
  const outer = /^[ \t]*/.exec(lineOf(file.text, body.range().start.index))![0];
  const unit = indent.slice(outer.length) || '  ';
  const names = parameters.map((parameter) => parameter.field('pattern')!.text());
  const fields = parameters.map((parameter) => fieldOf(parameter, file.text));
  const assigned = names.map((name) => `this.${name} = ${name};`);
  const isField = body.child(1)?.is('public_field_definition') === true;
  const open = body.range().start.index + 1;
  file.edit(
    open,
    open,
    `\n${fields.map((field) => `${indent}${field}`).join('\n')}${gapBehind(file.text, open, isField)}`,
  );
  for (const parameter of parameters) {
    const modifiers = modifierNodes(parameter);
    file.edit(modifiers[0]!.range().start.index, parameter.field('pattern')!.range().start.index, '');
  }
  assign(
    file,
    { block, statements, call: isDerived ? call! : null },
    assigned.map((line) => `${indent}${unit}${line}`),
    indent,
  );
  return null;
}

interface Block {
  readonly block: SgNode;
  readonly statements: readonly SgNode[];
  readonly call: SgNode | null;
}

function assign(file: CodemodFile, { block, statements, call }: Block, lines: readonly string[], indent: string): void {
  const { start, end } = block.range();
  const at = call === null ? start.index + 1 : call.range().end.index;
  if (statements.length === 0) file.edit(start.index + 1, end.index - 1, `\n${lines.join('\n')}\n${indent}`);
  else
    file.edit(at, at, `\n${lines.join('\n')}${file.text[at] === '\n' || file.text[at] === '\r' ? '' : `\n${indent}`}`);
}

function fieldOf(parameter: SgNode, text: string): string {
  const [name, type] = [parameter.field('pattern')!, parameter.field('type')!];
  const optional = text.slice(name.range().end.index, type.range().start.index).includes('?') ? '?' : '';
  return `${modifiersOf(parameter)} ${name.text()}${optional}${type.text()};`;
}

/** A blank line between the fields and what follows, unless one is there or other fields follow. */
const gapBehind = (text: string, open: number, isField: boolean): string =>
  isField || /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(open)) ? '' : '\n';

/** The line from its start to an offset. */
const lineOf = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);

function indentOf(text: string, node: SgNode): string | null {
  const before = lineOf(text, node.range().start.index);
  return before.trim() === '' ? before : null;
}
