import { z } from 'zod';
import { PLAN_VERSION, type Plan } from '../../core/plan.ts';
import { planSchema } from './schema.ts';

const { modules, options, layout } = planSchema.shape;

/** The first format: with a `history` that nothing filled, options of any name, and no evidence. */
export const planV1Schema = planSchema.omit({ notWorth: true, coChange: true, largeClass: true }).extend({
  version: z.literal(1),
  history: z.string().nullable(),
  options: z.record(z.string(), z.unknown()),
  modules: z.array(modules.element.omit({ evidence: true })),
});

/** The same plan in today's format. Options that no codemod knows were passed over, and are. */
export function upgradePlan({ history: _history, options: given, ...plan }: z.output<typeof planV1Schema>): Plan {
  const known = z.object(options.shape).partial();
  const chosen = Object.fromEntries(
    Object.entries(given).filter(([key, value]) => known.safeParse({ [key]: value }).success && key in options.shape),
  );
  return {
    ...plan,
    version: PLAN_VERSION,
    options: chosen,
    layout: layout.safeParse(given.layout).data ?? plan.layout,
    notWorth: null,
  };
}
