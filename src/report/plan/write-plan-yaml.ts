import { Document, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Plan } from '../../core/plan.ts';

const COMMENTS: Readonly<Record<keyof Plan, string>> = {
  version:
    ' A split plan. Edit it and run: omni-refactor split FILE --plan THIS_FILE\n Every unit stands exactly once: in a module, in keep or in refused.',
  codemod: ' What carries the plan out.',
  base: ' The file that the plan was made for. With other content the plan is refused.',
  history: ' The commit whose history broke ties, or null if history took no part.',
  options: ' Options of the codemod.',
  layout:
    ' Where the modules lie. Python: package (a folder in place of the file) or sibling (files beside it); init is for a package itself.',
  limit: ' Lines that each resulting file should not exceed.',
  bound: ' The smallest largest file that any plan can reach, and what sets it (nothing: the limit does).',
  modules:
    ' The new modules. Rename them, move units between them, add or remove modules.\n The order of units inside a module is that of the source; why is for readers only.',
  keep: ' What stays in the facade, and why. To let a unit leave, move its id to a module.',
  cuts: ' Names that functions of a unit import when they run, so that a cycle falls apart: a change of their bodies. Remove what should not be cut.',
  refused: ' What cannot be moved safely, by hazard.',
  predicted: ' What the plan leads to; not read when the plan is used.',
};

/** The plan as YAML that a person can edit; comments say what each part is. `readPlan` reads it. */
export function writePlanYaml(plan: Plan): string {
  const limit = Math.min(plan.limit, Number.MAX_SAFE_INTEGER);
  const document = new Document({ ...plan, limit });
  for (const pair of (document.contents as YAMLMap).items as Pair<Node, Node>[]) {
    const comment = isScalar(pair.key) ? COMMENTS[String(pair.key.value) as keyof Plan] : undefined;
    if (comment === undefined) continue;
    if (String((pair.key as { value?: unknown }).value) === 'version') document.commentBefore = comment;
    else pair.key.commentBefore = comment;
  }
  return document.toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: false });
}
