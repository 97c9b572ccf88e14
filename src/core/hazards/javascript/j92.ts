import { hazard } from '../hazard.ts';

export const J92 = hazard({
  id: 'J92',
  language: 'javascript',
  what: "A configuration that puts other modules in the place of some by their relative names (vitest's `alias`, jest's `moduleNameMapper`, a bundler's plugin).",
  foundBy: 'proof',
  verdict: 'note',
  remedy:
    'a part in another folder names the same module by another text: S says that it shows less and where; let the pattern match both names',
  naive: 'a test or a bundle takes the real module where another one was meant',
  heldBy: '`aliased-names.test.ts`',
});
