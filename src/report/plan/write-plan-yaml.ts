import { Document, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Plan } from '../../core/plan.ts';

const COMMENTS: Readonly<Record<keyof Plan, string>> = {
  version:
    ' A split plan. Edit it and run: omni-refactor split FILE --plan THIS_FILE\n Every unit appears exactly once: in a module, in keep or in refused.',
  codemod: ' The codemod that makes the split.',
  base: ' The file that the plan was made for. With other content the plan is refused.',
  options:
    ' What you choose for the codemod. Python: facade (plain, live or write-through), nativeModuleNames (true or false).',
  layout:
    ' Where the parts go. Python: package (a folder in place of the file) or sibling (files beside it); init is for a package itself.',
  limit: ' Lines that each resulting file should not exceed.',
  bound: ' The smallest largest file that any plan can reach, and what sets it (nothing: the limit does).',
  modules:
    ' The new parts, one module each. Rename them, move units between them, add or remove some.\n The order of units inside a module is that of the source; why and evidence are for readers only.',
  keep: ' What stays in the facade, and why. To let a unit leave, move its id to a module.',
  cuts: ' Names that functions of a unit import when they run, to break a cycle: a change of their bodies. Remove what should not be cut.',
  refused: ' What cannot be moved safely, by hazard.',
  coChange: ' Units that the same commits changed. Not read when the plan is used.',
  largeClass:
    ' How the methods of the largest class hang together. A split never divides a class; this is for whoever does so by hand.',
  notWorth: ' Why a split would gain too little; null where it is worth its diff. Not read when the plan is used.',
  predicted: ' The predicted result; not read when the plan is used.',
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
  plan.modules.forEach(({ evidence }, m) => {
    if (evidence) (document.getIn(['modules', m, 'evidence'], true) as YAMLMap).flow = true;
  });
  plan.coChange?.pairs.forEach((_, p) => {
    (document.getIn(['coChange', 'pairs', p], true) as YAMLMap).flow = true;
  });
  return document.toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: false });
}
