import { hazard } from '../hazard.ts';

export const J86 = hazard({
  id: 'J86',
  language: 'javascript',
  what: 'Parts of a CommonJS module that need one another: the one that is loaded first finds the other empty.',
  foundBy: 'codemod, rung S',
  verdict: 'refused',
  remedy: 'Put both into one module.',
  naive: '`undefined` where a function was.',
  heldBy: 'test/codemods/javascript/commonjs',
});
