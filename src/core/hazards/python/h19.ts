import { hazard } from '../hazard.ts';

export const H19 = hazard({
  id: 'H19',
  language: 'python',
  what: '`globals()`, `vars()`, `dir()`, `exec`, `eval` and `sys.modules[__name__]` refer to the namespace of the file that contains them.',
  foundBy: 'outline',
  verdict: 'refused',
  remedy:
    'what reads its own namespace stays in the facade, and so do readers of names that only such code binds (`globals().update(…)`) and names that functions rebind, which the facade provides without having them in its namespace; so is a module whose `__unittest` marks all its frames',
  naive: 'globals() is the namespace of the part',
  heldBy: 'test/codemods/python/hazards',
});
