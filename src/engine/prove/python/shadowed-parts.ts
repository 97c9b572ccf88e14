import { sameBareName, takenBy } from '../../../../analyzers/readings/python/taken-modules.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { SplitShape } from './split-shape.ts';

/** What Python takes in place of a new file beside it: a package, a module in machine code, or what the build makes one of. */
export function shadowedParts(before: View, after: View, { parts }: SplitShape): Defect[] {
  return parts.flatMap(({ path, name }): Defect[] => {
    const twin = sameBareName(after, path, name.dotted);
    if (twin !== null)
      return [{ path, why: `${twin} goes by the bare name ${name.dotted} too, and a program that has both finds one` }];
    const found = takenBy(after, path, name.dotted) ?? (before.file(path) ? null : takenBy(before, path, name.dotted));
    return found === null ? [] : [{ path, why: `Python imports ${found} under the name ${name.dotted}` }];
  });
}
