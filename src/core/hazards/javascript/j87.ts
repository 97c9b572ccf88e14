import { hazard } from '../hazard.ts';

export const J87 = hazard({
  id: 'J87',
  language: 'javascript',
  what: '`const { a } = require(x)` reads `a` at its moment, and a part reads it later, when what was loaded in between may have replaced it.',
  foundBy: 'codemod, rung S',
  verdict: 'kept',
  remedy:
    'The planner keeps what uses the name in the facade. A package that is loaded for its names is taken not to replace those of others.',
  naive: 'The part holds the patched function, and the module held the first one.',
  heldBy: 'test/codemods/javascript/commonjs',
});
