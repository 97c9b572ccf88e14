import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { type PythonImport, readImports } from '../../../src/languages/python/read-imports.ts';
import type { Node } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleFile } from './module-file.ts';
import { bodiesOf, bodiesRun, namesRun, type Run } from './names-run.ts';
import { nameOf } from './source.ts';

/** The body of a function of the workspace. */
export interface Body {
  readonly path: string;
  readonly node: Node;
}

/** More than that is no helper of one module any more: what lies behind is not followed. */
const MOST = 400;

/**
 * The bodies of functions of other files that names of a file lead to, and those that these call, as far as imports and own definitions tell. A name
 * that its file only assigns stands for all functions of that file.
 * @param names dotted, as the file has them: `flag`, `tools.flag`
 */
export function bodiesReached(view: View, path: string, names: Iterable<Run>): Body[] {
  const found = new Map<string, Body>();
  const asked = new Set<string>();
  const open = [...names].map(({ name, isBase }) => ({ path, name, isBase }));
  for (const one of open) {
    const key = `${one.path}:${one.name}:${one.isBase}`;
    if (asked.has(key) || asked.size > MOST) continue;
    asked.add(key);
    const imported = leadsTo(view, one.path, one.name);
    if (imported !== null) {
      open.push({ ...imported, isBase: one.isBase });
      continue;
    }
    for (const node of bodiesIn(view, one.path, one)) {
      const body = `${one.path}:${node}`;
      if (found.has(body)) continue;
      found.set(body, { path: one.path, node });
      open.push(...namesRun(view.syntax(one.path), node).map((next) => ({ ...next, path: one.path })));
    }
  }
  return [...found.values()].filter((body) => body.path !== path);
}

/** The file and name that an imported name stands for; null for a file's own, and for what comes from elsewhere. */
function leadsTo(view: View, path: string, dotted: string): { path: string; name: string } | null {
  const { package: home } = nameOf(view, path);
  for (const whole of readImports(view.syntax(path)).flatMap((one) => wholeNames(one, dotted, home))) {
    const led = longest(view, whole);
    if (led !== null && led.path !== path) return led;
  }
  return null;
}

/** What a dotted name is called from the top, where an import binds its first word. */
function wholeNames(
  { kind, level, module, names, typeChecking }: PythonImport,
  dotted: string,
  home: string,
): string[] {
  const [root = '', ...rest] = dotted.split('.');
  if (kind === 'future' || typeChecking) return [];
  const above = kind === 'import' ? [] : [absoluteModule(level, module, home) ?? ''];
  return names.flatMap(({ name, alias }) => {
    if (kind === 'import' && alias === null) return name.split('.')[0] === root ? [dotted] : [];
    return (alias ?? name) === root ? [[...above, name, ...rest].join('.')] : [];
  });
}

/** The longest part of a dotted name that is a file of the workspace, and the name in it. */
function longest(view: View, dotted: string): { path: string; name: string } | null {
  const words = dotted.split('.');
  for (let size = words.length - 1; size > 0; size--) {
    const file = moduleFile(view, words.slice(0, size).join('.'));
    if (file !== null) return { path: file.path, name: words.slice(size).join('.') };
  }
  return null;
}

function bodiesIn(view: View, path: string, run: Run): readonly Node[] {
  if (view.file(path)?.grammar !== 'python') return [];
  const name = run.name.split('.')[0]!;
  const syntax = view.syntax(path);
  const bodies = bodiesOf(syntax);
  if (bodies.has(name)) return bodiesRun(syntax, run);
  const isAssigned = new RegExp(`^${name}\\s*(?::[^=\\n]*)?=(?!=)`, 'm').test(syntax.text);
  return isAssigned ? [...bodies.values()].flat() : [];
}
