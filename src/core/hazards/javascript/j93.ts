import { hazard } from '../hazard.ts';

export const J93 = hazard({
  id: 'J93',
  language: 'javascript',
  what: 'A type that a module hands on without `type`: TypeScript leaves it out, and what compiles each file alone (esbuild, vite, tsx, swc, babel, node itself) keeps it for a value.',
  foundBy: 'proof',
  verdict: 'note',
  remedy:
    'a split writes `type`; for others S says that it shows less, and fails where the workspace names such a compiler; write `export type { … }`',
  naive: 'SyntaxError when the module is loaded: it does not provide an export of that name',
  heldBy: '`type-links.test.ts`',
});
