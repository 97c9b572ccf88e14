import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stdTraitMembers } from '../../../../analyzers/readings/rust/std-traits.ts';
import { runTool } from '../../../helpers/run-tool.ts';
import { tempWorkspace } from '../../../helpers/temp-workspace.ts';

// Methods of `dyn Any` and `dyn Error` themselves: rustc finds them without an import of the trait.
const WITHOUT_IMPORT = `
pub fn any(a: &mut dyn std::any::Any) -> bool { a.is::<u8>() || a.downcast_ref::<u8>().is_some() || a.downcast_mut::<u8>().is_some() }
pub fn error(e: &mut (dyn std::error::Error + 'static)) -> bool {
    e.is::<std::fmt::Error>() || e.downcast_ref::<std::fmt::Error>().is_some() || e.downcast_mut::<std::fmt::Error>().is_some()
}
pub fn boxed(e: Box<dyn std::error::Error>) -> bool { e.downcast::<std::fmt::Error>().is_ok() }
`;

test('what a trait object has by itself is not what its trait brings', async () => {
  const root = tempWorkspace({ 'lib.rs': WITHOUT_IMPORT });
  const built = await runTool(
    'rustc',
    ['--crate-type', 'lib', '--emit', 'metadata', '-o', join(root, 'out'), 'lib.rs'],
    {
      cwd: root,
    },
  );
  expect(built.stderr).toBe('');
  for (const member of ['is', 'downcast', 'downcast_ref', 'downcast_mut', 'sources', 'from'])
    expect([member, stdTraitMembers('Any')!.has(member), stdTraitMembers('Error')!.has(member)]).toEqual([
      member,
      false,
      false,
    ]);
  expect(stdTraitMembers('Error')!.has('source')).toBe(true);
});
