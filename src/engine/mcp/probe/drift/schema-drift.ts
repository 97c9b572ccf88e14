import { schemaShape } from '../../../../../analyzers/contracts/schema/json-schema.ts';
import { type Comparison, compare } from '../../../../../analyzers/contracts/shape/compare.ts';
import { isObject, type Json, type JsonObject } from '../../transport/read-message.ts';
import { canonical } from '../canonical.ts';
import { type Drift, drift } from './drift.ts';
import { closed, isPlainSchema, withoutNotes } from './plain-schema.ts';

/** Which way values go: clients write what a tool takes, and read what it gives. */
type Side = 'inputSchema' | 'outputSchema';

const WORDS = { inputSchema: 'arguments', outputSchema: 'structuredContent' } as const;

/**
 * What a changed schema means to those who knew the old one, and sent or read what it names. Harmless only where that is shown; breaking where a value shows it, or a required
 * argument is new; all else is risky.
 */
export function schemaDrift(symbol: string, side: Side, before: Json | undefined, after: Json | undefined): Drift[] {
  if (before === undefined || after === undefined) return presence(symbol, side, before, after);
  if (canonical(before) === canonical(after)) return [];
  const [old, now] = [withoutNotes(before), withoutNotes(after)];
  const texts = drift('risky', symbol, `texts, defaults or formats in ${side} changed`);
  if (canonical(old) === canonical(now)) return [texts];
  const lost = side === 'inputSchema' ? lostArguments(symbol, old, now) : [];
  const found = valueDrift(symbol, side, old, now);
  const hasOtherTexts = notesOf(before) !== notesOf(after);
  if (found.level !== 'additive') return [found, ...lost];
  return lost.length > 0 ? lost : [found, ...(hasOtherTexts ? [texts] : [])];
}

function presence(symbol: string, side: Side, before: Json | undefined, after: Json | undefined): Drift[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [drift(side === 'inputSchema' ? 'breaking' : 'additive', symbol, `${side} is new`)];
  return [drift(side === 'inputSchema' ? 'risky' : 'breaking', symbol, `${side} is gone`)];
}

function valueDrift(symbol: string, side: Side, before: Json, after: Json): Drift {
  const word = WORDS[side];
  const added = side === 'inputSchema' ? newlyRequired(before, after) : [];
  if (added.length > 0) return drift('breaking', symbol, `required argument ${added.map(quoted).join(', ')} is new`);
  if (!isPlainSchema(before) || !isPlainSchema(after))
    return drift('risky', symbol, `${side} changed in a form that is not compared`);
  const found = side === 'inputSchema' ? compared(before, after) : compared(after, before);
  if (found.verdict === 'compatible')
    return drift('additive', symbol, `${side} changed, and all ${word} that were right still are`);
  if (found.verdict === 'unknown') return drift('risky', symbol, `${side} changed: ${found.why}`);
  const refused = side === 'inputSchema' ? 'are refused now' : 'are new, and were not allowed';
  return drift('breaking', symbol, `${word} such as ${found.example} ${refused}: ${found.why}`);
}

/** @param writer of the values that the reader has to take, with the keys that it names and no others */
const compared = (writer: Json, reader: Json): Comparison =>
  compare(
    schemaShape('written', JSON.stringify(closed(writer)), '', 'writes'),
    schemaShape('read', JSON.stringify(reader), '', 'reads'),
  );

const quoted = (name: string): string => `\`${name}\``;

const requiredIn = (schema: Json): readonly string[] => {
  const required = isObject(schema) ? schema.required : undefined;
  return Array.isArray(required) ? required.filter((one): one is string => typeof one === 'string') : [];
};

const newlyRequired = (before: Json, after: Json): string[] => {
  const old = new Set(requiredIn(before));
  return requiredIn(after).filter((name) => !old.has(name));
};

const propertiesIn = (schema: Json): JsonObject =>
  isObject(schema) && isObject(schema.properties) ? schema.properties : {};

/** An argument that is no longer named may still be sent, and is then not looked at. */
function lostArguments(symbol: string, before: Json, after: Json): Drift[] {
  const now = propertiesIn(after);
  const lost = Object.keys(propertiesIn(before)).filter((name) => !Object.hasOwn(now, name));
  return lost.map((name) => drift('risky', symbol, `argument ${quoted(name)} is gone`));
}

/** Every text of a schema with its place; those of new properties are no change of old ones. */
function notesOf(schema: Json): string {
  const texts: string[] = [];
  const walk = (at: Json, path: string): void => {
    if (!isObject(at)) return;
    for (const [key, value] of Object.entries(at)) {
      if (typeof value === 'string' && (key === 'description' || key === 'title'))
        texts.push(`${path}/${key} ${value}`);
      walk(value, `${path}/${key}`);
    }
  };
  walk(schema, '');
  return texts.sort().join('\n');
}
