import { hazard } from '../hazard.ts';

export const J84 = hazard({
  id: 'J84',
  language: 'javascript',
  what: '`isolatedDeclarations` wants the types of what a module exports, and a private helper without them is needed by several parts.',
  foundBy: 'planner, codemod, rung B',
  verdict: 'handled',
  remedy: 'The planner keeps the helper with all that use it; an edited plan that parts them is refused.',
  naive: 'TS9007 and its like in the new files.',
  heldBy: 'test/engine/plan-javascript.test.ts',
});
