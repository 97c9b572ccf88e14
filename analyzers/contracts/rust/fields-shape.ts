import type { Spot } from '../../bridge/native.ts';
import { type Field, type ObjectShape, objectOf, type Rest, type Shape, unknown, unsure } from '../shape/shape.ts';
import { acceptsMissing } from './accepts-missing.ts';
import { memberShape } from './member-shape.ts';
import { mergeFlat } from './merge-flat.ts';
import { parseType } from './parse-type.ts';
import type { RustShapes, Standing } from './rust-context.ts';
import type { RustMarks, RustMember } from './rust-types.ts';
import { aliasesOf, hasOption, isSkipped, replacedBy, ruleFor, strangeIn, valueFor } from './serde-options.ts';
import { type RenameRule, renameField } from './wire-names.ts';

/** Named fields of a struct or variant. */
export interface Members {
  readonly path: string;
  readonly members: readonly RustMember[];
  /** Whose `rename_all`, `default` and `deny_unknown_fields` count. */
  readonly owner: RustMarks;
  /** What counts where the owner has no `rename_all`. */
  readonly rule: RenameRule | null;
  /** `deny_unknown_fields` of the enum around a variant. */
  readonly denies?: boolean;
}

/** The object that named fields make. */
export function fieldsShape(shapes: RustShapes, members: Members, standing: Standing): Shape {
  const { side } = shapes;
  const own = members.members.filter((one) => !isSkipped(one, side));
  const flat = own.filter((one) => hasOption(one, 'flatten'));
  const isBuffered = standing.buffered || flat.length > 0;
  const inner = { ...standing, buffered: isBuffered };
  const fields = own
    .filter((one) => !flat.includes(one))
    .map((one) => fieldOf(shapes, members, one, { ...inner, buffered: standing.buffered }));
  const rest: Rest = side === 'writes' ? { kind: 'forbid' } : { kind: deniesUnknown(members) ? 'forbid' : 'ignore' };
  const object: ObjectShape = { ...objectOf(fields, rest), positional: side === 'reads' && flat.length === 0 };
  if (flat.length === 0) return object;
  return mergeFlat(
    side,
    object,
    flat.map((one) => ({ shape: flatShape(shapes, one, inner), at: spot(members, one) })),
  );
}

const deniesUnknown = ({ owner, denies }: Members): boolean =>
  denies === true || hasOption(owner, 'deny_unknown_fields');

const spot = ({ path }: Members, { line }: RustMember): Spot => ({ path, line });

const flatShape = (shapes: RustShapes, member: RustMember, standing: Standing): Shape =>
  hasOption(member, 'default', 'skip_serializing_if')
    ? unknown('`flatten` beside `default` or `skip_serializing_if` is not judged')
    : memberShape(shapes, member, standing);

function fieldOf(shapes: RustShapes, members: Members, member: RustMember, standing: Standing): Field {
  const { side } = shapes;
  const name = member.name ?? '';
  const rule = ruleFor(members.owner, 'rename_all', side) ?? members.rule;
  const key = valueFor(member, 'rename', side) ?? (rule === null ? name : renameField(name, rule));
  const shape = memberShape(shapes, member, standing);
  const at = spot(members, member);
  if (side === 'writes') {
    const skip = valueFor(member, 'skip_serializing_if', side);
    const left = skip === null ? shape : (withoutNone(shapes, member, skip, standing) ?? unlessSkipped(shape, skip));
    return { keys: [key], shape: left, required: skip === null, at };
  }
  const isFilled =
    hasOption(member, 'default') ||
    hasOption(members.owner, 'default') ||
    (replacedBy(member, side) === null && acceptsMissing(shapes, parseType(member.type), standing));
  return { keys: [...new Set([key, ...aliasesOf(member)])], shape, required: !isFilled, at };
}

const nameOf = (predicate: string): string => predicate.replace(/\s|<.*>/g, '').replace(/::+/g, '::');

/** `Option::is_none` leaves what is in the `Option`: of `Option<Option<T>>` that may be null still. */
function withoutNone(shapes: RustShapes, member: RustMember, predicate: string, standing: Standing): Shape | null {
  const type = parseType(member.type);
  const isOption = type.kind === 'path' && type.segments.at(-1) === 'Option' && type.arguments.length === 1;
  if (!isOption || replacedBy(member, 'writes') !== null || strangeIn(member) !== null) return null;
  return /^(?:(?:std|core)::option::)?Option::is_none$/.test(nameOf(predicate))
    ? shapes.typeShape(shapes, type.arguments[0]!, standing)
    : null;
}

/** What is left of a shape where a predicate leaves out some of it. */
function unlessSkipped(shape: Shape, predicate: string): Shape {
  const name = nameOf(predicate);
  if (/(?:^|::)(?:Vec|VecDeque|HashSet|BTreeSet)::is_empty$/.test(name) && shape.kind === 'array')
    return { ...shape, min: Math.max(1, shape.min) };
  if (/(?:^|::)String::is_empty$/.test(name) && shape.kind === 'string')
    return { ...shape, min: Math.max(1, shape.min) };
  return unsure(shape, `\`${predicate}\` decides what is written`);
}
