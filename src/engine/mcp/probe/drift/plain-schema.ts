import { isObject, type Json, type JsonObject } from '../../transport/read-message.ts';

/** Says nothing of which values are allowed. */
const NOTES: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  '$schema',
  '$id',
  'format',
  'x-mcp-header',
]);

const PLAIN: Readonly<Record<string, ReadonlySet<string>>> = {
  null: new Set(),
  boolean: new Set(),
  integer: new Set(['minimum', 'maximum']),
  number: new Set(['minimum', 'maximum']),
  string: new Set(['minLength', 'maxLength']),
  array: new Set(['items', 'minItems', 'maxItems']),
  object: new Set(['properties', 'required', 'additionalProperties']),
};

/**
 * Whether a schema has only forms that are read exactly: each with one meaning, and none beside another that narrows it. What is compared in
 * any other schema may be more, or less, than what was read.
 */
export function isPlainSchema(schema: Json | undefined): boolean {
  if (typeof schema === 'boolean') return true;
  if (!isObject(schema)) return false;
  const defs = ['$defs', 'definitions'].filter((key) => key in schema);
  const keys = Object.keys(schema).filter((key) => !NOTES.has(key) && !defs.includes(key));
  return defs.every((key) => arePlain(schema[key])) && isPlainBy(schema, keys);
}

function isPlainBy(schema: JsonObject, keys: readonly string[]): boolean {
  const { type } = schema;
  if ('$ref' in schema) return keys.length === 1 && typeof schema.$ref === 'string' && schema.$ref.startsWith('#');
  if ('anyOf' in schema) return keys.length === 1 && Array.isArray(schema.anyOf) && schema.anyOf.every(isPlainSchema);
  const values = 'const' in schema ? [schema.const] : schema.enum;
  if (values !== undefined) return isPlainChoice(values, type, keys);
  if (keys.length === 0) return true;
  const allowed = typeof type === 'string' && Object.hasOwn(PLAIN, type) ? PLAIN[type]! : null;
  if (allowed === null || !keys.every((key) => key === 'type' || allowed.has(key))) return false;
  return (
    arePlain(schema.properties ?? {}) &&
    [schema.items, schema.additionalProperties].every((one) => one === undefined || isPlainSchema(one)) &&
    areStrings(schema.required ?? []) &&
    ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'].every(
      (key) => schema[key] === undefined || Number.isSafeInteger(schema[key]),
    )
  );
}

/** Texts, or whole numbers, or truths: with the type that they have, or none. */
function isPlainChoice(values: Json, type: Json | undefined, keys: readonly string[]): boolean {
  if (!Array.isArray(values) || keys.length > (type === undefined ? 1 : 2)) return false;
  const kinds = new Set(values.map((value) => (Number.isSafeInteger(value) ? 'integer' : typeof value)));
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined || !['string', 'integer', 'boolean'].includes(kind)) return false;
  return type === undefined || type === kind || (type === 'number' && kind === 'integer');
}

const arePlain = (schemas: Json | undefined): boolean =>
  isObject(schemas) && Object.values(schemas).every(isPlainSchema);

const areStrings = (value: Json): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** The same without what says nothing of values. Properties are named as they are, also where one is called `title`. */
export function withoutNotes(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutNotes);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (NOTES.has(key)) return [];
      if (VALUES.has(key)) return [[key, value]];
      return [[key, NAMED.has(key) && isObject(value) ? eachOf(value) : withoutNotes(value)]];
    }),
  );
}

/** Their values are data, not schemas. */
const VALUES: ReadonlySet<string> = new Set(['const', 'enum', 'required', 'dependentRequired']);
/** Their keys are names, not keywords. */
const NAMED: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
]);

const eachOf = (schemas: JsonObject, change = withoutNotes): JsonObject =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));

/** A plain schema whose objects have the keys that it names alone: what nobody named is neither sent nor relied on. */
export function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const own = Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, Json] => {
      if (VALUES.has(key)) return [key, value];
      return [key, NAMED.has(key) && isObject(value) ? eachOf(value, closed) : closed(value)];
    }),
  );
  const isOpen = schema.additionalProperties === undefined || schema.additionalProperties === true;
  const isObjectSchema = schema.type === 'object' || 'properties' in schema;
  return isObjectSchema && isOpen ? { ...own, additionalProperties: false } : own;
}
