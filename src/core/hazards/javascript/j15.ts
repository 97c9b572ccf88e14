import { hazard } from '../hazard.ts';

export const J15 = hazard({
  id: 'J15',
  language: 'javascript',
  what: 'A script has no exports that a barrel could re-export, and CommonJS in TypeScript or in a package of ES modules does not behave as it looks.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
