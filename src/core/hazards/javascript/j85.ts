import { hazard } from '../hazard.ts';

export const J85 = hazard({
  id: 'J85',
  language: 'javascript',
  what: '`module`, `exports`, `require.cache` and the `arguments` of a CommonJS module are those of the file that names them; `return` at its top ends it.',
  foundBy: 'outline, codemod, rung S',
  verdict: 'kept',
  remedy: 'The planner keeps the unit in the facade; a module that returns is refused.',
  naive: 'A part that assigns `exports.x` exports it from the part alone.',
  heldBy: 'test/codemods/javascript/commonjs',
});
