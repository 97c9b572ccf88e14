import { nameOf } from '../../../../analyzers/readings/python/source.ts';
import type { Proof } from '../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import { absoluteModule } from '../../../languages/python/module-name.ts';
import { type PythonImport, readImports } from '../../../languages/python/read-imports.ts';
import type { View } from '../../../workspace/view.ts';
import { wordsOf } from '../../../workspace/words-of.ts';

/** Files of the state after a join that import a module which is gone, or name it in a string. */
export function leftBehind(before: View, after: View, gone: readonly string[]): Proof[] {
  const modules = gone.filter((path) => path.endsWith('.py')).map((path) => nameOf(before, path).dotted);
  if (modules.length === 0) return [];
  const stems = modules.map((dotted) => dotted.slice(dotted.lastIndexOf('.') + 1));
  return after.files
    .filter(({ grammar, state }) => grammar === 'python' && state === 'text')
    .flatMap(({ path }): Proof[] => {
      if (!stems.some((stem) => wordsOf(after, path).has(stem))) return [];
      const found = firstNaming(after, path, modules);
      return found === null ? [] : [{ rung: 'S', path, configuration: '-', verdict: 'failed', why: found }];
    });
}

function firstNaming(view: View, path: string, modules: readonly string[]): string | null {
  const text = view.text(path);
  const { package: home } = nameOf(view, path);
  const line = (offset: number): number => lineAt(lineStartsOf(text), offset);
  for (const statement of readImports(view.syntax(path))) {
    const named = targetsOf(statement, home).find((target) =>
      modules.some((one) => target === one || target.startsWith(`${one}.`)),
    );
    if (named !== undefined) return `line ${line(statement.start)}: it imports ${named}, whose file is gone`;
  }
  for (const dotted of modules) {
    const quoted = new RegExp(`["']${dotted.replaceAll('.', '\\.')}(?=[.:"'])`).exec(text);
    if (quoted) return `line ${line(quoted.index)}: it names ${dotted}, whose file is gone`;
  }
  return null;
}

/** Modules that a statement may load, by their full names. */
function targetsOf({ kind, level, module, names }: PythonImport, home: string): string[] {
  if (kind === 'import') return names.map(({ name }) => name);
  const from = absoluteModule(level, module, home) ?? '';
  return [from, ...names.map(({ name }) => (from === '' ? name : `${from}.${name}`))];
}
