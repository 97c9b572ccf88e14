import { clusterMethods } from '../../../analyzers/modules/evidence/cluster-methods.ts';
import type { LargeClass } from '../../core/plan.ts';
import type { Outline } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import type { Language } from '../language.ts';

export interface OutlinedFile {
  readonly language: Language;
  readonly outline: Outline;
  readonly path: string;
  /** Of the whole file. */
  readonly lines: number;
  readonly limit: number;
}

/** The class that makes more than half of a file, with its methods by what they share; null where there is none, or no two groups. */
export function findLargeClass(view: View, file: OutlinedFile): LargeClass | null {
  const { language, outline, path, lines, limit } = file;
  const { ownNames } = language;
  const type = outline.units.find((unit) => unit.kind === 'class' && unit.lines * 2 > lines);
  if (ownNames === null || type === undefined) return null;
  const syntax = view.syntax(path);
  const methods = outline.members.flatMap((unit) => {
    const names = unit.parent === type.id && unit.name !== null ? ownNames(syntax, unit) : null;
    return names === null ? [] : [{ unit, names }];
  });
  return clusterMethods(type, methods, limit);
}
