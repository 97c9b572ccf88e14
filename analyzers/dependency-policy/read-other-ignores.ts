import type { View } from '../../src/workspace/view.ts';
import { isMap, isScalar, yamlDocument } from '../../src/workspace/yaml-document.ts';
import { type Ignored, mergeAnswers, NO_ANSWER, parseAnswer, type Tool } from './ignored.ts';
import type { Read } from './read-toml-ignores.ts';

/** safety's policy: `security: ignore-vulnerabilities: { ID: { reason, expires } }`; version 3 has them under `report`. */
export function readSafetyPolicy(view: View, path: string): Read {
  const { document, lineOf } = yamlDocument(view.text(path));
  const [error] = document.errors;
  if (error) return { unreadable: { path, reason: error.message.split('\n')[0]! } };
  const places = [
    ['security', 'ignore-vulnerabilities'],
    ['report', 'dependency-vulnerabilities', 'auto-ignore-in-report', 'vulnerabilities'],
  ];
  const maps = places.map((place): unknown => document.getIn(place)).filter((one) => isMap(one));
  return {
    ignored: maps
      .flatMap(({ items }) => items)
      .flatMap(({ key, value }): Ignored[] => {
        if (!isScalar(key)) return [];
        const expires = textAt(value, 'expires')?.slice(0, 10) ?? null;
        const reason = textAt(value, 'reason') ?? textAt(value, 'specifications');
        const answer = mergeAnswers(parseAnswer(reason), { ...NO_ANSWER, expires });
        return [{ tool: 'safety', id: String(key.value), path, line: lineOf(key), answer }];
      }),
  };
}

/** A day is written with or without quotes. */
function textAt(value: unknown, name: string): string | null {
  const found: unknown = isMap(value) ? value.get(name) : null;
  if (found instanceof Date) return found.toISOString().slice(0, 10);
  return typeof found === 'string' ? found : null;
}

const FLAGS: readonly (readonly [RegExp, Tool])[] = [
  [/--ignore-vuln(?:=|\s+)([\w-]+)/g, 'pip-audit'],
  [/\buv\s+audit\b.*?--ignore(?:=|\s+)([\w-]+)/g, 'uv'],
];

/** Ids that a script or workflow hands to a scanner; a comment on the line or right above it answers. */
export function readFlagIgnores(view: View, path: string): Ignored[] {
  const lines = view.text(path).split(/\r?\n/);
  return lines.flatMap((line, i) =>
    FLAGS.flatMap(([pattern, tool]) =>
      [...line.replace(/\s#.*$/, '').matchAll(pattern)].map(([, id]): Ignored => {
        const comment = /\s#\s*(.*)$/.exec(line)?.[1] ?? null;
        const above = /^\s*#\s?(.*)$/.exec(lines[i - 1] ?? '')?.[1] ?? null;
        return { tool, id: id!, path, line: i + 1, answer: mergeAnswers(parseAnswer(comment), parseAnswer(above)) };
      }),
    ),
  );
}
