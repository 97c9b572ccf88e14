import { hazard } from '../hazard.ts';

export const H85 = hazard({
  id: 'H85',
  language: 'python',
  what: '`importlib.reload(m)`, or an import after `del sys.modules["m"]`, runs a module again; its parts are other modules.',
  foundBy: 'codemod',
  verdict: 'handled',
  remedy:
    'where the workspace does it, or a part reads the environment at import time, the facade has its parts run again; a note elsewhere',
  naive: 'a reloaded module holds what its parts made the first time',
  heldBy: 'test/codemods/python/kinds',
});
