import { hazard } from '../hazard.ts';

export const J82 = hazard({
  id: 'J82',
  language: 'javascript',
  what: 'An ignore file of git names the folder that the parts go to.',
  foundBy: 'codemod, rung S',
  verdict: 'refused',
  remedy: null,
  naive: 'The parts are written, and never committed.',
  heldBy: 'test/codemods/javascript/lists.test.ts',
});
