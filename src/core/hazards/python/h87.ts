import { hazard } from '../hazard.ts';

export const H87 = hazard({
  id: 'H87',
  language: 'python',
  what: 'Formats of log records that print `module`, `filename` or `pathname` name the file that calls the logger: the part.',
  foundBy: 'codemod',
  verdict: 'note',
  remedy: 'reported, with the number of calls that move; S says that it shows less',
  naive: 'log lines name another file',
  heldBy: 'test/codemods/python/run-time-notes.test.ts',
});
