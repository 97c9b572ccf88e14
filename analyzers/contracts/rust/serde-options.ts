import type { RustMarks, SerdeOption } from './rust-types.ts';
import { isRenameRule, type RenameRule } from './wire-names.ts';

/** Which way a payload goes, seen from the type. */
export type Side = 'writes' | 'reads';

const optionsNamed = ({ serde }: RustMarks, name: string): SerdeOption[] => serde.filter((one) => one.name === name);

export const hasOption = (marks: RustMarks, ...names: readonly string[]): boolean =>
  marks.serde.some(({ name }) => names.includes(name));

/** The value of an option for one direction, or null. */
export function valueFor(marks: RustMarks, name: string, side: Side): string | null {
  const [option] = optionsNamed(marks, name);
  if (!option) return null;
  return option.value ?? (side === 'writes' ? option.serialize : option.deserialize);
}

/** A rule of `rename_all` or `rename_all_fields` for one direction. */
export function ruleFor(marks: RustMarks, name: string, side: Side): RenameRule | null {
  const text = valueFor(marks, name, side);
  return text !== null && isRenameRule(text) ? text : null;
}

/** Further names that are read, in order. */
export const aliasesOf = (marks: RustMarks): string[] =>
  optionsNamed(marks, 'alias').flatMap(({ value }) => (value === null ? [] : [value]));

/** Whether a field or variant is left out in one direction. */
export const isSkipped = (marks: RustMarks, side: Side): boolean =>
  hasOption(marks, 'skip', side === 'writes' ? 'skip_serializing' : 'skip_deserializing');

/** The function that takes serde's place in one direction, as the source names it; null: serde's own. */
export const replacedBy = (marks: RustMarks, side: Side): string | null =>
  valueFor(marks, 'with', side) ?? valueFor(marks, side === 'writes' ? 'serialize_with' : 'deserialize_with', side);

/** What serde has options for, and we have a reading of. */
const KNOWN =
  /^(?:rename|rename_all|rename_all_fields|alias|skip|skip_serializing|skip_deserializing|skip_serializing_if|default|flatten|tag|content|untagged|transparent|deny_unknown_fields|with|serialize_with|deserialize_with|from|into|bound|borrow|crate|expecting)$/;

/** An option or attribute whose effect is not known here; null: none. */
export function strangeIn(marks: RustMarks): string | null {
  const option = marks.serde.find(({ name }) => !KNOWN.test(name));
  if (option) return `\`#[serde(${option.name})]\` is not judged`;
  const [attribute] = marks.strange;
  return attribute === undefined ? null : `\`#[${attribute}]\` may change it`;
}
