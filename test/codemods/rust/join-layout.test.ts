import { expect, test } from 'vitest';
import { rustJoinModule } from '../../../codemods/rust/join-module/index.ts';
import { validateChangeSet } from '../../../src/core/validate-change-set.ts';
import { caseView, judgeBySyntax } from '../../helpers/judge-by-syntax.ts';

const SIGNATURE = 'unsafe fn into_vec_with_a_long_name(shared: *mut Shared, ptr: *const u8, len: usize) -> u8';
const WRAPPED =
  'pub(super) unsafe fn into_vec_with_a_long_name(\n    shared: *mut Shared,\n    ptr: *const u8,\n    len: usize,\n) -> u8';

test('a signature that only the visibility of the part made too long goes back on one line, as rustfmt asks', async () => {
  const view = caseView('rust', {
    'src/lib.rs':
      'mod part;\n\nuse part::into_vec_with_a_long_name;\n\npub struct Shared;\n\npub fn all(shared: *mut Shared) -> u8 {\n    unsafe { into_vec_with_a_long_name(shared, std::ptr::null(), 0) }\n}\n',
    'src/part.rs': `use super::Shared;\n\n${WRAPPED} {\n    0\n}\n`,
  });
  const joined = rustJoinModule.run(view, { path: 'src/lib.rs', parts: [] });
  if (joined.status === 'refused') throw new Error(joined.refusals.map(({ why }) => why).join());
  const text = view.overlay(joined.changeSet).text('src/lib.rs');
  const start = text.indexOf('unsafe fn');
  const end = text.indexOf(' {', start);
  const refined = rustJoinModule.refine!(view, joined.changeSet, [
    {
      path: 'src/lib.rs',
      start,
      end,
      level: 'warning',
      code: 'rustfmt',
      message: '',
      suggestions: [{ path: 'src/lib.rs', start, end, text: SIGNATURE }],
    },
  ]);
  if (refined.status === 'refused') throw new Error('refused');
  expect(validateChangeSet(refined.changeSet, view)).toEqual([]);
  const after = view.overlay(refined.changeSet);
  expect(after.text('src/lib.rs')).toContain(`${SIGNATURE} {\n`);
  expect(await judgeBySyntax(view, after)).toMatchObject({ outcome: 'proven' });
});
