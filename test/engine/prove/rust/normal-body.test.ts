import { expect, it } from 'vitest';
import { normalBody } from '../../../../src/engine/prove/rust/mir/normal-body.ts';

const same = (text: string): string => text;
const normal = (line: string): string =>
  normalBody(
    { lines: ['fn f() -> () {', line, '}'], allocations: new Map() } as unknown as Parameters<typeof normalBody>[0],
    { fold: (text) => text.replaceAll('::m::c::', '::m::'), foldImpls: same, sourceAt: same, testName: same },
  );
const read = (definition: string): string => `    _3 = const <static(DefId(${definition}))>;`;

it('knows a static by its path: the number of its definition and the hash of its crate are no meaning', () => {
  expect(normal(read('0:1201 ~ bumpalo[caf0]::str::WIDTH'))).toBe(normal(read('0:1185 ~ bumpalo[51d2]::str::WIDTH')));
  expect(normal(read('0:7 ~ a[caf0]::m::c::WIDTH'))).toBe(normal(read('0:5 ~ a[caf0]::m::WIDTH')));
  expect(normal(read('0:7 ~ a[caf0]::str::WIDTH'))).not.toBe(normal(read('0:7 ~ a[caf0]::str::HEIGHT')));
  expect(normal('    _3 = const "DefId(0:7 ~ a[caf0]::x)";')).toContain('DefId(0:7 ~ a[caf0]::x)');
});
