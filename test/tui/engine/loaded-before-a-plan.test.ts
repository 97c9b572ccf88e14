import { expect, test } from 'vitest';
import { readSources } from '../../helpers/read-imports.ts';

const sources = new Map(readSources().map((source) => [source.path, source]));

/** All that a module loads with it; what it imports where it is called comes later. */
function loadedWith(path: string, seen = new Set<string>()): Set<string> {
  const source = sources.get(path);
  if (source === undefined || seen.has(path)) return seen;
  seen.add(path);
  const late = new Set([...source.text.matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, name]) => name!.split('/').at(-1)));
  for (const { to, typeOnly } of source.imports) if (!typeOnly && !late.has(to.split('/').at(-1))) loadedWith(to, seen);
  return seen;
}

// They take longer to load than the first rows to read, and stay in memory for as long as the screen is open.
test.each(['session-worker', 'session', 'rank-workspace', 'tell'])(
  '%s loads no planner of a language, codemod of a split, or prover',
  (name) => {
    const loaded = [...loadedWith(`src/tui/engine/${name}.ts`)];
    expect(loaded.length).toBeGreaterThan(1);
    expect(
      loaded.filter((path) =>
        /^src\/engine\/(?:languages|plan\/\w+|prove\/.+-prover)\.ts$|(?:split|join)-module\//.test(path),
      ),
    ).toEqual([]);
  },
);

test('what plans and proves would be seen', () => {
  expect([...loadedWith('src/tui/engine/answer-request.ts')]).toContain('src/engine/languages.ts');
});
