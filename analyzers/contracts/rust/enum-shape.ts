import {
  constant,
  type Field,
  NULL,
  type ObjectShape,
  objectOf,
  type Rest,
  resolved,
  type Shape,
  unionOf,
  unknown,
} from '../shape/shape.ts';
import { acceptsMissing } from './accepts-missing.ts';
import { fieldsShape } from './fields-shape.ts';
import { memberShape, tupleShape } from './member-shape.ts';
import { parseType } from './parse-type.ts';
import type { PlacedData, RustShapes, Standing } from './rust-context.ts';
import type { RustChoice } from './rust-types.ts';
import { aliasesOf, hasOption, isSkipped, replacedBy, ruleFor, strangeIn, valueFor } from './serde-options.ts';
import { renameVariant } from './wire-names.ts';

interface Enum {
  readonly shapes: RustShapes;
  readonly item: PlacedData;
  readonly standing: Standing;
}

/** An enum by the way that it is tagged. */
export function enumShape(shapes: RustShapes, item: PlacedData, standing: Standing): Shape {
  const tag = valueFor(item, 'tag', 'writes');
  const content = valueFor(item, 'content', 'writes');
  const isUntagged = hasOption(item, 'untagged');
  const isBuffered = standing.buffered || tag !== null || isUntagged;
  const whole: Enum = { shapes, item, standing: { ...standing, buffered: isBuffered } };
  const choices = item.choices.filter((one) => !isSkipped(one, shapes.side));
  return unionOf(
    choices.flatMap((choice): Shape[] => {
      const strange = strangeIn(choice) ?? (replacedBy(choice, shapes.side) === null ? null : 'a function writes it');
      if (strange !== null) return [unknown(`${item.name}::${choice.name}: ${strange}`)];
      if (isUntagged) return [contentOf(whole, choice)];
      if (hasOption(choice, 'untagged'))
        return [contentOf({ ...whole, standing: { ...standing, buffered: true } }, choice)];
      return namesOf(whole, choice).map((name) => taggedChoice(whole, choice, { tag, content, name }));
    }),
  );
}

interface Tagged {
  readonly tag: string | null;
  readonly content: string | null;
  /** What the variant is called on the wire. */
  readonly name: string;
}

function taggedChoice(whole: Enum, choice: RustChoice, { tag, content, name }: Tagged): Shape {
  if (tag === null) return externalChoice(whole, choice, name);
  return content === null
    ? internalChoice(whole, choice, fieldFor(whole, choice, tag, constant(name)))
    : adjacentChoice(whole, choice, { tag: fieldFor(whole, choice, tag, constant(name)), content });
}

/** What a variant is written as, or all names that it is read by. */
function namesOf({ shapes: { side }, item }: Enum, choice: RustChoice): string[] {
  const rule = ruleFor(item, 'rename_all', side);
  const name = valueFor(choice, 'rename', side) ?? (rule === null ? choice.name : renameVariant(choice.name, rule));
  return side === 'writes' ? [name] : [...new Set([name, ...aliasesOf(choice)])];
}

const fieldFor = ({ item }: Enum, { line }: RustChoice, key: string, shape: Shape): Field => ({
  keys: [key],
  shape,
  required: true,
  at: { path: item.path, line },
});

/** A variant without its tag. */
function contentOf({ shapes, item, standing }: Enum, choice: RustChoice): Shape {
  if (choice.style === 'unit') return NULL;
  if (choice.style === 'tuple') return tupleShape(shapes, choice, standing);
  const rule = ruleFor(item, 'rename_all_fields', shapes.side);
  const denies = hasOption(item, 'deny_unknown_fields');
  return fieldsShape(shapes, { path: item.path, members: choice.fields, owner: choice, rule, denies }, standing);
}

/** `"A"`, or `{"A": …}` with this one key. */
function externalChoice(whole: Enum, choice: RustChoice, name: string): Shape {
  const held = (shape: Shape): Shape => objectOf([fieldFor(whole, choice, name, shape)], { kind: 'forbid' });
  if (choice.style !== 'unit') return held(contentOf(whole, choice));
  return whole.shapes.side === 'writes' ? constant(name) : unionOf([constant(name), held(NULL)]);
}

/** The tag among the keys of the variant. */
function internalChoice(whole: Enum, choice: RustChoice, tag: Field): Shape {
  const ignored: Rest = { kind: whole.shapes.side === 'writes' ? 'forbid' : 'ignore' };
  if (choice.style === 'unit') return objectOf([tag], ignored);
  const [first, second] = choice.fields;
  if (choice.style === 'tuple' && (first === undefined || second !== undefined))
    return unknown(`${choice.name} is no variant that a tag can stand in`);
  const inner = choice.style === 'tuple' ? memberShape(whole.shapes, first!, whole.standing) : contentOf(whole, choice);
  const own = resolved(inner);
  if (own.kind === 'null' && choice.style === 'tuple') return objectOf([tag], ignored);
  const objects = own.kind === 'union' ? own.shapes.map(resolved) : [own];
  const strange = objects.find(({ kind }) => kind !== 'object');
  if (strange || objects.length === 0)
    return unknown(strange?.kind === 'unknown' ? strange.why : `${choice.name} holds what is no object`);
  return unionOf((objects as ObjectShape[]).map((one) => tagged(one, tag)));
}

/** Twice the same key cannot be told apart. */
const tagged = (object: ObjectShape, tag: Field): Shape =>
  object.fields.some(({ keys }) => keys.includes(tag.keys[0]!))
    ? unknown(`\`${tag.keys[0]}\` is the tag and a field`)
    : { ...object, fields: [tag, ...object.fields], positional: false };

/** The tag, and the variant below a key of its own. */
function adjacentChoice(
  whole: Enum,
  choice: RustChoice,
  { tag, content }: { readonly tag: Field; readonly content: string },
): Shape {
  const { shapes, item, standing } = whole;
  const isReader = shapes.side === 'reads';
  const rest: Rest = { kind: !isReader || hasOption(item, 'deny_unknown_fields') ? 'forbid' : 'ignore' };
  if (choice.style === 'unit' && !isReader) return objectOf([tag], rest);
  const held = fieldFor(whole, choice, content, contentOf(whole, choice));
  const [first] = choice.fields;
  const isOptional =
    choice.style === 'unit' ||
    (choice.style === 'tuple' &&
      choice.fields.length === 1 &&
      acceptsMissing(shapes, parseType(first!.type), standing));
  return { ...objectOf([tag, { ...held, required: !(isReader && isOptional) }], rest), positional: isReader };
}
