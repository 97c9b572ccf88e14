import { hazard } from '../hazard.ts';

export const R37 = hazard({
  id: 'R37',
  language: 'rust',
  what: 'File names in macros are relative to the source file.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: "`couldn't read` the file",
  heldBy: '`file-literals`, `refuses-computed-file`',
});
