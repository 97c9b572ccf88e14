import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { SILENT } from '../../../../src/core/progress.ts';
import { pythonProver } from '../../../../src/engine/prove/python/python-prover.ts';
import { folderStage } from '../../../helpers/folder-stage.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

// A value that refuses to be asked, and one that has whatever it is asked for: the chain of its `__wrapped__` never ends.
const ODD = `class _Refuses:
    def __getattr__(self, name):
        raise RuntimeError(name)

    def __len__(self):
        raise RuntimeError("no length")


class _Answers:
    def __getattr__(self, name):
        return _Answers()

    def __call__(self):
        return self


def first():
    return 1


def second():
    return first()


NO_VALUE = _Refuses()
CALL = _Answers()
`;

test('a module with objects that answer oddly is described all the same', async () => {
  // Not the module's class: a test may well write to an object that is called like the module.
  const before = viewOf({ 'm.py': ODD, 'test_m.py': 'import m\n\n\ndef test_m():\n    m.__class__ = int\n' });
  const plan = handPlan(before, 'm.py', { first: ['def first'], second: ['def second'] });
  const result = pythonSplitModule.run(before, { path: 'm.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = before.overlay(result.changeSet);
  const { proofs } = await pythonProver.prove({
    before,
    after,
    changeSet: result.changeSet,
    stage: folderStage(before, after),
    rungs: ['A', 'M'],
    testCommand: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  expect(new Set(proofs.map(({ rung, verdict, why }) => `${rung} ${verdict}: ${why}`))).toEqual(
    new Set([
      'A proven: 6 names of the module are equal, private ones too',
      'M proven: 6 functions have equal code and read the same objects',
    ]),
  );
});
