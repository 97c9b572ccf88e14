import type { Random } from '../pair-model.ts';
import type { Ts, TsMember, TsTypes } from './type-model.ts';

/** One of the ways in which people write the same types. */
export function printTypes(random: Random, types: TsTypes, root: string): string {
  const declared = [...types].map(([name, type]) => declaration(random, name, type));
  return `${declared.join('\n')}\nexport type Root = ${root};\n`;
}

function declaration(random: Random, name: string, type: Ts): string {
  const head = random.chance(70) ? 'export ' : '';
  const isEnum = type.t === 'union' && type.parts.every((one) => one.t === 'literal' && typeof one.value === 'string');
  if (isEnum && random.chance(40)) return enumText(name, type.parts);
  if (type.t === 'object' && random.chance(60)) {
    const bases = type.bases.length === 0 ? '' : ` extends ${type.bases.join(', ')}`;
    // An interface of a base that is a union cannot be.
    if (type.bases.length === 0) return `${head}interface ${name}${bases} ${membersText(random, type.members)}`;
  }
  return `${head}type ${name} = ${typeText(random, type)};`;
}

const enumText = (name: string, parts: readonly Ts[]): string =>
  `export enum ${name} { ${parts.map((one, i) => `V${i} = ${one.t === 'literal' ? JSON.stringify(one.value) : ''}`).join(', ')} }`;

const membersText = (random: Random, members: readonly TsMember[]): string =>
  `{ ${members
    .map(({ name, type, optional }) => {
      const key = /^[A-Za-z_$][\w$]*$/.test(name) && random.chance(90) ? name : JSON.stringify(name);
      return `${random.chance(10) ? 'readonly ' : ''}${key}${optional ? '?' : ''}: ${typeText(random, type)};`;
    })
    .join(' ')} }`;

function typeText(random: Random, type: Ts): string {
  switch (type.t) {
    case 'word':
      return type.word;
    case 'literal':
      return JSON.stringify(type.value);
    case 'list': {
      const inner = typeText(random, type.of);
      return random.pick([`Array<${inner}>`, `(${inner})[]`, `readonly (${inner})[]`, `ReadonlyArray<${inner}>`]);
    }
    case 'tuple':
      return `[${type.items.map((one) => typeText(random, one)).join(', ')}]`;
    case 'record': {
      const inner = typeText(random, type.of);
      return random.chance(50) ? `Record<string, ${inner}>` : `{ [key: string]: ${inner} }`;
    }
    case 'object':
      return [membersText(random, type.members), ...type.bases].join(' & ');
    case 'union':
      return type.parts
        .map((one) =>
          one.t === 'object' && one.bases.length > 0 ? `(${typeText(random, one)})` : typeText(random, one),
        )
        .join(' | ');
    case 'ref':
      return type.name;
    case 'changed':
      return type.how === 'Partial' || type.how === 'Required'
        ? `${type.how}<${type.name}>`
        : `${type.how}<${type.name}, ${JSON.stringify(type.key)}>`;
  }
}

/** The same types for the checker, to which a member of an enum is no string: enums are literals there. */
export const withoutEnums = (text: string): string =>
  text.replace(/^export enum (\w+) \{ (.*) \}$/gm, (_, name: string, body: string) => {
    const values = body.split(', ').map((one) => one.slice(one.indexOf('=') + 2));
    return `export type ${name} = ${values.join(' | ')};`;
  });
