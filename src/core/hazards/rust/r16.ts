import { hazard } from '../hazard.ts';

export const R16 = hazard({
  id: 'R16',
  language: 'rust',
  what: 'An import that shadows a macro of the prelude (own `matches!`; `std::panic` without std) is ambiguous through a glob.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`ambiguous_panic_imports`, E0659',
  heldBy: '`shadowed-macros`',
});
