import { ALIAS_GENERATORS } from './alias-generators.ts';
import { type Expression, parseExpression } from './expression.ts';
import type { Lineage } from './lineage.ts';

import type { ClassConfig, Generator, PlacedClass, PythonShapes } from './python-context.ts';
import { findName } from './python-names.ts';

const NOTHING: ClassConfig = {
  extra: 'ignore',
  strict: false,
  byAlias: true,
  byName: false,
  serializeByAlias: null,
  generators: { reads: null, writes: null },
  strange: null,
};

/** Settings that change neither what is read nor what is written. */
const INERT =
  /^(?:title|frozen|arbitrary_types_allowed|from_attributes|validate_assignment|json_schema_extra|json_schema_mode_override|json_schema_serialization_defaults_required|use_attribute_docstrings|protected_namespaces|defer_build|revalidate_instances|use_enum_values|hide_input_in_errors|cache_strings|regex_engine|plugin_settings|validate_default|loc_by_alias|model_title_generator|field_title_generator|ignored_types|total|closed)$/;

/** @param first what holds where the class and those that it comes from say nothing */
export function configOf(shapes: PythonShapes, { chain }: Lineage, first: ClassConfig | null): ClassConfig {
  if (chain.some((placed) => nestedConfig(shapes, placed))) return { ...NOTHING, strange: '`class Config`' };
  const settings = chain.flatMap((placed) => settingsOf(placed).map((setting) => ({ placed, setting })));
  return settings.reduce<ClassConfig>(
    (known, { placed, setting }) => readSetting(shapes, placed, known, setting),
    first ?? NOTHING,
  );
}

const nestedConfig = ({ names }: PythonShapes, { module, item }: PlacedClass): boolean =>
  names.typesOf(module).classes.some(({ name }) => name === `${item.name}.Config`);

type Setting = readonly [name: string, value: Expression];

function settingsOf({ item }: PlacedClass): Setting[] {
  const written = item.names.find(({ name }) => name === 'model_config')?.value;
  const keywords = item.keywords.map(({ name, value }): Setting => [name, parseExpression(value)]);
  if (written === undefined || written === null) return keywords;
  const config = parseExpression(written);
  if (config.kind === 'call') return [...config.keywords, ...keywords];
  if (config.kind !== 'dict') return [['model_config', config], ...keywords];
  return [
    ...config.entries.map(([key, value]): Setting => [key.kind === 'string' ? key.value : '?', value]),
    ...keywords,
  ];
}

const isConstant = (value: Expression, text: string): boolean => value.kind === 'constant' && value.text === text;

const FLAGS: Readonly<Record<string, 'strict' | 'byName' | 'byAlias' | 'serializeByAlias'>> = {
  strict: 'strict',
  populate_by_name: 'byName',
  validate_by_name: 'byName',
  validate_by_alias: 'byAlias',
  serialize_by_alias: 'serializeByAlias',
};

function readSetting(
  shapes: PythonShapes,
  placed: PlacedClass,
  known: ClassConfig,
  [name, value]: Setting,
): ClassConfig {
  const isOn = isConstant(value, 'True');
  const isFlag = isOn || isConstant(value, 'False');
  if (INERT.test(name)) return known;
  if (name === 'extra' && value.kind === 'string' && /^(?:ignore|forbid|allow)$/.test(value.value))
    return { ...known, extra: value.value as ClassConfig['extra'] };
  const flag = isFlag ? FLAGS[name] : undefined;
  if (flag) return { ...known, [flag]: isOn };
  if (name === 'alias_generator') return withGenerator(shapes, placed, known, value);
  return { ...known, strange: `the setting \`${name}\`` };
}

function withGenerator(shapes: PythonShapes, placed: PlacedClass, known: ClassConfig, value: Expression): ClassConfig {
  const plain = generatorOf(shapes, placed, value);
  if (plain) return { ...known, generators: { reads: plain, writes: plain } };
  if (value.kind !== 'call' || value.callee.kind !== 'name' || value.callee.path.at(-1) !== 'AliasGenerator')
    return { ...known, strange: 'an alias generator of its own' };
  const parts = ['alias', 'validation_alias', 'serialization_alias'].map((name) => {
    const given = value.keywords.get(name);
    return given === undefined ? null : (generatorOf(shapes, placed, given) ?? undefined);
  });
  if (parts.includes(undefined) || value.positional.length > 0)
    return { ...known, strange: 'an alias generator of its own' };
  const [alias, reads, writes] = parts as [Generator | null, Generator | null, Generator | null];
  return { ...known, generators: { reads: reads ?? alias, writes: writes ?? alias } };
}

function generatorOf({ names }: PythonShapes, { module }: PlacedClass, value: Expression): Generator | null {
  if (value.kind !== 'name') return null;
  const found = findName(names, module, '', value.path);
  if (found.kind !== 'outside') return null;
  return (
    ALIAS_GENERATORS[found.path] ??
    ALIAS_GENERATORS[found.path.replace(/^pydantic\./, 'pydantic.alias_generators.')] ??
    null
  );
}
