import { hazard } from '../hazard.ts';

export const R15 = hazard({
  id: 'R15',
  language: 'rust',
  what: "An import of an exported macro that a tool's attribute or a macro defines late is resolved only while the crate root has something to expand.",
  foundBy: 'codemod',
  verdict: 'handled',
  remedy: null,
  naive: '`cannot determine resolution for the import`',
  heldBy: '`held-derive`, `refuses-last-expansion`',
});
