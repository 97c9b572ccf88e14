import { expect, test } from 'vitest';
import { openRepository } from '../../src/git/open-repository.ts';
import { readTags } from '../../src/git/read-tags.ts';
import { memoryStore } from '../helpers/memory-store.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

test('which tags HEAD has is asked of git once for the same commits and tags, and again for others', async () => {
  const repo = tempRepository();
  repo.commit({ a: '1' });
  repo.git('tag', 'v1');
  repo.git('checkout', '-q', '-b', 'side');
  repo.commit({ a: '2' });
  repo.git('tag', '-a', '-m', 'two', 'v2');
  repo.git('checkout', '-q', '-');
  repo.commit({ a: '3' });
  const store = memoryStore();
  const read = async () => readTags((await openRepository(repo.root)).repository, { store });
  const first = await read();
  expect(first).toEqual([
    { name: 'v1', isHead: false },
    { name: 'v2', isHead: false, elsewhere: true },
  ]);
  expect(await read()).toEqual(first);
  expect(store.kept.size).toBe(1);
  for (const name of store.kept.keys()) store.kept.set(name, Buffer.from(''));
  expect(await read()).toEqual(first!.map((tag) => ({ ...tag, elsewhere: true })));

  repo.git('tag', 'v3');
  expect(await read()).toEqual([...first!, { name: 'v3', isHead: true }]);
  repo.git('checkout', '-q', 'side');
  expect(await read()).toEqual([
    { name: 'v1', isHead: false },
    { name: 'v2', isHead: true },
    { name: 'v3', isHead: false, elsewhere: true },
  ]);
});
