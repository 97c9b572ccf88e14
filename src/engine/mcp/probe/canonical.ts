import { byText } from '../../../core/compare.ts';
import { isObject, type Json } from '../transport/read-message.ts';

/** The same value with its keys in order, at every depth: two that are equal print alike. */
export function sortedKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort(byText);
  return Object.fromEntries(keys.map((key) => [key, sortedKeys(value[key]!)]));
}

export const canonical = (value: Json): string => JSON.stringify(sortedKeys(value));
