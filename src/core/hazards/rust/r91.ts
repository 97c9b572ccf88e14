import { hazard } from '../hazard.ts';

export const R91 = hazard({
  id: 'R91',
  language: 'rust',
  what: '`include`, `exclude` or git decide what is published: a part that they leave out is missing from the package.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'A plain `include` gets the new files; where the manifest has another form, or `exclude` or `.gitignore` names a part, the split is refused.',
  naive: '`cargo package` fails, or publishes less',
  heldBy: '`package-include`, `refuses-package-exclude`, `package-list.test.ts`',
});
