import type { Plan, PlannedModule } from '../../../src/core/plan.ts';
import { SMALL } from '../cluster/group-sizes.ts';

/** Of shorter files a few lines of imports are a large share: whoever names one means it. */
const LEAST_LINES = 100;

/**
 * Why a split by a plan would be a token one; null where it is worth its diff, or moves nothing anyway. Two reasons: the largest file falls
 * by less than a quarter and stays over the limit; or every module is a crumb, too short for a file of its own, that breaks no cycle and is
 * not one trait's impl.
 * @param lines of the file before
 */
export function notWorth({ modules, predicted, limit, cuts = [] }: Plan, lines: number): string | null {
  if (modules.length === 0 || lines < LEAST_LINES) return null;
  const sizes = modules.map((_, m) => predicted.files[m + 1]?.lines ?? 0);
  const facade = predicted.files[0]?.lines ?? 0;
  // What was one inline module is planned by itself next.
  const largest = Math.max(facade, ...sizes.filter((_, m) => !isInline(modules[m]!)));
  if (largest > limit && largest * 4 > lines * 3)
    return `the largest file would fall from ${lines} to about ${largest} lines, ${percent(lines, largest)}, and stay over the limit of ${limit}`;
  const crumb = Math.min(SMALL, limit / 2);
  if (cuts.length > 0 || !modules.every((module, m) => sizes[m]! < crumb && !isTraitImpl(module))) return null;
  return modules.length === 1
    ? `all that would leave is a module of about ${sizes[0]} lines`
    : `all that would leave is ${modules.length} modules of at most ${Math.max(...sizes)} lines`;
}

const percent = (before: number, after: number): string =>
  after < before ? `by ${Math.round((100 * (before - after)) / before)} %` : 'by nothing';

const isInline = ({ units }: PlannedModule): boolean => units.length === 1 && units[0]!.startsWith('mod ');

const isTraitImpl = ({ units }: PlannedModule): boolean => units.every((id) => /^impl\b.* for /.test(id));
