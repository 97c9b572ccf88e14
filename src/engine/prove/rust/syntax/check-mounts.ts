import { isEquivalent, underAll } from './cfg-formula.ts';
import type { Collected } from './collect-items.ts';
import { innerAttributes } from './inner-attributes.ts';
import type { ModuleState, Part } from './module-state.ts';
import type { ModLine } from './parts-of.ts';
import type { Problem } from './problem.ts';

/** What a part takes with it from before: where an `include!` stood in its place, that had a condition and attributes of its own. */
export interface Moved {
  readonly earlier: Collected;
  readonly later: Collected;
  /** Predicates that held for it beside its own. */
  readonly outer: readonly string[];
}

interface Mounted {
  readonly line: ModLine;
  /** Attributes of the `include!` that the line stands for, without spaces. */
  readonly had: readonly string[];
}

/**
 * A `mod` line of a part is private and carries what all its items carry: nothing comes into being under another condition, in another
 * audience or with other lints. A file keeps its inner attributes, and a part has none that the file had not.
 */
export function checkMounts(
  state: ModuleState,
  pairs: readonly Moved[],
  mountOf: (part: Part) => Mounted | null,
): Problem[] {
  const { facade } = state;
  const had = innerAttributes(state.earlier.syntax);
  const own = innerAttributes(facade.scope.syntax);
  const written = (list: typeof had): string => list.map(({ text }) => text).join('\n');
  const problems: Problem[] = [];
  if (written(had) !== written(own))
    problems.push({
      path: facade.file.path,
      start: own[0]?.start ?? 0,
      why: 'the inner attributes of the file changed',
    });
  for (const part of state.parts) {
    const strange = innerAttributes(part.scope.syntax).find(({ text }) => !had.some((one) => one.text === text));
    if (strange)
      problems.push({
        path: part.file.path,
        start: strange.start,
        why: `\`${strange.text}\` is new, and changes what stands in this file`,
      });
    const mount = mountOf(part);
    if (mount) problems.push(...lineProblems(facade, mount));
    problems.push(...conditionProblems(part, pairs, facade.outer));
  }
  return problems;
}

function lineProblems({ file }: Part, { line, had }: Mounted): Problem[] {
  const at = { path: file.path, start: line.start };
  if (line.visibility !== '')
    return [{ ...at, why: `\`mod ${line.name}\` is \`${line.visibility}\`: a part is private` }];
  const strange = line.others.find((text) => !had.includes(text));
  return strange === undefined
    ? []
    : [{ ...at, why: `\`${strange}\` stands on \`mod ${line.name}\`, and on nothing before` }];
}

/** Each item exists under the condition that it had: what a `mod` line says holds for all behind it. */
function conditionProblems(part: Part, pairs: readonly Moved[], always: readonly string[]): Problem[] {
  return pairs
    .filter(({ later }) => later.path === part.file.path && !later.repeats)
    .flatMap(({ earlier, later, outer }) => {
      const before = underAll([...earlier.cfg, ...outer, ...always]);
      const after = underAll([...later.cfg, ...part.outer, ...always]);
      return isEquivalent(before, after)
        ? []
        : [
            {
              path: later.path,
              start: later.start,
              why: `\`${later.name}\` exists under another condition than before`,
            },
          ];
    })
    .slice(0, 1);
}
