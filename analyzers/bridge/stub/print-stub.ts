import type { ClassMember, NativeClass, NativeMember, NativeModule } from '../native.ts';
import type { Parameter, Signature } from '../signature.ts';
import { pythonType } from './python-type.ts';

type Classes = ReadonlyMap<string, string>;

/** Rust names of the classes of a module -> what they are called in it. */
export const classesIn = ({ members }: NativeModule): Map<string, string> =>
  new Map([...members.values()].flatMap(({ name, type }) => (type ? [[type.rustName, name] as const] : [])));

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);

/** A whole stub, with the imports that it needs. Names that may be missing from a build are left out. */
export function printStub(native: NativeModule): string {
  const classes = classesIn(native);
  const body = [...native.members.values()]
    .filter(({ conditional, kind }) => conditional === null && kind !== 'module')
    .flatMap((member) => [...printMember(member, classes), '']);
  const text = body.join('\n');
  return [...importsFor(text), text].join('\n').replace(/\n+$/, '\n');
}

/** The import lines that declarations need and a text does not have. */
export function importsFor(text: string, before = ''): string[] {
  const lines: string[] = [];
  if (/\bPathLike\b/.test(text) && !/\bPathLike\b/.test(before)) lines.push('from os import PathLike');
  const typing = ['Any', 'final'].filter(
    (name) => new RegExp(`\\b${name}\\b`).test(text) && !new RegExp(`\\bimport\\b.*\\b${name}\\b`).test(before),
  );
  if (typing.length > 0) lines.push(`from typing import ${typing.join(', ')}`);
  return lines.length === 0 ? [] : [...lines, ''];
}

/** The declaration of one name, as lines. */
export function printMember(member: NativeMember, classes: Classes): string[] {
  if (member.type) return printClass(member.name, member.type, classes);
  if (member.kind === 'exception') return [`class ${member.name}(Exception): ...`];
  if (member.kind === 'function')
    return [
      `def ${member.name}(${printParameters(member.signature, classes)}) -> ${pythonType(member.rustType, classes)}: ...`,
    ];
  return [`${member.name}: ${member.rustType === '' ? 'Any' : pythonType(member.rustType, classes)}`];
}

function printClass(name: string, type: NativeClass, classes: Classes): string[] {
  const base = type.base !== null && typeof type.base !== 'string' ? `(${type.base.name})` : '';
  const own = [...type.members.values()].filter(
    ({ conditional, name: one }) => conditional === null && (!one.startsWith('_') || one === '__call__'),
  );
  const body = [
    ...(type.creation !== null && type.creation !== 'none'
      ? [`def __new__(cls${prefixed(printParameters(type.creation, classes))}) -> ${name}: ...`]
      : []),
    ...own.flatMap((member) => printClassMember(member, name, classes)),
  ];
  const head = [...(type.canSubclass ? [] : ['@final']), `class ${name}${base}:`];
  return body.length === 0 ? [...head.slice(0, -1), `${head.at(-1)!} ...`] : [...head, ...indented(body)];
}

const prefixed = (parameters: string): string => (parameters === '' ? '' : `, ${parameters}`);

/** The declaration of a member, without indentation. */
export function printClassMember(member: ClassMember, owner: string, classes: Classes): string[] {
  const type = pythonType(member.rustType.replace(/\bSelf\b/g, owner), new Map([...classes, [owner, owner]]));
  const parameters = printParameters(member.signature, classes);
  switch (member.kind) {
    case 'attribute':
      return member.writable ? [`${member.name}: ${type}`] : ['@property', `def ${member.name}(self) -> ${type}: ...`];
    case 'constant':
      return [`${member.name}: ${member.rustType === '' ? owner : type}`];
    case 'variant':
      return [`class ${member.name}(${owner}): ...`];
    case 'static':
      return ['@staticmethod', `def ${member.name}(${parameters}) -> ${type}: ...`];
    case 'class-method':
      return ['@classmethod', `def ${member.name}(cls${prefixed(parameters)}) -> ${type}: ...`];
    default:
      return [`def ${member.name}(self${prefixed(parameters)}) -> ${type}: ...`];
  }
}

/**
 * `a: int, *, b: str = "x"`.
 * @param annotations what a stub says of parameters already, by name: it is kept
 */
export function printParameters(
  signature: Signature | null,
  classes: Classes,
  annotations: ReadonlyMap<string, string> = new Map(),
): string {
  if (signature === null) return '*args: Any, **kwargs: Any';
  const parts: string[] = [];
  signature.forEach((one, i) => {
    const before = signature[i - 1]?.kind;
    if (one.kind === 'keyword-only' && before !== 'keyword-only' && before !== 'rest') parts.push('*');
    const kept = annotations.get(one.name);
    parts.push(printParameter(one, kept === undefined ? annotationOf(one, classes) : mayBeNone(kept, one.default)));
    if (one.kind === 'positional-only' && signature[i + 1]?.kind !== 'positional-only') parts.push('/');
  });
  return parts.join(', ');
}

function printParameter({ name, kind, default: value }: Parameter, annotation: string): string {
  const star = kind === 'rest' ? '*' : kind === 'keywords' ? '**' : '';
  return `${star}${name}: ${annotation}${value === null ? '' : ` = ${value}`}`;
}

/** A type with None, where None is the default and the type has none of it. */
const mayBeNone = (type: string, value: string | null): string =>
  value === 'None' && !/\b(?:None|Optional|Any|object)\b/.test(type) ? `${type} | None` : type;

function annotationOf({ kind, type = '', default: value }: Parameter, classes: Classes): string {
  if (kind === 'rest' || kind === 'keywords' || type === '') return 'Any';
  return mayBeNone(pythonType(type, classes), value);
}
