import { hazard } from '../hazard.ts';

export const J4 = hazard({
  id: 'J4',
  language: 'javascript',
  what: '`import()`, `require`, `import.meta` and `__dirname` are relative to the file that they stand in.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy: null,
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
