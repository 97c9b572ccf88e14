import { hazard } from '../hazard.ts';

export const J15 = hazard({
  id: 'J15',
  language: 'javascript',
  what: 'A CommonJS module or a script has no named exports that a barrel could pass on.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
