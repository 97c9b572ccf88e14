/** A JSON value as it is written: a `bigint` has no fraction, a `number` has one (`5.0`). */
export type Json = null | boolean | bigint | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export const isObject = (value: Json): value is JsonObject => value instanceof Map;

export const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Stands for a value that is written, and that the source does not show: no reader surely rejects it. */
export const OPAQUE: JsonObject = new Map([['…', null]]);

/** One line of JSON. */
export function printJson(value: Json): string {
  if (value === OPAQUE) return '"…"';
  if (isArray(value)) return `[${value.map(printJson).join(',')}]`;
  if (isObject(value))
    return `{${[...value].map(([key, one]) => `${JSON.stringify(key)}:${printJson(one)}`).join(',')}}`;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return Number.isInteger(value) ? withFraction(String(value)) : String(value);
  return JSON.stringify(value);
}

const withFraction = (digits: string): string => (digits.includes('e') ? digits : `${digits}.0`);

/** What kind of JSON value it is, in words. */
export function nameOf(value: Json): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'an array';
  if (isObject(value)) return 'an object';
  if (typeof value === 'bigint') return 'an integer';
  if (typeof value === 'number') return 'a number with a fraction';
  return typeof value === 'boolean' ? 'a boolean' : 'a string';
}
