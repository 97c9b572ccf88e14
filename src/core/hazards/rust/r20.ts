import { hazard } from '../hazard.ts';

export const R20 = hazard({
  id: 'R20',
  language: 'rust',
  what: 'Doc links resolve where the doc stands.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`rustdoc::broken_intra_doc_links`',
  heldBy: '`relative-paths`',
});
