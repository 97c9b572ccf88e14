import type { SgNode } from '@ast-grep/napi';
import { type CodemodFile, defineFileCodemod, type ShippedCodemod } from '../../define-file-codemod.ts';
import { manifestsAbove, requireRust } from '../msrv.ts';
import { readStatics, type Static } from './read-statics.ts';

/** `lazy_static! { static ref A: T = e; }` becomes `static A: LazyLock<T> = LazyLock::new(|| e);`. */
export const lazyLock: ShippedCodemod = defineFileCodemod({
  id: 'rust/lazy-lock',
  title: '`lazy_static! { static ref A: T = e; }` becomes a `static` of `std::sync::LazyLock`',
  params: {},
  languages: ['rust'],
  change: (file) => {
    const macros = macrosOf(file);
    if (macros.length === 0) return;
    requireRust(file, 80, 'LazyLock');
    if (manifestsAbove(file).some((manifest) => /lazy_static.*spin_no_std/.test(manifest)))
      file.refuse('its package uses lazy_static without the standard library');
    if (/\bLazyStatic\b/.test(file.text)) file.refuse('it uses the trait LazyStatic');
    const isTop = macros.every(({ parent }) => parent === 'source_file');
    if (
      /\bLazyLock\b/.test(file.text.replaceAll('std::sync::LazyLock', '')) &&
      !/\buse std::sync::(?:LazyLock;|\{[^}]*\bLazyLock\b)/.test(file.text)
    )
      file.refuse('another LazyLock is in use');
    const lock = isTop ? 'LazyLock' : 'std::sync::LazyLock';
    const made = macros.map((macro) => convert(file, macro, lock));
    const names = made.flatMap((one) => one ?? []);
    if (names.length === 0) return;
    for (const name of names) forceIt(file, name, lock);
    if (isTop) file.addImport({ module: 'std::sync', name: 'LazyLock' });
    if (made.every((one) => one !== null)) removeImport(file, macros.length);
  },
});

interface Macro {
  readonly node: SgNode;
  readonly tokens: SgNode;
  readonly parent: string;
}

function macrosOf(file: CodemodFile): Macro[] {
  return file.findAll({ rule: { kind: 'macro_invocation' } }).flatMap((node): Macro[] => {
    if (!/^(?:lazy_static::)?lazy_static$/.test(node.field('macro')!.text())) return [];
    const tokens = node.children().find((child) => child.is('token_tree'));
    const holder = node.parent()!;
    const parent = (holder.is('expression_statement') ? holder.parent()! : holder).kind() as string;
    return tokens === undefined ? [] : [{ node, tokens, parent }];
  });
}

/** The names that became statics; null where the macro stays. */
function convert(file: CodemodFile, { node, tokens }: Macro, lock: string): string[] | null {
  const statics = readStatics(tokens);
  const { start, end } = node.range();
  const shown = file.text.slice(start.index, end.index);
  if (statics === null) return left(file, node, 'it holds something else than `static ref NAME: TYPE = EXPRESSION;`');
  if (/"[^"\n]*\n/.test(shown.replace(/\\"/g, '')) && hasLongString(tokens))
    return left(file, node, 'a string in it goes over several lines');
  const [open, close] = [tokens.range().start.index + 1, tokens.range().end.index - 1];
  const body = file.text.slice(open, close);
  const depth = /[ \t]*$/.exec(file.text.slice(0, start.index))![0];
  const written = applied(body, open, statics, lock)
    .replace(/^[ \t]*\r?\n/, '')
    .replace(/\s*$/, '')
    .replace(/^(?: {4}|\t)/gm, '')
    .replace(new RegExp(`^${depth}`), '');
  const semicolon = node.parent()!.is('expression_statement') && node.parent()!.range().end.index > end.index;
  file.edit(start.index, semicolon ? node.parent()!.range().end.index : end.index, written);
  file.count('statics made LazyLock', statics.length);
  return statics.map(({ name }) => name);
}

function left(file: CodemodFile, node: SgNode, why: string): null {
  file.leave(node, why);
  return null;
}

const hasLongString = (tokens: SgNode): boolean =>
  tokens
    .findAll({ rule: { any: [{ kind: 'string_literal' }, { kind: 'raw_string_literal' }] } })
    .some((string) => string.text().includes('\n'));

/** The body of the macro with each static written anew; what stands between them stays. */
function applied(body: string, offset: number, statics: readonly Static[], lock: string): string {
  let [out, at] = ['', 0];
  for (const { ref, type, value } of statics) {
    const slice = (from: number, to: number): string => body.slice(from - offset, to - offset);
    out += body.slice(at, ref.start - offset);
    out += `${slice(ref.end, type.start)}${lock}<${slice(type.start, type.end)}> =`;
    const made = `${lock}::new(${initializerOf(slice(type.start, type.end), slice(value.start, value.end))})`;
    out += broken(out, made);
    at = value.end - offset;
  }
  return out + body.slice(at);
}

/** `f` for a call `f()`, as clippy asks; not where its result may have to be turned into another type. */
function initializerOf(type: string, value: string): string {
  const called = /^((?:\w+::)*\w+)\(\)$/.exec(value);
  return called !== null && !/\bdyn\b/.test(type) ? called[1]! : `|| ${value}`;
}

const WIDTH = 100;

/** On a line of its own where the first would be too long, as rustfmt does it. What is inside of the macro stands one level too deep. */
function broken(before: string, made: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const first = made.split('\n')[0]!;
  if (line.length - 4 + first.length + 2 <= WIDTH || made.includes('\n')) return ` ${made}`;
  return `\n${/^\s*/.exec(line)![0]}    ${made}`;
}

/** `lazy_static::initialize(&A)` evaluates it at once. */
function forceIt(file: CodemodFile, name: string, lock: string): void {
  for (const call of file.findAll(`lazy_static::initialize(&${name})`)) {
    const { start, end } = call.range();
    file.edit(start.index, end.index, `${lock}::force(&${name})`);
  }
}

/** `use lazy_static::lazy_static;`, where nothing else names it. */
function removeImport(file: CodemodFile, uses: number): void {
  const imports = file.findAll({ rule: { kind: 'use_declaration', regex: '^use lazy_static::lazy_static;$' } });
  const forced = file.findAll('lazy_static::initialize($$$A)').length;
  const mentions = file.text.match(/\blazy_static\b/g)!.length;
  if (imports.length === 1 && mentions === 2 * imports.length + uses + forced) file.remove(imports[0]!);
  else if (/extern crate lazy_static/.test(file.text))
    file.report('`extern crate lazy_static` stays, for the other files');
}
