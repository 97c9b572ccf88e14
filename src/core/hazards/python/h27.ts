import { hazard } from '../hazard.ts';

export const H27 = hazard({
  id: 'H27',
  language: 'python',
  what: 'A stub or `py.typed` marker beside the module must move with it.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'the module stays where its stub describes it',
  naive: 'the stub stays behind',
  heldBy: 'test/codemods/python/hazards',
});
