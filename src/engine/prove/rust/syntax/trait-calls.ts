import type { ExplainedMembers } from '../../../../../analyzers/readings/rust/explained-members.ts';
import { isInherent } from '../../../../../analyzers/readings/rust/inherent-methods.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Formula } from './cfg-formula.ts';
import type { Mention } from './member-mentions.ts';
import { type Seen, traitName } from './seen-traits.ts';

/** What is told of what stands outside of the module's text. */
export interface TraitOutside extends ExplainedMembers {
  /** The text of a file that the module includes; null where it cannot be read. */
  readonly included: (path: string) => string | null;
  /** Whether what some code calls may be a trait's of the package. */
  readonly mayReach: (trait: string, member: string, code: { readonly view: View; readonly path: string }) => boolean;
  readonly after: View;
  readonly filesBelow: () => readonly string[];
  readonly whereOf: (path: string) => Formula;
  readonly modulePath: () => readonly string[] | null;
}

/** Whether what a file mentions may be a member of a trait that the module saw. */
export function createTraitAsker(
  seen: readonly Seen[],
  outside: TraitOutside,
): (one: Seen, mention: Mention, view: View, path: string) => boolean {
  const isOthers = (one: Seen, name: string): boolean =>
    outside.isExplained(name) || seen.some((other) => other !== one && methodNamedBy(other) === name);
  const mayBe = (one: Seen, mention: Mention, view: View, path: string): boolean => {
    const { names, by, of = [traitName(one)] } = one.members;
    const isReached = (): boolean => of.some((trait) => outside.mayReach(trait, mention.name, { view, path }));
    if (names === null && outside.implemented(traitName(one)).has(mention.name)) return isReached();
    if (names === null) return one.isOpen === true || !isOthers(one, mention.name);
    if (!names.has(mention.name)) return false;
    if (by === 'std') return mayBeLibrarys(one, mention, outside.isOwnMember, view.text(path));
    return !isPlainCall(one, mention) || isReached();
  };
  return (one, mention, view, path) =>
    mayBe(one, mention, view, path) && (mention.behind === null || outside.isType(mention.behind));
}

/**
 * What the library's own types have too is most likely theirs, `x.lines()`; what the package defines, or a bound brings that names the trait by a
 * path, `W: io::Write`, needs no import.
 */
function mayBeLibrarys(one: Seen, mention: Mention, isOwnMember: (name: string) => boolean, text: string): boolean {
  if (mention.certain) return true;
  if (isInherent(mention.name, mention.arguments)) return false;
  if (isOwnMember(mention.name)) return false;
  return !new RegExp(`::\\s*${traitName(one)}\\b`).test(text.replace(/^[ \t]*(?:pub[^;]*?)?use\b[^;]*;/gm, ''));
}

/** `x.name(..)` of a trait that the crate defines: whose it is depends on the type of `x`. */
const isPlainCall = ({ members, binding, isOpen }: Seen, { certain, isMethod }: Mention): boolean =>
  members.by === 'workspace' && !/^(?:::|\?)/.test(binding) && isOpen !== true && !certain && isMethod;

/** `contains_token` is most likely of the trait `ContainsToken`, and not of another one that cannot be read. */
const methodNamedBy = ({ binding }: Seen): string =>
  (binding.split('::').at(-1) ?? '').replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_').toLowerCase();
