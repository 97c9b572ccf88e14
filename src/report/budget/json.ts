import type { AdoptedBudget } from '../../engine/budget/adopt-budget.ts';
import type { LoweredBudget } from '../../engine/budget/lower-budget.ts';
import { reportJson } from '../report-json.ts';
import type { AdoptedJson, LoweredJson } from './schema.ts';

/** As `schemas/adopted.schema.json` says. */
export const adoptedToJson = (
  { configured, ceilings, entries, lanes }: AdoptedBudget,
  receipt: string | null,
): string =>
  reportJson({
    schemaVersion: 1,
    kind: 'adopted',
    configured,
    ceilings: [...ceilings],
    entries: [...entries],
    lanes: [...lanes],
    receipt,
  } satisfies AdoptedJson);

/** As `schemas/lowered.schema.json` says. */
export const loweredToJson = ({ entries, removed, written, exceptions, over }: LoweredBudget): string =>
  reportJson({ schemaVersion: 1, kind: 'lowered', entries, removed, written, exceptions, over } satisfies LoweredJson);
