import { hazard } from '../hazard.ts';

export const R92 = hazard({
  id: 'R92',
  language: 'rust',
  what: 'A build description of another tool (Bazel, Buck, Meson) lists the file among its sources: the parts are not on the list.',
  foundBy: 'planner',
  verdict: 'note',
  remedy: 'Add the parts to the list by hand; a pattern needs nothing.',
  naive: 'that build lacks the parts',
  heldBy: '`find-namings.test.ts`',
});
