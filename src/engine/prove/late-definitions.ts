import type { Proof } from '../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Outline, Unit } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';

/**
 * Failures of S for files that read a name while they are loaded, and define it further down only. A split is read from a state that works, and
 * need not ask; a join is read towards the state that it writes, which may be the one that does not.
 */
export const lateDefinitions = (view: View, paths: readonly string[]): Proof[] =>
  paths.flatMap((path): Proof[] => {
    const outline = languageOfFile(view.file(path))?.outline(view, path);
    if (outline === undefined || outline.status === 'failed') return [];
    const late = firstLate(outline.value);
    if (late === null) return [];
    const line = lineAt(lineStartsOf(view.text(path)), late.at);
    const why = `line ${line}: \`${late.name}\` is read while the module is loaded, and defined further down only`;
    return [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
  });

function firstLate({ units }: Outline): { readonly name: string; readonly at: number } | null {
  const first = new Map<string, Unit>();
  for (const unit of units) for (const { name } of unit.defines) if (!first.has(name)) first.set(name, unit);
  for (const unit of units)
    for (const { name, eager, at, space } of unit.uses) {
      const made = first.get(name);
      if (eager && space !== 'type' && made && made.start > unit.start && !isThereAtOnce(made, name))
        return { name, at };
    }
  return null;
}

/** What a language has ready before the first statement runs: declared functions, and types. */
const isThereAtOnce = ({ kind, defines }: Unit, name: string): boolean =>
  kind === 'function' || defines.some((one) => one.name === name && one.spaces.every((space) => space === 'type'));
