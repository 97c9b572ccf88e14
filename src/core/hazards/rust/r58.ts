import { hazard } from '../hazard.ts';

export const R58 = hazard({
  id: 'R58',
  language: 'rust',
  what: 'The target of a log line (`log`, `tracing`, `slog`, `defmt`) is the path of its module.',
  foundBy: 'planner',
  verdict: 'note',
  remedy:
    'Reported with a count. Filters by target that name the module still match what is below it; an explicit `target:` keeps the old one.',
  naive: 'lines of the log under another target',
  heldBy: '`runtime-places.test.ts`, `log-places.test.ts`',
});
