import { expect, test } from 'vitest';
import { compileGlob } from '../../src/workspace/compile-glob.ts';

test.each([
  ['*.pb.rs', ['a.pb.rs', 'x/y/a.pb.rs'], ['a.rs', 'pb.rs']],
  ['vendor', ['vendor', 'vendor/a.rs', 'x/vendor/b/c.py'], ['vendors/a.rs', 'myvendor/a']],
  ['vendor/', ['vendor/a.rs'], ['vendored/a.rs']],
  ['src/gen', ['src/gen/a.rs', 'src/gen'], ['x/src/gen/a.rs', 'src/general.rs']],
  ['/top.rs', ['x/top.rs', 'top.rs'], ['top.rsx']],
  ['src/*.rs', ['src/a.rs'], ['src/x/a.rs', 'a.rs']],
  ['src/**/*.rs', ['src/a.rs', 'src/x/y/a.rs'], ['lib/a.rs']],
  ['**/gen/**', ['gen/a', 'x/gen/y/b'], ['gen2/a']],
  ['a?c.{rs,py}', ['abc.rs', 'x/abc.py'], ['a/c.rs', 'abc.ts']],
  ['[a-c]x.rs', ['bx.rs'], ['dx.rs']],
  ['[!a]x.rs', ['bx.rs'], ['ax.rs']],
  ['a+(b).rs', ['a+(b).rs'], ['aab.rs', 'ab.rs']],
  ['a\\*b', ['a*b'], ['axb']],
  ['\u{1f980}?.rs', ['\u{1f980}\u{1f980}.rs'], ['\u{1f980}.rs']],
])('%s', (glob, yes, no) => {
  const test = compileGlob(glob);
  expect(yes.filter((path) => !test.test(path))).toEqual([]);
  expect(no.filter((path) => test.test(path))).toEqual([]);
});
