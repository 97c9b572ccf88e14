import type { Declared, Kind, Member, Variant } from './pair-model.ts';

export const rustType = (kind: Kind): string => {
  switch (kind.k) {
    case 'int':
      return `${kind.signed ? 'i' : 'u'}${kind.bits}`;
    case 'float':
      return 'f64';
    case 'bool':
      return 'bool';
    case 'str':
      return 'String';
    case 'char':
      return 'char';
    case 'any':
      return 'serde_json::Value';
    case 'opt':
      return `Option<${rustType(kind.of)}>`;
    case 'list':
    case 'set':
      return `Vec<${rustType(kind.of)}>`;
    case 'box':
      return `Box<${rustType(kind.of)}>`;
    case 'map':
      return `BTreeMap<${kind.key === 'str' ? 'String' : 'u32'}, ${rustType(kind.of)}>`;
    case 'tuple':
      return `(${kind.items.map(rustType).join(', ')})`;
    case 'array':
      return `[${rustType(kind.of)}; ${kind.length}]`;
    case 'ref':
      return kind.to.name;
  }
};

const marks = (options: readonly string[]): string => (options.length === 0 ? '' : `#[serde(${options.join(', ')})] `);

const memberText = ({ name, kind, options }: Member): string =>
  `    ${marks(options)}pub ${name}: ${rustType(kind)},\n`;

/** The types of one pair, as they are compared. */
export const writeRust = (declared: readonly Declared[]): string =>
  `use serde::{Deserialize, Serialize};\nuse std::collections::BTreeMap;\n\n${declared.map(typeText).join('\n')}`;

function typeText(one: Declared): string {
  const head = `#[derive(Serialize, Deserialize)]\n${marks(one.options)}`;
  if (one.form === 'struct')
    return one.newtype
      ? `${head}pub struct ${one.name}(pub ${rustType(one.members[0]!.kind)});\n`
      : `${head}pub struct ${one.name} {\n${one.members.map(memberText).join('')}}\n`;
  return `${head}pub enum ${one.name} {\n${one.variants.map(variantText).join('')}}\n`;
}

function variantText({ name, style, kinds, members }: Variant): string {
  if (style === 'unit') return `    ${name},\n`;
  if (style === 'struct') return `    ${name} {\n${members.map(memberText).join('').replaceAll('pub ', '')}    },\n`;
  return `    ${name}(${kinds.map(rustType).join(', ')}),\n`;
}

/** What makes values of the types: only the program has it. */
export const writeArb = (declared: readonly Declared[]): string =>
  declared
    .map((one) => {
      const body =
        one.form === 'struct'
          ? one.newtype
            ? `${one.name}(Arb::arb(r, d + 1))`
            : `${one.name} { ${one.members.map((field) => `${field.name}: ${fieldArb(field)}`).join(', ')} }`
          : `match r.below(${one.variants.length}) { ${one.variants.map((variant, i) => `${i === one.variants.length - 1 ? '_' : i} => ${variantArb(one.name, variant)}`).join(', ')} }`;
      return `impl crate::Arb for ${one.name} { fn arb(r: &mut crate::Rng, d: u32) -> Self { use crate::Arb; let _ = (&r, d); ${body} } }
impl Default for ${one.name} { fn default() -> Self { crate::Arb::arb(&mut crate::Rng(7), 2) } }\n`;
    })
    .join('');

// The keys of a flattened map are none of the fields beside it.
const fieldArb = ({ flat, kind }: Member): string =>
  flat && kind.k === 'map' ? 'crate::flat(r)' : 'Arb::arb(r, d + 1)';

function variantArb(owner: string, { name, style, kinds, members }: Variant): string {
  if (style === 'unit') return `${owner}::${name}`;
  if (style === 'struct')
    return `${owner}::${name} { ${members.map((field) => `${field.name}: Arb::arb(r, d + 1)`).join(', ')} }`;
  return `${owner}::${name}(${kinds.map(() => 'Arb::arb(r, d + 1)').join(', ')})`;
}
