import type { Random } from '../pair-model.ts';
import type { Ts, TsMember, TsTypes } from './type-model.ts';

interface Printing {
  readonly random: Random;
  readonly types: TsTypes;
  /** Names of schemas that stand above. */
  readonly above: Set<string>;
}

/** The same types as schemas of zod, in one of the ways in which people write them. */
export function printSchemas(random: Random, types: TsTypes, root: string): string {
  const printing: Printing = { random, types, above: new Set() };
  const declared = [...types].map(([name, type]) => {
    const text = `${random.chance(70) ? 'export ' : ''}const ${name} = ${schemaText(printing, type)};`;
    printing.above.add(name);
    return text;
  });
  return `import { z } from 'zod';\n${declared.join('\n')}\nexport const Root = ${root};\n`;
}

/** What changes no payload. */
const MARKS = ['.describe("a")', '.readonly()', '.brand("B")'];

function schemaText(printing: Printing, type: Ts): string {
  const text = bareText(printing, type);
  // What is lazy or an object may have a method asked of it that a mark takes away.
  return type.t === 'word' && printing.random.chance(8) ? `${text}${printing.random.pick(MARKS)}` : text;
}

function bareText(printing: Printing, type: Ts): string {
  const { random } = printing;
  switch (type.t) {
    case 'word':
      return wordText(random, type.word);
    case 'literal':
      return `z.literal(${JSON.stringify(type.value)})`;
    case 'list': {
      const inner = schemaText(printing, type.of);
      return random.chance(30) ? `${inner}.array()` : `z.array(${inner})`;
    }
    case 'tuple':
      return `z.tuple([${type.items.map((one) => schemaText(printing, one)).join(', ')}])`;
    case 'record':
      return `z.record(z.string(), ${schemaText(printing, type.of)})`;
    case 'object':
      return objectText(printing, type);
    case 'union':
      return unionText(printing, type.parts);
    case 'ref':
      return refText(printing, type.name);
    case 'changed':
      return changedText(printing, type);
  }
}

function wordText(random: Random, word: string): string {
  if (word === 'number' && random.chance(25)) return random.pick(['z.int()', 'z.number().int()']);
  if (word === 'string' && random.chance(8)) return random.pick(['z.string().min(1)', 'z.string().nonempty()']);
  return `z.${word}()`;
}

const refText = ({ above }: Printing, name: string): string => (above.has(name) ? name : `z.lazy(() => ${name})`);

function objectText(printing: Printing, { members, bases }: Extract<Ts, { t: 'object' }>): string {
  const { random, types, above } = printing;
  const entries = `{ ${members.map((one) => memberText(printing, one)).join(', ')} }`;
  const [base, ...more] = bases;
  const isPlain = base !== undefined && types.get(base)?.t === 'object' && above.has(base) && more.length === 0;
  const held = isPlain && (types.get(base) as Extract<Ts, { t: 'object' }>).bases.length === 0;
  if (held) return `${base}.extend(${entries})`;
  const isStrict = bases.length === 0 && random.chance(10);
  const strict = random.pick([`z.strictObject(${entries})`, `z.object(${entries}).strict()`]);
  const own = isStrict ? strict : `z.object(${entries})`;
  return bases.reduce((text, name) => `z.intersection(${text}, ${refText(printing, name)})`, own);
}

const FALLBACKS: Readonly<Record<string, string>> = { number: '7', string: "'a'", boolean: 'true' };

function memberText(printing: Printing, { name, type, optional }: TsMember): string {
  const { random } = printing;
  const key = /^[A-Za-z_$][\w$]*$/.test(name) && random.chance(90) ? name : JSON.stringify(name);
  const text = schemaText(printing, type);
  if (!optional) return `${key}: ${text}`;
  const fallback = type.t === 'word' ? FALLBACKS[type.word] : undefined;
  if (fallback !== undefined && random.chance(30)) return `${key}: ${text}.default(${fallback})`;
  const written = random.pick([`z.optional(${text})`, `${text}.optional()`, `${text}.optional()`, `${text}.nullish()`]);
  return `${key}: ${written}`;
}

/** Undefined is no part of a payload: what is optional says so. */
function unionText(printing: Printing, all: readonly Ts[]): string {
  const { random } = printing;
  const parts = all.filter((one) => !(one.t === 'word' && one.word === 'undefined'));
  const solid = parts.filter((one) => !(one.t === 'word' && one.word === 'null'));
  if (solid.length < parts.length && solid.length > 0 && random.chance(60))
    return `${unionText(printing, solid)}.nullable()`;
  if (parts.length === 1) return schemaText(printing, parts[0]!);
  const texts = parts.flatMap((one) => (one.t === 'literal' && typeof one.value === 'string' ? [one.value] : []));
  if (texts.length === parts.length && random.chance(60)) return `z.enum(${JSON.stringify([...new Set(texts)])})`;
  if (parts.length === 2 && random.chance(20))
    return `${schemaText(printing, parts[0]!)}.or(${schemaText(printing, parts[1]!)})`;
  const list = `[${parts.map((one) => schemaText(printing, one)).join(', ')}]`;
  const tag = tagOf(parts);
  return tag !== null && random.chance(60)
    ? `z.discriminatedUnion(${JSON.stringify(tag)}, ${list})`
    : `z.union(${list})`;
}

/** The first key of all parts, where each has a literal of its own there. */
function tagOf(parts: readonly Ts[]): string | null {
  const tags = parts.map((one) => {
    const [first] = one.t === 'object' && one.bases.length === 0 ? one.members : [];
    return first?.type.t === 'literal' && !first.optional ? ([first.name, first.type.value] as const) : null;
  });
  const [first] = tags;
  if (!first || tags.some((one) => one?.[0] !== first[0])) return null;
  return new Set(tags.map((one) => one![1])).size === tags.length ? first[0] : null;
}

function changedText(printing: Printing, { how, name, key }: Extract<Ts, { t: 'changed' }>): string {
  // A schema of which a method is asked has to stand above it.
  if (!printing.above.has(name)) return refText(printing, name);
  if (how === 'Partial' || how === 'Required') return `${name}.${how.toLowerCase()}()`;
  return `${name}.${how.toLowerCase()}({ ${JSON.stringify(key)}: true })`;
}
