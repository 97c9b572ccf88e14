import { expect, test } from 'vitest';
import { proveStatic } from '../../../src/engine/prove/python/prove-static.ts';
import { naiveOf, splitCases, viewOf } from '../../helpers/split-cases.ts';

/** What the static prover says to a split that a case refuses to make, or makes otherwise. */
const SAID: readonly [name: string, why: RegExp][] = [
  ['refuse-made-name', /RED may be written into the namespace of the module/],
  ['refuse-accelerator', /a star import behind it may replace area/],
  ['refuse-own-file', /m recognises its own code by __file__/],
  ['refuse-frame-mark', /m recognises its own code by __unittest/],
  ['refuse-deleted-before', /Meta is read while the module is imported, and is bound earlier now/],
  ['refuse-redefined', /YEAR is read while the module is imported, and is bound earlier now/],
  ['refuse-redefined-call', /both touch the same state/],
  ['refuse-source-reader', /@tg.typechecked reads its source from the file of m/],
  ['refuse-source-reader', /use_attribute_docstrings reads its source from the file of m/],
  ['type-checking-else', /Protocol means something else there/],
  ['type-checking-else', /Any means something else there/],
  ['own-submodule', /keys means something else there/],
  ['refuse-own-place', /m recognises its own code by traceback.extract_stack/],
  ['refuse-effects-class', /runs before .* now, and both touch the same state/],
  ['refuse-lazy-import', /m has lazy imports/],
  ['refuse-live-star', /a star import does not import cache/],
  ['refuse-live-namespace', /_size is not in the namespace that globals\(\) reads/],
  ['refuse-live-dir', /size is not in the namespace that dir\(\) reads/],
];

const cases = new Map(splitCases().map((one) => [one.name, one]));

test.each(SAID)('%s: the naive split is not proven', (name, why) => {
  const one = cases.get(name)!;
  const [before, after] = [viewOf(one.before), viewOf(naiveOf(one))];
  const changed = after.files.map(({ path }) => path);
  expect(
    proveStatic(before, after, null, changed)
      .filter(({ verdict }) => verdict === 'failed')
      .map((proof) => proof.why)
      .join('\n'),
  ).toMatch(why);
});
