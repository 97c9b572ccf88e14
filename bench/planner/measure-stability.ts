import { planModules } from '../../analyzers/modules/plan-modules.ts';
import { planningOf } from '../../src/engine/planning-of.ts';
import { type HumanCase, outlineOf } from './human-case.ts';
import { movedUnits, placesOf } from './moved-units.ts';

/** What one function more does to the plan of a file. */
export interface StabilityTrial {
  readonly units: number;
  /** Other units that move, where the file is planned anew, and where the plan without the function is given. */
  readonly moved: { readonly fresh: number; readonly previous: number };
}

const LIMIT = 500;
const MOST = 6;

/** Plans a file with and without each of up to six of its functions, evenly chosen in source order. */
export function measureStability(one: HumanCase, text: string): StabilityTrial[] {
  const whole = outlineOf(text, one.language);
  const language = planningOf(whole.language);
  const file = { language, outline: whole, text };
  const options = { path: one.oldPath, limit: LIMIT };
  const fresh = placesOf(planModules(file, options));
  const functions = whole.units.filter(({ kind }) => kind === 'fn' || kind === 'def');
  const step = Math.max(1, functions.length / MOST);
  const chosen = Array.from({ length: Math.min(MOST, functions.length) }, (_, i) => functions[Math.floor(i * step)]!);
  return chosen.map(({ start, end }) => {
    const less = text.slice(0, start) + text.slice(end).replace(/^\s*\n/, '');
    const plan = planModules({ language, outline: outlineOf(less, one.language), text: less }, options);
    const before = placesOf(plan);
    const kept = placesOf(planModules(file, { ...options, previous: plan }));
    return { units: before.size, moved: { fresh: movedUnits(before, fresh), previous: movedUnits(before, kept) } };
  });
}

/** One line each for plans from nothing and plans that were given the one before. */
export function stabilityLines(trials: readonly StabilityTrial[]): string[] {
  const line = (how: 'fresh' | 'previous', said: string): string => {
    const few = trials.filter(({ moved }) => moved[how] <= 2).length;
    const shares = trials.map(({ moved, units }) => moved[how] / units).sort((a, b) => a - b);
    const at = (part: number): string => `${(100 * shares[Math.floor(part * (shares.length - 1))]!).toFixed(0)} %`;
    const share = `${((100 * few) / trials.length).toFixed(0)} %`;
    return `- ${said}: at most two other units move in ${few} of ${trials.length} (${share}); of the units the median is ${at(0.5)}, one in ten is over ${at(0.9)}`;
  };
  return [line('fresh', 'planned anew'), line('previous', 'with the plan before given')];
}
