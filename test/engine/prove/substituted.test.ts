import { expect, it } from 'vitest';
import { NOTHING_ACCEPTED } from '../../../src/core/evidence.ts';
import { proveChange } from '../../../src/engine/prove/prove-change.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const REST = 'def two():\n    return 2\n';
const REV = 'REV = "$Format:%h$"\n';

async function isProven(attributes: string, moved = REV): Promise<boolean> {
  const common = { '.gitattributes': attributes, 'pkg/__init__.py': '' };
  const { proofs } = await proveChange({
    before: memoryView({ ...common, 'pkg/core.py': `${moved}\n\n${REST}` }, { readManifests }),
    after: memoryView(
      { ...common, 'pkg/core.py': `from pkg._rev import REV\n\n\n${REST}`, 'pkg/_rev.py': moved },
      { readManifests },
    ),
    changeSet: null,
    paths: ['pkg/core.py', 'pkg/_rev.py'],
    asked: ['S'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return proofs.every(({ why }) => !why.startsWith('git fills in'));
}

it.each<[string, string, string, boolean]>([
  ['the file alone', 'pkg/core.py export-subst\n', REV, false],
  ['the new file alone', '# later\n/pkg/_rev.py text export-subst\n', REV, false],
  ['both by name', '*.py export-subst\n', REV, true],
  ['both, and one not', '*.py export-subst\npkg/_rev.py -export-subst\n', REV, false],
  ['another', 'pkg/other.py export-subst\n', REV, true],
  ['the file, and nothing of it moves', 'pkg/core.py export-subst\n', 'REV = "1"\n', true],
  ['an id', 'core.py ident\n', 'REV = "$Id$"\n', false],
])(
  'a text that git fills in stays where git does so; .gitattributes names %s',
  async (_, attributes, moved, proven) => {
    expect(await isProven(attributes, moved)).toBe(proven);
  },
);
