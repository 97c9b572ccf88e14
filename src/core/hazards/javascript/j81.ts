import { hazard } from '../hazard.ts';

export const J81 = hazard({
  id: 'J81',
  language: 'javascript',
  what: '`sideEffects` of package.json says that the file has no effects, and a statement that acts would stand apart from what it acts upon.',
  foundBy: 'codemod, rung S',
  verdict: 'kept',
  remedy:
    'The planner keeps what the statement acts upon, and what a function that it calls names, beside it; an edited plan that parts them is refused.',
  naive: 'A bundler leaves the statement out.',
  heldBy: 'test/codemods/javascript/lists.test.ts',
});
