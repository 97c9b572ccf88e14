import { hazard } from '../hazard.ts';

export const J95 = hazard({
  id: 'J95',
  language: 'javascript',
  what: 'An enum whose members have values of another enum or constant: `Root = Base.Admin`.',
  foundBy: 'proof',
  verdict: 'note',
  remedy:
    'a plan keeps them in one file; for others S says that it shows less, and fails where the workspace names what compiles file by file (esbuild, vite, tsx, swc, babel): move both',
  naive: 'another key of the enum, such as `admin` beside `Root`, or a member that is undefined',
  heldBy: '`enum-links.test.ts`',
});
