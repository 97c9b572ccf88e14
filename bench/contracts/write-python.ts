import type { Declared, Kind, Member, Random, Variant } from './pair-model.ts';

/** Python's side of a pair: what declares it, and what makes values of it. */
export interface PythonPair {
  readonly text: string;
  /** Expressions over `r` that make a value of each class: only the program has them. */
  readonly arb: string;
  /** The annotation of the whole. */
  readonly root: string;
}

interface Type {
  readonly annotation: string;
  /** An expression over `r`. */
  readonly arb: string;
}

interface Writer {
  readonly random: Random;
  /** Percent of places that drift. */
  readonly drift: number;
  readonly byAlias: boolean;
  readonly integers: 'int64' | 'any';
  readonly classes: string[];
  readonly arbs: string[];
  readonly known: Map<string, Type>;
  readonly names: { next: number };
}

export function writePython(
  random: Random,
  root: Declared,
  options: Pick<Writer, 'drift' | 'byAlias' | 'integers'>,
): PythonPair {
  const writer: Writer = { random, ...options, classes: [], arbs: [], known: new Map(), names: { next: 0 } };
  const made = declaredType(writer, root);
  const head =
    'from __future__ import annotations\nfrom dataclasses import dataclass, field\nfrom enum import Enum, IntEnum, StrEnum\nfrom typing import Annotated, Any, Dict, List, Literal, Optional, Tuple, Union\nfrom typing_extensions import NotRequired, Required, TypedDict\nfrom pydantic import AliasChoices, BaseModel, ConfigDict, Field, RootModel, StrictInt, StrictStr\nfrom pydantic.alias_generators import to_camel, to_pascal, to_snake\n\n';
  return {
    text: `${head}${writer.classes.join('\n')}\nRoot = ${made.annotation}\n`,
    arb: `${writer.arbs.join('')}def arb_root(r):\n    return ${made.arb}\n`,
    root: 'Root',
  };
}

const fresh = (writer: Writer, prefix: string): string => `${prefix}${writer.names.next++}`;

function intType(writer: Writer, { bits, signed }: Extract<Kind, { k: 'int' }>): Type {
  const { random, integers } = writer;
  const low = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const high = signed ? 2n ** BigInt(bits - 1) - 1n : 2n ** BigInt(bits) - 1n;
  const plain: Type = { annotation: 'int', arb: `A.whole(r, "${integers}")` };
  const exact: Type = {
    annotation: `Annotated[int, Field(ge=${low}, le=${high})]`,
    arb: `A.between(r, ${low}, ${high})`,
  };
  if (random.chance(writer.drift))
    return random.pick<Type>([
      plain,
      { annotation: 'float', arb: 'A.real(r)' },
      { annotation: 'str', arb: 'A.text(r)' },
      { annotation: 'bool', arb: 'A.flag(r)' },
      { annotation: 'Annotated[int, Field(ge=0, lt=100)]', arb: 'A.between(r, 0, 99)' },
      { annotation: 'StrictInt', arb: `A.whole(r, "${integers}")` },
      { annotation: 'Optional[int]', arb: `A.maybe(r, A.whole(r, "${integers}"))` },
    ]);
  return bits === 64 && signed && integers === 'int64'
    ? random.pick([plain, exact])
    : random.chance(85)
      ? exact
      : plain;
}

function typeOf(writer: Writer, kind: Kind): Type {
  const { random } = writer;
  if (random.chance(writer.drift / 2)) return driftedType(writer, kind);
  switch (kind.k) {
    case 'int':
      return intType(writer, kind);
    case 'float':
      return { annotation: 'float', arb: 'A.real(r)' };
    case 'bool':
      return { annotation: 'bool', arb: 'A.flag(r)' };
    case 'str':
      return { annotation: 'str', arb: 'A.text(r)' };
    case 'char':
      return random.chance(85)
        ? { annotation: 'Annotated[str, Field(min_length=1, max_length=1)]', arb: 'A.letter(r)' }
        : { annotation: 'str', arb: 'A.text(r)' };
    case 'any':
      return { annotation: 'Any', arb: 'A.anything(r)' };
    default:
      return holderType(writer, kind);
  }
}

const optional = (random: Random, of: Type): Type => ({
  annotation: random.chance(60) ? `Optional[${of.annotation}]` : `Union[${of.annotation}, None]`,
  arb: `A.maybe(r, ${of.arb})`,
});

const listed = (annotation: string, of: Type): Type => ({ annotation, arb: `[${of.arb} for _ in range(A.few(r))]` });

type Holder = Exclude<Kind, { k: 'int' | 'float' | 'bool' | 'str' | 'char' | 'any' }>;

function holderType(writer: Writer, kind: Holder): Type {
  const { random } = writer;
  switch (kind.k) {
    case 'opt':
      return optional(random, typeOf(writer, kind.of));
    case 'box':
      return typeOf(writer, kind.of);
    case 'list':
    case 'set': {
      const of = typeOf(writer, kind.of);
      return listed(random.pick([`list[${of.annotation}]`, `List[${of.annotation}]`, `List[${of.annotation}]`]), of);
    }
    case 'map': {
      const of = typeOf(writer, kind.of);
      const [key, arb] =
        kind.key === 'str'
          ? ['str', 'A.key(r)']
          : ['Annotated[int, Field(ge=0, le=4294967295)]', 'A.between(r, 0, 4294967295)'];
      return { annotation: `Dict[${key}, ${of.annotation}]`, arb: `{${arb}: ${of.arb} for _ in range(A.few(r))}` };
    }
    case 'tuple': {
      const items = kind.items.map((one) => typeOf(writer, one));
      return {
        annotation: `Tuple[${items.map(({ annotation }) => annotation).join(', ')}]`,
        arb: `(${items.map(({ arb }) => arb).join(', ')},)`,
      };
    }
    case 'array': {
      const of = typeOf(writer, kind.of);
      const { length } = kind;
      return random.chance(50)
        ? {
            annotation: `Annotated[list[${of.annotation}], Field(min_length=${length}, max_length=${length})]`,
            arb: `[${of.arb} for _ in range(${length})]`,
          }
        : {
            annotation: `Tuple[${Array.from({ length }, () => of.annotation).join(', ')}]`,
            arb: `(${Array.from({ length }, () => of.arb).join(', ')},)`,
          };
    }
    case 'ref':
      return declaredType(writer, kind.to);
  }
}

function driftedType(writer: Writer, kind: Kind): Type {
  const { random } = writer;
  const inner = typeOf({ ...writer, drift: 0 }, kind);
  return random.pick<Type>([
    optional(random, inner),
    kind.k === 'opt' ? typeOf({ ...writer, drift: 0 }, kind.of) : listed(`list[${inner.annotation}]`, inner),
    { annotation: 'str', arb: 'A.text(r)' },
    { annotation: 'Annotated[str, Field(min_length=1)]', arb: '"a" + A.text(r)' },
    { annotation: 'float', arb: 'A.real(r)' },
    { annotation: 'Any', arb: 'A.anything(r)' },
    { annotation: `Union[${inner.annotation}, str]`, arb: `(${inner.arb} if r.random() < 0.5 else A.text(r))` },
    { annotation: 'Literal["a", "b"]', arb: 'r.choice(["a", "b"])' },
  ]);
}

function declaredType(writer: Writer, one: Declared): Type {
  const known = writer.known.get(one.name);
  if (known) return known;
  const made = one.form === 'struct' ? structType(writer, one) : enumType(writer, one);
  writer.known.set(one.name, made);
  return made;
}

function structType(writer: Writer, one: Extract<Declared, { form: 'struct' }>): Type {
  if (!one.newtype) return classType(writer, one.members, one.denies, []);
  const inner = typeOf(writer, one.members[0]!.kind);
  if (writer.random.chance(50)) return inner;
  const name = fresh(writer, 'N');
  writer.classes.push(`class ${name}(RootModel[${inner.annotation}]):\n    pass\n`);
  return { annotation: name, arb: `M.${name}.model_construct(${inner.arb})` };
}

interface Line {
  readonly name: string;
  readonly type: Type;
  readonly reads: string;
  readonly writes: string;
  readonly hasDefault: boolean;
  readonly default: string;
}

/** The fields of a struct, those of what is flattened into it among them. */
function linesOf(writer: Writer, members: readonly Member[]): Line[] {
  const { random, drift } = writer;
  return members.flatMap((member): Line[] => {
    if (member.flat) return flatLines(writer, member);
    if (random.chance(drift / 3) || (member.writes === null && member.reads === null)) return [];
    return [lineOf(writer, member)];
  });
}

const flatLines = (writer: Writer, { kind }: Member): Line[] =>
  kind.k === 'ref' && kind.to.form === 'struct' ? linesOf(writer, kind.to.members) : [];

function lineOf(writer: Writer, { name: rust, kind, writes, reads, leaves, fills }: Member): Line {
  const { random, drift } = writer;
  const name = rust.replace('r#', '');
  const type = typeOf(writer, kind);
  const plain = plainDefault(type.annotation);
  const wanted = leaves || writes === null || (fills && random.chance(50));
  return {
    name,
    type,
    reads: random.chance(drift / 4) ? `${writes ?? name}X` : (writes ?? reads ?? name),
    writes: reads ?? writes ?? name,
    hasDefault: (random.chance(drift) ? !wanted : wanted) && plain !== null,
    default: plain ?? '',
  };
}

/** A value that surely is of the type. */
function plainDefault(annotation: string): string | null {
  if (/^(?:Optional\[|Union\[.*, None\]$)/.test(annotation)) return 'None';
  if (/^(?:int$|Annotated\[int)/.test(annotation)) return '1';
  if (/^(?:str$|Annotated\[str)/.test(annotation)) return '"a"';
  return annotation === 'float' ? '0.5' : annotation === 'bool' ? 'False' : null;
}

function classType(writer: Writer, members: readonly Member[], denies: boolean, first: readonly Line[]): Type {
  const { random, drift } = writer;
  const lines = [...first, ...linesOf(writer, members)];
  if (random.chance(drift / 3))
    lines.push({
      name: 'added',
      type: { annotation: 'int', arb: 'A.between(r, 0, 9)' },
      reads: 'added',
      writes: 'added',
      hasDefault: random.chance(60),
      default: '0',
    });
  const unique = lines.filter((line, i) => lines.findIndex(({ name }) => name === line.name) === i);
  const isPlain = unique.every(({ name, reads, writes }) => reads === name && writes === name);
  const hasMap = members.some(({ flat, kind }) => flat && kind.k === 'map');
  if (isPlain && first.length === 0 && !hasMap && !denies && random.chance(30))
    return random.chance(50) ? typedDict(writer, unique) : dataclass(writer, unique);
  return model(writer, unique, { denies, hasMap });
}

function extraOf({ random, drift }: Writer, denies: boolean, hasMap: boolean): 'allow' | 'forbid' | null {
  if (hasMap) return 'allow';
  if (random.chance(denies ? 60 : drift / 2)) return 'forbid';
  return random.chance(8) ? 'allow' : null;
}

function model(writer: Writer, lines: readonly Line[], { denies, hasMap }: { denies: boolean; hasMap: boolean }): Type {
  const { random } = writer;
  const name = fresh(writer, 'C');
  const extra = extraOf(writer, denies, hasMap);
  const isRenamed = lines.some(({ name: own, reads }) => reads !== own) && !lines.some(({ name: own }) => own === 't');
  const generator = isRenamed && random.chance(25) ? random.pick(['to_camel', 'to_pascal', 'to_snake']) : null;
  const byName = random.chance(15);
  const config = [
    ...(extra === null ? [] : [`extra="${extra}"`]),
    ...(generator === null ? [] : [`alias_generator=${generator}`]),
    ...(byName ? ['populate_by_name=True'] : []),
    ...(random.chance(6) ? ['strict=True'] : []),
    ...(random.chance(10) ? ['frozen=True'] : []),
  ];
  const body = lines.map(
    (line) =>
      `    ${line.name}: ${line.type.annotation}${valueText(writer, line, generator !== null && random.chance(70))}\n`,
  );
  const head = config.length === 0 ? '' : `    model_config = ConfigDict(${config.join(', ')})\n`;
  writer.classes.push(
    `class ${name}(BaseModel):\n${head}${body.join('')}${head === '' && body.length === 0 ? '    pass\n' : ''}`,
  );
  return { annotation: name, arb: build(writer, name, lines, 'model') };
}

/** `= Field(default, alias=…)`. */
function valueText(
  { random }: Writer,
  { name, reads, writes, hasDefault, default: given }: Line,
  isGenerated: boolean,
): string {
  const names: string[] = [];
  if (!isGenerated && reads === writes && reads !== name) names.push(`alias="${reads}"`);
  else if (!isGenerated && reads !== writes) {
    if (reads !== name)
      names.push(
        random.chance(15) ? `validation_alias=AliasChoices("${reads}", "older")` : `validation_alias="${reads}"`,
      );
    if (writes !== name) names.push(`serialization_alias="${writes}"`);
  }
  if (names.length === 0) return hasDefault ? ` = ${given}` : '';
  return ` = Field(${[...(hasDefault ? [`default=${given}`] : []), ...names].join(', ')})`;
}

function typedDict(writer: Writer, lines: readonly Line[]): Type {
  const name = fresh(writer, 'T');
  const isTotal = writer.random.chance(70);
  const body = lines.map(({ name: own, type, hasDefault }) => {
    const mark = hasDefault && isTotal ? 'NotRequired' : !hasDefault && !isTotal ? 'Required' : null;
    return `    ${own}: ${mark === null ? type.annotation : `${mark}[${type.annotation}]`}\n`;
  });
  writer.classes.push(`class ${name}(TypedDict${isTotal ? '' : ', total=False'}):\n${body.join('') || '    pass\n'}`);
  return { annotation: name, arb: build(writer, name, lines, 'dict') };
}

function dataclass(writer: Writer, lines: readonly Line[]): Type {
  const name = fresh(writer, 'D');
  const body = lines.map(
    (line) => `    ${line.name}: ${line.type.annotation}${line.hasDefault ? ` = ${line.default}` : ''}\n`,
  );
  writer.classes.push(`@dataclass(kw_only=True)\nclass ${name}:\n${body.join('') || '    pass\n'}`);
  return { annotation: name, arb: build(writer, name, lines, 'plain') };
}

/** A function that makes one, with each field that has a default left out now and then. */
function build(writer: Writer, name: string, lines: readonly Line[], how: 'model' | 'dict' | 'plain'): string {
  const fields = lines.map(({ name: own, type, hasDefault }) =>
    hasDefault ? `    if r.random() < 0.6: v["${own}"] = ${type.arb}\n` : `    v["${own}"] = ${type.arb}\n`,
  );
  const made = how === 'dict' ? 'v' : how === 'model' ? `M.${name}.model_construct(**v)` : `M.${name}(**v)`;
  writer.arbs.push(`def arb_${name}(r):\n    v = {}\n${fields.join('')}    return ${made}\n`);
  return `arb_${name}(r)`;
}

function enumType(writer: Writer, one: Extract<Declared, { form: 'enum' }>): Type {
  if (one.variants.every(({ style }) => style === 'unit') && one.tagging === 'external')
    return unitType(writer, one.variants);
  const { random, drift } = writer;
  const kept = one.variants.filter(() => !random.chance(drift / 4));
  const all = (kept.length === 0 ? one.variants : kept).map((variant) => variantType(writer, one, variant));
  const [only] = all;
  if (all.length === 1) return only!;
  const isDiscriminated = one.tagging === 'internal' && random.chance(60);
  const union = `Union[${all.map(({ annotation }) => annotation).join(', ')}]`;
  return {
    annotation: isDiscriminated ? `Annotated[${union}, Field(discriminator="t")]` : union,
    arb: `r.choice([${all.map(({ arb }) => `lambda: ${arb}`).join(', ')}])()`,
  };
}

function unitType(writer: Writer, variants: readonly Variant[]): Type {
  const { random, drift } = writer;
  const wires = [...new Set(variants.map(({ wire }) => (random.chance(drift / 4) ? `${wire}x` : wire)))];
  if (random.chance(drift / 3)) wires.push('added');
  const list = wires.map((wire) => JSON.stringify(wire)).join(', ');
  if (random.chance(40)) return { annotation: `Literal[${list}]`, arb: `r.choice([${list}])` };
  const name = fresh(writer, 'E');
  const base = random.pick(['str, Enum', 'StrEnum', 'Enum']);
  writer.classes.push(
    `class ${name}(${base}):\n${wires.map((wire, i) => `    M${i} = ${JSON.stringify(wire)}\n`).join('')}`,
  );
  return { annotation: name, arb: `r.choice(list(M.${name}))` };
}

const literal = (wire: string): Type => ({ annotation: `Literal[${JSON.stringify(wire)}]`, arb: JSON.stringify(wire) });

function line(writer: Writer, name: string, type: Type, hasDefault = false): Line {
  void writer;
  return { name, type, reads: name, writes: name, hasDefault, default: type.arb };
}

function variantType(writer: Writer, one: Extract<Declared, { form: 'enum' }>, variant: Variant): Type {
  const tag = line(writer, 't', literal(variant.wire), one.tagging === 'internal' && writer.random.chance(30));
  switch (one.tagging) {
    case 'internal':
      return internalType(writer, variant, tag);
    case 'adjacent':
      return variant.style === 'unit'
        ? classType(writer, [], false, [tag])
        : classType(writer, [], false, [tag, line(writer, 'c', contentType(writer, variant))]);
    case 'untagged':
      return contentType(writer, variant);
    case 'external': {
      if (variant.style === 'unit') return literal(variant.wire);
      const inner = contentType(writer, variant);
      const wire = variant.wire;
      const own: Line = { name: 'held', type: inner, reads: wire, writes: wire, hasDefault: false, default: '' };
      return model(writer, [own], { denies: true, hasMap: false });
    }
  }
}

function internalType(writer: Writer, variant: Variant, tag: Line): Type {
  const [inner] = variant.kinds;
  const members = inner?.k === 'ref' && inner.to.form === 'struct' ? inner.to.members : variant.members;
  return classType(writer, members, false, [tag]);
}

function contentType(writer: Writer, { style, kinds, members }: Variant): Type {
  if (style === 'unit') return { annotation: 'None', arb: 'None' };
  if (style === 'newtype') return typeOf(writer, kinds[0]!);
  if (style === 'tuple') return holderType(writer, { k: 'tuple', items: kinds });
  return classType(writer, members, false, []);
}
