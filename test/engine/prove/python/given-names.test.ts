import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const IMPORT = 'import os\n\n';
const NAMED = '__name__ = "shop.fruit"\n';
const ONE = '\n\nclass One:\n    where = __name__\n';
const TWO = '\n\nclass Two:\n    pass\n';

/** Why S does not prove that a part of an earlier split was divided into these. */
function faults(before: string, facade: string, part: string): string {
  const rest = { 'shop/__init__.py': '', 'shop/fruit.py': 'from shop._a import One as One, Two as Two\n' };
  const old = viewOf({ ...rest, 'shop/_a.py': before });
  const now = viewOf({ ...rest, 'shop/_a.py': facade, 'shop/_b.py': part });
  return proveStatic(old, now, null, ['shop/_a.py', 'shop/_b.py'], { leavesNames: false })
    .map(({ verdict, why }) => (verdict === 'proven' ? '' : why))
    .join('');
}

const WHOLE = `${IMPORT}${NAMED}${ONE}${TWO}`;
const ASKS = 'from shop._b import One as One\n';

test.each<[string, string, string, string, RegExp]>([
  ['handed on', WHOLE, `${IMPORT}${ASKS}\n${NAMED}${TWO}`, `${NAMED}${ONE}`, /^$/],
  ['above the imports', `${NAMED}\n${IMPORT}${ONE}${TWO}`, `${NAMED}\n${IMPORT}${ASKS}${TWO}`, `${NAMED}${ONE}`, /^$/],
  ['lost by the part', WHOLE, `${IMPORT}${ASKS}\n${NAMED}${TWO}`, ONE.trimStart(), /__name__ is shop\._b there/],
  [
    'another one in the part',
    WHOLE,
    `${IMPORT}${ASKS}\n${NAMED}${TWO}`,
    `${NAMED.replace('fruit', 'part')}${ONE}`,
    /__name__ is shop\.part there \(and/,
  ],
  [
    'the own one of a part',
    `${IMPORT}${ONE.replace('__name__', '1')}${TWO}`,
    `${IMPORT}${ASKS}${TWO}`,
    `${NAMED}${ONE.replace('__name__', '1')}`,
    /calls itself shop\.fruit/,
  ],
  [
    'lost by the facade',
    WHOLE,
    `${IMPORT}${ASKS}${TWO}`,
    `${NAMED}${ONE}`,
    /__name__ is (?:lost|shop)|does not call itself shop\.fruit/,
  ],
  [
    'late in the facade',
    WHOLE,
    `${IMPORT}${ASKS}${TWO}\n\n${NAMED}`,
    `${NAMED}${ONE}`,
    /does not call itself shop\.fruit/,
  ],
  [
    'taken in the midst',
    `${IMPORT}${ONE.trimStart()}\n\n${NAMED}${TWO}`,
    `${IMPORT}${ASKS}\n${NAMED}${TWO}`,
    ONE.trimStart(),
    /in its midst/,
  ],
  [
    'and the facade looks for itself under it',
    WHOLE,
    `${IMPORT}import sys as _sys\nfrom shop import _b\n${ASKS}\n${NAMED}${TWO}\n\n_PARTS = (_b,)\n`,
    `${NAMED}${ONE}`,
    /looks for itself/,
  ],
])('the name of the whole: %s', (_, before, facade, part, why) => {
  expect(faults(before, facade, part)).toMatch(why);
});
