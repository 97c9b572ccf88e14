import { hazard } from '../hazard.ts';

export const H2 = hazard({
  id: 'H2',
  language: 'python',
  what: 'Two parts that need each other at import time cannot both come first.',
  foundBy: 'planner',
  verdict: 'refused',
  remedy: 'the cycle is one module of the plan; `--break-cycles` cuts it',
  naive: 'a cycle is cut',
  heldBy: 'test/codemods/python/hazards',
});
