import type { ClassMember, ClassMemberKind, NativeClass, Spot } from '../native.ts';
import type { Signature } from '../signature.ts';
import { methodMembers } from './method-members.ts';
import { conditionOf, type ModelContext } from './model-context.ts';
import { hasOption, optionText, stringOption } from './python-attributes.ts';
import { pythonName, readSignature } from './read-signature.ts';
import { renamed } from './rename.ts';
import { resolvePath, segmentsOf } from './resolve-path.ts';
import type { RustClass, RustField, RustVariant } from './rust-file.ts';
import { type Placed, rootOf } from './rust-index.ts';

/** What a class is called in Python. */
export const classNameOf = (item: Placed<RustClass>): string =>
  stringOption(item.options, 'name') ?? pythonName(item.name);

/** A class as Python has it: fields, variants, and what all its `#[pymethods]` add. Made once for each item. */
export function classModel(context: ModelContext, item: Placed<RustClass>): NativeClass {
  const key = `${item.path} ${item.line} ${item.name}`;
  const known = context.classes.get(key);
  if (known) return known;
  const members = new Map<string, ClassMember>();
  const open: string[] = [];
  const place: Spot = { path: item.path, line: item.line };
  const made = {
    name: classNameOf(item),
    rustName: item.name,
    place,
    members,
    creation: null as NativeClass['creation'],
    shownCreation: null as Signature | null,
    canSubclass: hasOption(item.options, 'subclass'),
    isEnum: item.kind === 'enum',
    base: null as NativeClass['base'],
    open,
  };
  // Before its base is looked up: classes may lead round.
  context.classes.set(key, made);
  addStrange(context, item, open);
  for (const field of item.fields) addField(context, item, field, members);
  for (const variant of item.variants) addVariant(context, item, variant, members);
  const { methods, creation, strange } = methodMembers(context, item);
  for (const member of methods) members.set(member.name, member);
  open.push(...strange);
  // Where more may be added, a constructor may be among it.
  made.creation = creation ? creation.signature : open.length > 0 ? null : 'none';
  made.shownCreation = creation?.shown ?? null;
  made.base = baseOf(context, item);
  return made;
}

/** Other attributes, and macros that name the class, may add what no line shows. */
function addStrange({ index }: ModelContext, item: Placed<RustClass>, open: string[]): void {
  open.push(...item.strange.map((name) => `\`${name}\` may add members`));
  const root = rootOf(item.scope);
  for (const call of index.calls)
    if (rootOf(call.scope) === root && call.words.includes(item.name)) open.push(`the macro ${call.name}! names it`);
  if (index.partial.has(item.path)) open.push(`${item.path} has syntax errors`);
}

function addField(
  context: ModelContext,
  item: Placed<RustClass>,
  field: RustField,
  members: Map<string, ClassMember>,
): void {
  const isRead = hasOption(field.options, 'get') || hasOption(item.options, 'get_all');
  const isWritten = hasOption(field.options, 'set') || hasOption(item.options, 'set_all');
  if (!isRead && !isWritten) return;
  const own = stringOption(field.options, 'name');
  const rule = stringOption(item.options, 'rename_all');
  const name = own ?? (field.name === null ? null : renamed(pythonName(field.name), rule));
  if (name === null) return;
  const at = { path: item.path, line: field.line };
  const made = member(name, 'attribute', at, conditionOf(context, item.scope, field.cfg));
  if (made) members.set(name, { ...made, writable: isWritten, rustType: field.type });
}

function addVariant(
  context: ModelContext,
  item: Placed<RustClass>,
  variant: RustVariant,
  members: Map<string, ClassMember>,
): void {
  const isComplex = item.variants.some(({ shape }) => shape !== 'unit');
  const name =
    stringOption(variant.options, 'name') ??
    renamed(pythonName(variant.name), stringOption(item.options, 'rename_all'));
  if (name === null) return;
  const at = { path: item.path, line: variant.line };
  const made = member(name, isComplex ? 'variant' : 'constant', at, conditionOf(context, item.scope, variant.cfg));
  if (made) members.set(name, { ...made, signature: isComplex ? variantSignature(variant) : null });
}

function variantSignature({ options, fields }: RustVariant): Signature | null {
  const own = optionText(options, 'constructor');
  if (own !== null) return readSignature(own);
  return fields.map(({ name }, i) => ({
    name: name === null ? `_${i}` : pythonName(name),
    kind: 'positional',
    default: null,
  }));
}

/** Null for what is never compiled. */
function member(
  name: string,
  kind: ClassMemberKind,
  place: Spot,
  condition: string | null | false,
): ClassMember | null {
  if (condition === false) return null;
  return { name, kind, place, signature: null, shown: null, writable: false, rustType: '', conditional: condition };
}

function baseOf(context: ModelContext, item: Placed<RustClass>): NativeClass['base'] {
  const path = optionText(item.options, 'extends');
  if (path === null) return null;
  const [found] = resolvePath(context.index, item.scope, segmentsOf(path));
  return found?.kind === 'class' ? classModel(context, found.item) : path;
}
