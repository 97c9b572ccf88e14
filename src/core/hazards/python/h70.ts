import { hazard } from '../hazard.ts';

export const H70 = hazard({
  id: 'H70',
  language: 'python',
  what: 'A module that writes to itself (`sys.modules[__name__]`, its own import, a computed import, `globals()[…]`) writes to its facade, and so does another file that writes around its attributes (`vars(m)[…]`, `m.f.__globals__`, `exec(code, m.__dict__)`): parts that read the name keep what they had.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'the facade forwards attribute writes; what goes around attribute access is refused where a part holds the name',
  naive: 'the write reaches only the facade',
  heldBy: 'test/codemods/python/own-writes.test.ts',
});
