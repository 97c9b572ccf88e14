import type { SgNode } from '@ast-grep/napi';
import type { CodemodFile } from '../../define-file-codemod.ts';
import { isType, splitTypes } from './split-types.ts';
import type { TypeWriter } from './write-type.ts';

/** Decorators that do not ask for the annotations of what they decorate. */
const PLAIN =
  /^@(?:staticmethod|classmethod|property|[\w.]+\.(?:setter|deleter|getter)|(?:abc\.)?abstract\w+|(?:typing\.)?overload|(?:contextlib\.)?(?:async)?contextmanager|(?:functools\.)?(?:wraps\(.*\)|lru_cache.*|cached_property))$/;

/** Annotates one function by its comment. @returns ids of the comments that are spoken for, done or left */
export function annotateFunction(file: CodemodFile, node: SgNode, write: TypeWriter): number[] {
  const comment = signatureOf(node);
  const perArgument = node
    .field('parameters')!
    .children()
    .filter((child) => child.is('comment') && typeIn(child) !== null);
  if (comment === null) {
    for (const each of perArgument) file.leave(each, 'the function has no comment with the type of its result');
    return perArgument.map((each) => each.id());
  }
  const used = [comment, ...perArgument].map((each) => each.id());
  const why = annotate(file, node, comment, perArgument.length > 0, write);
  if (why !== null) file.leave(comment, why);
  else file.count('functions annotated');
  return used;
}

const typeIn = (comment: SgNode): string | null =>
  /^#\s*type:\s*(?!ignore\b)(.+?)\s*$/.exec(comment.text())?.[1] ?? null;

const SIGNATURE = /^#\s*type:\s*\((.*)\)\s*->\s*(.+?)\s*$/;

/** The comment between the colon and the first statement. */
function signatureOf(node: SgNode): SgNode | null {
  const body = node.field('body')!;
  const first = body.children().find((child) => !child.is('comment'));
  const colon = node.children().findLast((child) => child.text() === ':');
  const limit = first?.range().start.index ?? body.range().end.index;
  const near = [...node.children(), ...body.children()].filter((child) => child.is('comment'));
  return (
    near.find(
      (child) =>
        SIGNATURE.test(child.text()) &&
        child.range().start.index < limit &&
        child.range().start.index > colon!.range().start.index,
    ) ?? null
  );
}

interface Parameter {
  readonly node: SgNode;
  readonly name: SgNode;
  readonly value: SgNode | null;
}

/** Null where it was done, else why it was not. */
function annotate(
  file: CodemodFile,
  node: SgNode,
  comment: SgNode,
  isSplit: boolean,
  write: TypeWriter,
): string | null {
  const [, listed, result] = SIGNATURE.exec(comment.text())!;
  if (isSplit || listed === '...') return 'the types stand beside the arguments';
  const asked = whoAsks(node);
  if (asked !== null) return asked;
  const parameters = parametersOf(node);
  const types = splitTypes(listed!)?.map((type) => type.replace(/^\*{1,2}\s*/, ''));
  if (parameters === null || types === undefined) return 'its arguments cannot be told apart';
  if (![...types, result!].every(isType)) return 'the comment holds more than types';
  // The first argument of a method may be left out.
  const untyped = parameters.length - types.length;
  if (untyped !== 0 && !(untyped === 1 && isMethod(node))) return 'it names another number of arguments';
  for (const [i, parameter] of parameters.slice(untyped).entries()) {
    const { name, value } = parameter;
    const stop = value === null ? name.range().end.index : value.range().start.index;
    file.edit(name.range().end.index, stop, `: ${write(types[i]!)}${value === null ? '' : ' = '}`);
  }
  const end = node.field('parameters')!.range().end.index;
  file.edit(end, end, ` -> ${write(result!)}`);
  removeComment(file, comment);
  return null;
}

/** Why an annotation may be seen by somebody, or is there already. */
function whoAsks(node: SgNode): string | null {
  const decorators = node.parent()!.is('decorated_definition') ? node.parent()!.children() : [];
  if (decorators.some((child) => child.is('decorator') && !PLAIN.test(child.text())))
    return 'a decorator may ask for annotations';
  return node.field('return_type') === null ? null : 'it has annotations already';
}

function parametersOf(node: SgNode): Parameter[] | null {
  const found: Parameter[] = [];
  for (const child of node.field('parameters')!.children()) {
    if (!child.isNamed() || child.is('keyword_separator') || child.is('positional_separator')) continue;
    if (child.is('identifier')) found.push({ node: child, name: child, value: null });
    else if (child.is('default_parameter'))
      found.push({ node: child, name: child.field('name')!, value: child.field('value')! });
    else if (child.is('list_splat_pattern') || child.is('dictionary_splat_pattern'))
      found.push({ node: child, name: child, value: null });
    else return null;
  }
  return found.every(({ name }) => name.is('identifier') || !name.is('tuple_pattern')) ? found : null;
}

const isMethod = (node: SgNode): boolean => {
  const holder = node.parent()!.is('decorated_definition') ? node.parent()!.parent()! : node.parent()!;
  return holder.parent()?.is('class_definition') === true;
};

/** With its line, where it has one of its own; else with the blanks before it. */
export function removeComment(file: CodemodFile, comment: SgNode): void {
  const { start, end } = comment.range();
  const line = file.text.lastIndexOf('\n', start.index - 1) + 1;
  const isAlone = file.text.slice(line, start.index).trim() === '';
  if (isAlone) file.edit(line, file.text.indexOf('\n', end.index) + 1 || end.index, '');
  else file.edit(file.text.slice(0, start.index).trimEnd().length, end.index, '');
}
