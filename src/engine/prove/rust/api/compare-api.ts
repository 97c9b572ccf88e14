import { byText } from '../../../../core/compare.ts';
import type { Api } from './read-api.ts';

/** One line a difference, names that are gone first; empty for equal interfaces. */
export function compareApis(before: Api, after: Api): string[] {
  const gone = [...before.keys()].filter((key) => !after.has(key)).sort(byText);
  const fresh = [...after.keys()].filter((key) => !before.has(key)).sort(byText);
  const changed = [...after].flatMap(([key, text]) => {
    const old = before.get(key);
    return old === undefined || old === text ? [] : [`${key} differs: ${firstDifference(old, text)}`];
  });
  return [...gone.map((key) => `${key} is gone`), ...changed.sort(byText), ...fresh.map((key) => `${key} is new`)];
}

/** The first line that one side alone has, with the name of the member that it belongs to. */
function firstDifference(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  const [lost, added] = [onlyIn(old, now), onlyIn(now, old)];
  const changes = [
    added === null ? '' : `\`${short(now[added]!)}\``,
    lost === null ? '' : `was \`${short(old[lost]!)}\``,
  ];
  const member = memberOf(now, added) ?? memberOf(old, lost);
  return `${member ? `${member}: ` : ''}${changes.filter((one) => one !== '').join(' ') || 'the order of its members'}`;
}

/** A line that `others` does not have; a member's name says more than what stands before it. */
function onlyIn(lines: readonly string[], others: readonly string[]): number | null {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  const found: number[] = [];
  for (const [i, line] of lines.entries()) {
    const count = left.get(line) ?? 0;
    if (count === 0) found.push(i);
    left.set(line, count - 1);
  }
  return found.find((i) => /^ +"name": "/.test(lines[i]!)) ?? found[0] ?? null;
}

function memberOf(lines: readonly string[], at: number | null): string | null {
  for (let i = at ?? -1; i > 0; i--) {
    const name = /^ +"name": "(\w+)",$/.exec(lines[i]!)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

const short = (line: string): string => {
  const text = line.trim().replace(/,$/, '');
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
};
