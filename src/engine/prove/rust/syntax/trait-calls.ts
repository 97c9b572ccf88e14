import { boundsOf } from '../../../../../analyzers/readings/rust/bounds-of.ts';
import type { ExplainedMembers } from '../../../../../analyzers/readings/rust/explained-members.ts';
import { nominalType } from '../../../../../analyzers/readings/rust/implementors.ts';
import { isAnothers } from '../../../../../analyzers/readings/rust/inherent-methods.ts';
import { meansCrate } from '../../../../../analyzers/readings/rust/means-crate.ts';
import type { IsMet, PackageTypes } from '../../../../../analyzers/readings/rust/package-types.ts';
import { receiverType } from '../../../../../analyzers/readings/rust/receiver-type.ts';
import { isStdMethod } from '../../../../../analyzers/readings/rust/std-methods.ts';
import { hasStdMethod } from '../../../../../analyzers/readings/rust/std-type-methods.ts';
import { pointee, readType, type WrittenType } from '../../../../../analyzers/readings/rust/written-type.ts';
import { tokenBehind } from '../../../../languages/rust/macro-tokens.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { type Formula, implies, underAll } from './cfg-formula.ts';
import { readGuards } from './guards.ts';
import type { Mention } from './member-mentions.ts';
import { type Seen, traitName } from './seen-traits.ts';

/** What is told of what stands outside of the module's text. */
export interface TraitOutside extends ExplainedMembers {
  /** The text of a file that the module includes; null where it cannot be read. */
  readonly included: (path: string) => string | null;
  /** Whether what some code calls may be a trait's of the package. */
  readonly mayReach: (trait: string, member: string, code: { readonly view: View; readonly path: string }) => boolean;
  /** True for a name that the module has elsewhere than in its imports. */
  readonly namesIn: (name: string) => boolean;
  /** Of the package, before. */
  readonly types: PackageTypes;
  /** The same as it is now: who sees a member may have changed. */
  readonly typesNow: PackageTypes;
  readonly after: View;
  readonly filesBelow: () => readonly string[];
  readonly whereOf: (path: string) => Formula;
  readonly modulePath: () => readonly string[] | null;
}

interface Receivers {
  readonly types: PackageTypes;
  /** Of the value that ends with a token, or of the type whose name it is. */
  readonly typeOf: (last: Node) => WrittenType | null;
}

const readReceivers = (syntax: Syntax, types: PackageTypes): Receivers => ({
  types,
  typeOf: (last) =>
    textOf(syntax, tokenBehind(syntax, last)) === '::'
      ? readType(textOf(syntax, last))
      : receiverType(syntax, last, types),
});

/**
 * Whether what a file mentions may be a member of a trait that the module saw.
 * @param former the members that the module mentioned before
 */
export function createTraitAsker(
  seen: readonly Seen[],
  outside: TraitOutside,
  former: () => readonly Mention[],
): (one: Seen, mention: Mention, view: View, path: string) => boolean {
  const isNeeded = createNeed(seen, outside, former);
  const isOthers = (one: Seen, mention: Mention, receivers: Receivers): boolean =>
    isSomebodys(mention, outside.types) && isMostLikelyOthers(mention, receivers, () => isNeeded(one));
  const mayBe = (one: Seen, mention: Mention, view: View, path: string): boolean => {
    const { names, by, of = [traitName(one)] } = one.members;
    const receivers = readReceivers(view.syntax(path), outside.types);
    const isReached = (): boolean => of.some((trait) => outside.mayReach(trait, mention.name, { view, path }));
    if (names === null)
      return outside.implemented(traitName(one)).has(mention.name)
        ? isReached()
        : one.isOpen === true || !isOthers(one, mention, receivers);
    if (!names.has(mention.name)) return false;
    if (by === 'std') return mayBeLibrarys(mention, receivers, view.syntax(path));
    return isPlainCall(one, mention) ? isReached() : !isOfItsType(mention, view.syntax(path), outside.typesNow);
  };
  return (one, mention, view, path) =>
    mayBe(one, mention, view, path) &&
    isBehindType(mention, view.syntax(path), outside) &&
    !isBound(one, mention, view.syntax(path), outside.types);
}

const isBehindType = ({ behind }: Mention, syntax: Syntax, { isType }: TraitOutside): boolean =>
  behind === null || (isType(behind) && !isModuleHere(syntax, behind));

/** The file itself declares a module of that name, beside which it can have no type of it. */
const isModuleHere = (syntax: Syntax, name: string): boolean =>
  childrenOf(syntax, 0).some(
    (item) =>
      kindOf(syntax, item) === 'mod_item' && plainName(textOf(syntax, childByField(syntax, item, 'name'))) === name,
  );

/** Called on a value of a type parameter that is bound by the trait itself, with its whole path: that needs no import. */
function isBound({ binding }: Seen, { isMethod, receiver }: Mention, syntax: Syntax, types: PackageTypes): boolean {
  if (!isMethod || receiver === null || !/^::\w+::/.test(binding)) return false;
  const type = receiverType(syntax, receiver, types);
  const parameter = type === null ? undefined : pointee(type).parameter;
  const bounds = parameter === undefined ? null : boundsOf(syntax, receiver, parameter);
  const [, crate = ''] = binding.split('::');
  return (
    bounds?.some((path) => path === binding || (`::${path}` === binding && meansCrate(syntax, crate, receiver))) ??
    false
  );
}

/** Names that the library's types or the package give to a member, or that are spelled like a variant. */
const isSomebodys = (mention: Mention, types: PackageTypes): boolean =>
  isStdMethod(mention.name) || isVariant(mention) || types.isMethod(mention.name);

/** Spelled like a variant, and where one can stand: not behind a dot, and not behind a type that is no enum. */
const isVariant = ({ name, isMethod }: Mention): boolean =>
  !isMethod && (/^\p{Lu}[\p{XID_Continue}]*\p{Ll}/u.test(name) || /^\p{Lu}$/u.test(name));

/**
 * What is known to be called on a type that has the name is that type's. Of what is not known a trait is thought only where nothing else in the
 * module needs it.
 */
function isMostLikelyOthers(mention: Mention, { types, typeOf }: Receivers, isNeeded: () => boolean): boolean {
  const receiver = mention.receiver === null ? null : typeOf(mention.receiver);
  if (isVariant(mention)) return receiver === null || !hasNoVariants(pointee(receiver).name, types);
  if (receiver === null || receiver.name === 'impl') return isNeeded();
  const { name } = pointee(receiver);
  if (!types.isOwn(name)) return hasStdMethod(name, mention.name) ?? isNeeded();
  // A type of its own may lead to one of the library by `Deref`, and derives what every module has.
  return types.mayHave(name, mention.name) || (isStdMethod(mention.name) && isNeeded());
}

/** A type of the library that is listed and no enum, or a struct of the package. */
const hasNoVariants = (type: string, types: PackageTypes): boolean =>
  types.isOwn(type)
    ? !types.mayBeEnum(type)
    : hasStdMethod(type, 'clone') !== null && !/^(?:Option|Result)$/.test(type);

/**
 * Whether something else needs the import of a trait that cannot be read: the module names it elsewhere, or mentions members that nobody else has,
 * as many as there are such traits.
 */
function createNeed(
  seen: readonly Seen[],
  outside: TraitOutside,
  former: () => readonly Mention[],
): (one: Seen) => boolean {
  const isNamed = ({ name, binding }: Seen): boolean =>
    name === null ? binding.endsWith('::*') : outside.namesIn(name);
  const isServed = once(() => {
    const strange = former().filter((one) => one.behind === null && !isSomebodys(one, outside.types));
    const others = seen.filter((one) => one.members.names === null && !isNamed(one));
    return new Set(strange.map(({ name }) => name)).size >= others.length;
  });
  return (one) => isNamed(one) || isServed();
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether a call may be meant for a trait of the library. What is known to be of another type needs no import. */
function mayBeLibrarys(mention: Mention, { types, typeOf }: Receivers, syntax: Syntax): boolean {
  if (mention.certain) return true;
  const receiver = mention.receiver === null ? null : typeOf(mention.receiver);
  return !isAnothers({ name: mention.name, arguments: mention.arguments, receiver }, (type, takesMut) =>
    types.hasMember(type, mention.name, takesMut, isMetAt(syntax, mention)),
  );
}

/** `Type::name` is the type's own before it is a trait's. */
function isOfItsType(mention: Mention, syntax: Syntax, types: PackageTypes): boolean {
  const { receiver, isMethod, behind, name } = mention;
  if (isMethod || behind !== null || receiver === null) return false;
  const written = textOf(syntax, receiver);
  const type = written === 'Self' ? selfAt(syntax, receiver) : (readType(written)?.name ?? null);
  return type !== null && types.hasWholly(type, name, isMetAt(syntax, mention));
}

/** The type of the block around a node; null where that is no struct or enum by itself. */
function selfAt(syntax: Syntax, node: Node): string | null {
  let at = node;
  while (at > 0 && !/^(?:impl|trait)_item$/.test(kindOf(syntax, at))) at = syntax.parent[at]!;
  return at > 0 && kindOf(syntax, at) === 'impl_item' ? nominalType(syntax, at) : null;
}

const isMetAt =
  (syntax: Syntax, { at }: Mention): IsMet =>
  (predicates) =>
    predicates.length === 0 || implies(underAll(readGuards(syntax)(at)), underAll(predicates));

/** `x.name(..)` of a trait that the crate defines: whose it is depends on the type of `x`. */
const isPlainCall = ({ members, binding, isOpen }: Seen, { certain, isMethod }: Mention): boolean =>
  members.by === 'workspace' && !/^(?:::|\?)/.test(binding) && isOpen !== true && !certain && isMethod;
