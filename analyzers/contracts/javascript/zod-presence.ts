import type { View } from '../../../src/workspace/view.ts';
import type { ValueNode } from './typescript-types.ts';
import type { ZodMajor } from './zod-major.ts';
import { type Lost, lost, majorOf, namedValue, printed, type ZodName, zodName } from './zod-names.ts';

/** Whether a schema takes undefined (`isOptional`), and whether a default then stands for it (`isFilled`). */
export interface Presence {
  readonly isOptional: boolean;
  readonly isFilled: boolean;
}

interface Walk {
  readonly view: View;
  readonly file: string;
  /** Names that are being looked at: a schema that is itself is nothing. */
  readonly around: ReadonlySet<string>;
}

const THERE: Presence = { isOptional: false, isFilled: false };

/** The presence of a schema as it is written, through names and the whole chain of methods. */
export const presenceOf = (view: View, file: string, value: ValueNode): Presence | Lost =>
  walk({ view, file, around: new Set() }, value);

function walk(at: Walk, value: ValueNode): Presence | Lost {
  if (value.kind === 'name') return named(at, value.path);
  if (value.kind !== 'call') return lost(value.kind === 'other' ? value.text : printed(value));
  const { callee, arguments: given } = value;
  if (callee.kind === 'member') return afterMethod(at, callee.of, callee.name, given);
  if (callee.kind !== 'name') return lost(printed(callee));
  const base = zodName(at.view, at.file, callee.path);
  if (base !== null) return ofBase(at, base, given);
  const held = callee.path.slice(0, -1);
  return held.length === 0
    ? lost(callee.path.join('.'))
    : afterMethod(at, { kind: 'name', path: held }, callee.path.at(-1)!, given);
}

function named(at: Walk, path: readonly string[]): Presence | Lost {
  const found = namedValue(at.view, at.file, path);
  if (found === null || at.around.has(found.id)) return lost(path.join('.'));
  return walk({ view: at.view, file: found.file, around: new Set([...at.around, found.id]) }, found.value);
}

const BASES = /^(?:string|int|boolean|null|never|number|literal|enum|array|tuple|object|strictObject|record)$/;

/** Of zod 3 a key of them may be absent, of zod 4 it has to be there (measured with 3.25 and 4.6). */
const ofAnything = (name: string, major: ZodMajor): Presence | Lost =>
  major === null
    ? lost(`z.${name} of a zod whose version no manifest tells`)
    : { isOptional: major === '3', isFilled: false };

function ofBase(at: Walk, { name, major }: ZodName, [first, second]: readonly ValueNode[]): Presence | Lost {
  if (BASES.test(name)) return THERE;
  if (name === 'any' || name === 'unknown') return ofAnything(name, major);
  if (first === undefined) return lost(`z.${name}`);
  if (name === 'optional' || name === 'nullish' || name === 'nullable') return afterMethod(at, first, name, []);
  if (name === 'lazy') return first.kind === 'lazy' ? walk(at, first.value) : lost('z.lazy');
  if (name === 'intersection') return ofAll(at, second === undefined ? [first] : [first, second], 'every');
  return ofUnion(at, name, name === 'union' ? first : second);
}

const ofUnion = (at: Walk, name: string, parts: ValueNode | undefined): Presence | Lost =>
  /^(?:union|discriminatedUnion)$/.test(name) && parts?.kind === 'list'
    ? ofAll(at, parts.items, 'some')
    : lost(`z.${name}`);

/** Of a union `some` part takes undefined, of an intersection `every` one has to. */
function ofAll(at: Walk, values: readonly ValueNode[], how: 'some' | 'every'): Presence | Lost {
  const all = values.map((one) => walk(at, one));
  const known = all.flatMap((one) => ('lost' in one ? [] : [one]));
  const gone = all.find((one) => 'lost' in one);
  // Of a union the first part that takes undefined says what becomes of it.
  const filled = how === 'some' && known.find(({ isOptional }) => isOptional)?.isFilled === true;
  return gone ?? { isOptional: known[how](({ isOptional }) => isOptional), isFilled: filled };
}

/** Behind a default zod 4 still fills what is left out, and zod 3 leaves it out. */
function leftOut(at: Walk, of: ValueNode, own: Presence): Presence | Lost {
  if (!own.isFilled) return { isOptional: true, isFilled: false };
  const major = majorOf(at.view, at.file, of);
  return major === null
    ? lost('.optional() of a default, of a zod whose version no manifest tells')
    : { isOptional: true, isFilled: major === '4' };
}

/** Methods that leave it as it is, and those that make a schema of their own. */
const KEEPS = /^(?:describe|meta|readonly|brand|nullable)$/;
const MAKES = /^(?:array|int|min|nonempty|partial|strict|strip|extend|merge|pick|omit)$/;

function afterMethod(at: Walk, of: ValueNode, name: string, given: readonly ValueNode[]): Presence | Lost {
  if (MAKES.test(name)) return THERE;
  if (name === 'or') return given[0] === undefined ? lost('.or') : ofAll(at, [of, given[0]], 'some');
  const own = walk(at, of);
  if ('lost' in own || KEEPS.test(name)) return own;
  if (name === 'optional' || name === 'nullish') return leftOut(at, of, own);
  return name === 'default' ? { isOptional: true, isFilled: true } : lost(`.${name}()`);
}
