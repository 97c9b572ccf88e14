import { isEsPackage } from '../../../../analyzers/readings/javascript/package-scope.ts';
import { ownerOf } from '../../../languages/javascript/lexical-names.ts';
import { kindOf, type Node } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import { judgeTakenNames } from './judge-taken-names.ts';
import type { LoadSide } from './load-timeline.ts';
import type { EsModule } from './read-es-module.ts';

/** What a `require` does that an import does not: it hands over the values of a moment, of a module that may not be whole yet. */
export function judgeCommon(before: View, family: Family, first: LoadSide, second: LoadSide): string | null {
  if (family.before.every(({ form }) => form !== 'commonjs')) return null;
  const odd = family.after.find(({ form }) => form !== 'commonjs');
  if (odd) return `${odd.path} is not a CommonJS module, but was split from one`;
  const mistaken = family.after.find(({ path }) => path.endsWith('.js') && isEsPackage(before, path));
  if (mistaken) return `${mistaken.path} is an ES module according to its package`;
  return (
    family.after.map(judgeReturn).find(isText) ??
    judgeKeys(family) ??
    family.after.map((module) => judgeTaken(family, module)).find(isText) ??
    judgeTakenNames(before, family, first, second)
  );
}

const isText = (why: string | null): why is string => why !== null;

/** A module that returns is not evaluated to its end. */
function judgeReturn({ path, syntax }: EsModule): string | null {
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'return_statement' && !isWithinFunction(node)) return `${path} returns before its end`;
  return null;

  function isWithinFunction(node: Node): boolean {
    for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
      if (/function|method_definition/.test(kindOf(syntax, up))) return true;
    return false;
  }
}

/** An object's keys have an order, which code that iterates over them sees. */
function judgeKeys({ before, after }: Family): string | null {
  for (const old of before) {
    const now = after.find(({ path }) => path === old.path);
    const keys = ({ exports }: EsModule): string => [...exports.keys()].join();
    if (now && keys(old) !== keys(now)) return `${old.path} exports its names in a different order`;
  }
  return null;
}

/** What a module takes from the family: of parts that are whole when they are asked, and values that stay what they are. */
function judgeTaken(family: Family, module: EsModule): string | null {
  const inside = new Map(family.after.map((one) => [one.path, one]));
  if (needsItself(inside, module)) return `${module.path} needs a part that needs it back, and would find it empty`;
  const isOld = (path: string): boolean => family.before.some((one) => one.path === path);
  for (const [local, { module: from, name }] of module.imports) {
    const maker = inside.get(from);
    if (maker === undefined || (isOld(from) && isOld(module.path))) continue;
    const why = judgeName(maker, module, local, name);
    if (why !== null) return why;
  }
  return null;
}

function needsItself(inside: ReadonlyMap<string, EsModule>, module: EsModule): boolean {
  const seen = new Set<string>();
  const waiting = [...module.named];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === module.path) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(inside.get(next)?.named ?? []));
  }
  return false;
}

function judgeName(maker: EsModule, taker: EsModule, local: string, name: string): string | null {
  if (name === '*') return `${taker.path} uses ${maker.path} as one object`;
  const exported = maker.exports.get(name);
  if (exported === undefined || !('local' in exported)) return `${maker.path} does not define \`${name}\` itself`;
  const isAssigned = maker.names.free.some(
    (one) => one.write && one.name === exported.local && ownerOf(maker.names.scopes, one) === 0,
  );
  return isAssigned ? `${taker.path} reads \`${local}\` once, and ${maker.path} assigns it again` : null;
}
