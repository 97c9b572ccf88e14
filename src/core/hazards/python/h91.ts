import { hazard } from '../hazard.ts';

export const H91 = hazard({
  id: 'H91',
  language: 'python',
  what: 'pytest rewrites the asserts of a module that it knows by name (tests, conftest files, `register_assert_rewrite`, `pytest_plugins`), and not those of a part beside it.',
  foundBy: 'proof',
  verdict: 'note',
  remedy: 'S says that it shows less: a failing assert of a part says less than it did; register the part as well',
  naive: 'a test that reads the message of an assert fails',
  heldBy: '`rewritten-asserts.test.ts`',
});
