import { hazard } from '../hazard.ts';

export const J88 = hazard({
  id: 'J88',
  language: 'javascript',
  what: 'A test loads the file anew or reaches into it by its path: `delete require.cache[…]`, `rewire`, `proxyquire`, `./m.js?fresh`; or it replaces an export: `jest.spyOn(m, "f")`, `m.f = …`.',
  foundBy: 'codemod, rung S',
  verdict: 'refused',
  remedy: 'Let the test work through what the module exports first.',
  naive: 'The facade is loaded anew, and the state in the part stays.',
  heldBy: 'test/engine/prove/javascript/apart',
});
