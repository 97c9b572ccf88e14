import { hazard } from '../hazard.ts';

export const R35 = hazard({
  id: 'R35',
  language: 'rust',
  what: 'Where children of a file lie.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0583',
  heldBy: '`refuses-binary-root`, `test-target`',
});
