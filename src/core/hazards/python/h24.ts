import { hazard } from '../hazard.ts';

export const H24 = hazard({
  id: 'H24',
  language: 'python',
  what: '`__all__`, deleted names and underscore names decide what importers may see.',
  foundBy: 'outline',
  verdict: 'handled',
  remedy:
    'all names are re-exported, `__all__` stays; what reads a name above its `del` goes to the same file; without `__all__`, public names that functions rebind stay, for a star import reads the namespace',
  naive: 'private names are not re-exported',
  heldBy: 'test/codemods/python/hazards',
});
