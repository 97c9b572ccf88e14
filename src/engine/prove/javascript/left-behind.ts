import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import type { Proof } from '../../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import type { View } from '../../../workspace/view.ts';
import { isScriptFile } from './is-script-file.ts';

const QUOTED = /(['"`])([^'"`\n\s]+)\1/g;

/** Files of the state after a join that name a module which is gone, be it by an import, a mock or any other string. */
export function leftBehind(before: View, after: View, gone: readonly string[]): Proof[] {
  const lost = new Set(gone.filter((path) => isScriptFile(before, path)));
  if (lost.size === 0) return [];
  const stems = [...lost].map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, ''));
  return after.files
    .filter(({ path, state }) => state === 'text' && isScriptFile(after, path) && before.file(path))
    .flatMap(({ path }): Proof[] => {
      const text = after.text(path);
      if (!stems.some((stem) => text.includes(stem))) return [];
      const found = [...text.matchAll(QUOTED)].find(([, , name]) => lost.has(moduleOf(before, path, name!)));
      if (!found) return [];
      const line = lineAt(lineStartsOf(text), found.index);
      return [
        {
          rung: 'S',
          path,
          configuration: '-',
          verdict: 'failed',
          why: `line ${line}: it names ${found[2]}, whose file is gone`,
        },
      ];
    });
}
