import { byText } from '../../../../core/compare.ts';
import { isObject, type Json, type JsonObject } from '../../transport/read-message.ts';
import { canonical } from '../canonical.ts';
import { DRIFT_LEVELS, type Drift, drift } from './drift.ts';
import { schemaDrift } from './schema-drift.ts';
import type { McpSurface } from './surface-schema.ts';

/** What changed between two surfaces, the worst first. Equal surfaces have none. */
export function compareSurfaces(before: McpSurface, after: McpSurface): Drift[] {
  const found = [
    ...wholeDrift(before, after),
    ...itemsDrift('tool', 'name', before.tools, after.tools, toolDrift),
    ...itemsDrift('prompt', 'name', before.prompts, after.prompts, promptDrift),
    ...itemsDrift('resource', 'uri', before.resources, after.resources, () => []),
    ...itemsDrift('resource template', 'uriTemplate', before.resourceTemplates, after.resourceTemplates, () => []),
  ];
  return found.sort(
    (a, b) =>
      DRIFT_LEVELS.indexOf(a.level) - DRIFT_LEVELS.indexOf(b.level) ||
      byText(a.symbol, b.symbol) ||
      byText(a.what, b.what),
  );
}

function wholeDrift(before: McpSurface, after: McpSurface): Drift[] {
  const found: Drift[] = [];
  if (before.protocolVersion !== after.protocolVersion)
    found.push(drift('risky', 'protocol', `${before.protocolVersion} became ${after.protocolVersion}`));
  if (before.instructions !== after.instructions)
    found.push(drift('risky', 'instructions', 'the instructions to models changed'));
  const [old, now] = [before.capabilities, after.capabilities];
  for (const name of Object.keys({ ...old, ...now })) {
    const symbol = `capability ${name}`;
    if (!Object.hasOwn(now, name)) found.push(drift('breaking', symbol, 'it is gone'));
    else if (!Object.hasOwn(old, name)) found.push(drift('additive', symbol, 'it is new'));
    else if (canonical(old[name]!) !== canonical(now[name]!)) found.push(drift('risky', symbol, 'it changed'));
  }
  return found;
}

type Item = Readonly<Record<string, Json>>;

/** Fields that a function of their own compares. */
const OWN: ReadonlySet<string> = new Set(['inputSchema', 'outputSchema', 'arguments']);

function itemsDrift(
  kind: string,
  key: string,
  before: readonly Item[],
  after: readonly Item[],
  special: (symbol: string, before: Item, after: Item) => Drift[],
): Drift[] {
  const [old, now] = [grouped(before, key), grouped(after, key)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const symbol = `${kind} ${name}`;
    const [was, is] = [old.get(name) ?? [], now.get(name) ?? []];
    if (is.length === 0) return [drift('breaking', symbol, 'it is gone')];
    if (was.length === 0) return [drift('additive', symbol, 'it is new')];
    // Which of two with one name is the same as before, nobody can tell.
    if (was.length > 1 || is.length > 1)
      return canonical(was) === canonical(is) ? [] : [drift('risky', symbol, 'its name stands for several')];
    return [...fieldsDrift(symbol, was[0]!, is[0]!), ...special(symbol, was[0]!, is[0]!)];
  });
}

function grouped(items: readonly Item[], key: string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = String(item[key]);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

/** Every other field: texts are part of a prompt, and what the rest means to a client is not known. */
function fieldsDrift(symbol: string, before: Item, after: Item): Drift[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !OWN.has(name));
  return names.flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (was !== undefined && is !== undefined && canonical(was) === canonical(is)) return [];
    const how = was === undefined ? 'is new' : is === undefined ? 'is gone' : 'changed';
    return [drift('risky', symbol, `\`${name}\` ${how}`)];
  });
}

const toolDrift = (symbol: string, before: Item, after: Item): Drift[] =>
  (['inputSchema', 'outputSchema'] as const).flatMap((side) => schemaDrift(symbol, side, before[side], after[side]));

function promptDrift(symbol: string, before: Item, after: Item): Drift[] {
  const [old, now] = [argumentsOf(before), argumentsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    if (is === undefined) return [drift('risky', symbol, `argument \`${name}\` is gone`)];
    if (was === undefined)
      return is.required === true
        ? [drift('breaking', symbol, `required argument \`${name}\` is new`)]
        : [drift('additive', symbol, `argument \`${name}\` is new`)];
    if (is.required === true && was.required !== true)
      return [drift('breaking', symbol, `argument \`${name}\` is required now`)];
    return canonical(was) === canonical(is) ? [] : [drift('risky', symbol, `argument \`${name}\` changed`)];
  });
}

function argumentsOf(prompt: Item): Map<string, JsonObject> {
  const list = Array.isArray(prompt.arguments) ? prompt.arguments : [];
  return new Map(list.filter((one): one is JsonObject => isObject(one)).map((one) => [String(one.name), one]));
}
