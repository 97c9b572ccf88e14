import { hazard } from '../hazard.ts';

export const J20 = hazard({
  id: 'J20',
  language: 'javascript',
  what: 'A name from `import … = …` is not copied to parts.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
