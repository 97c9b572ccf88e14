import { hazard } from '../hazard.ts';

export const H13 = hazard({
  id: 'H13',
  language: 'python',
  what: 'A test that replaces `m.f` no longer reaches code that reads `f` from another module.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: 'the facade forwards writes',
  naive: 'a patch reaches only the facade',
  heldBy: 'test/codemods/python/hazards',
});
