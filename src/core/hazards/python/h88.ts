import { hazard } from '../hazard.ts';

export const H88 = hazard({
  id: 'H88',
  language: 'python',
  what: '`inspect.getsource` looks for a class in the file of its `__module__`: it finds none before Python 3.13, and the lines of another class since. Who asks for the text of the module, or orders by first lines, gets what is left of it.',
  foundBy: 'codemod',
  verdict: 'note',
  remedy: 'reported, with the places that ask and the classes that move; S says that it shows less',
  naive: 'the text of another class',
  heldBy: 'test/codemods/python/run-time-notes.test.ts',
});
