import { hazard } from '../hazard.ts';

export const H92 = hazard({
  id: 'H92',
  language: 'python',
  what: 'Under `--import-mode=importlib` pytest puts no folder on `sys.path`: a test file or `conftest.py` in no package cannot import a part beside it.',
  foundBy: 'codemod',
  verdict: 'refused',
  remedy: null,
  naive: 'ModuleNotFoundError in every test of the file',
  heldBy: '`importlib-mode.test.ts`',
});
