import { hazard } from '../hazard.ts';

export const R54 = hazard({
  id: 'R54',
  language: 'rust',
  what: 'rustfmt begins to see the file.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`Diff in` of `rustfmt --check`',
  heldBy: 'own codemod: the layout is left as it was, for a commit of its own',
});
