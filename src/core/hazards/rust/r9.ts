import { hazard } from '../hazard.ts';

export const R9 = hazard({
  id: 'R9',
  language: 'rust',
  what: 'A trait imported as `_` is needed by its methods.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: 'E0599',
  heldBy: '`trait-methods`',
});
