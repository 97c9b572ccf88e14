import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const IMPORT = 'import typing as t\n\n';
const IF = 'if t.TYPE_CHECKING:\n';
const TE = '    import typing_extensions as te\n\n';
const BASIC = '    class Basic(te.Protocol):\n        size: int\n\n';
const ALIAS = '    Either = t.Union[Basic, int]\n\n\n';
const FIRST = 'def first(one: "Either") -> int:\n    return 1\n';
const SECOND = '\n\ndef second() -> int:\n    return 2\n';

/** Why S does not prove a split whose part has this block for type checkers. */
function faults(block: string): string {
  const before = viewOf({ 'm.py': `${IMPORT}${IF}${TE}${BASIC}${ALIAS}${FIRST}${SECOND}` });
  const after = viewOf({
    'm.py': `${IMPORT}from _m import first as first\n\n${IF}${TE}${BASIC}${ALIAS}${SECOND.trimStart()}`,
    '_m.py': `${IMPORT}${block}__name__ = "m"\n\n\n${FIRST}`,
  });
  return proveStatic(before, after, null, ['m.py', '_m.py'], { leavesNames: false })
    .map(({ verdict, why }) => (verdict === 'proven' ? '' : why))
    .join('');
}

test.each<[string, string, RegExp]>([
  ['the whole', `${IF}${TE}${BASIC}${ALIAS}`, /^$/],
  ['a class that is another', `${IF}${TE}${BASIC.replace('int', 'str')}${ALIAS}`, /Basic means something else|is new/],
  [
    'an alias that is another',
    `${IF}${TE}${BASIC}${ALIAS.replace('int', 'str')}`,
    /Either means something else|is new/,
  ],
  ['no import of what the class reads', `${IF}${BASIC}${ALIAS}`, /te is not defined/],
  ['no class that the alias reads', `${IF}${TE}${ALIAS}`, /Basic is not defined/],
  ['no alias', `${IF}${TE}${BASIC}`, /Either is not defined/],
  ['something new', `${IF}${TE}${BASIC}    class More(Basic): ...\n\n${ALIAS}`, /is new/],
])('a part with %s of a block for type checkers', (_, block, why) => {
  expect(faults(block)).toMatch(why);
});
