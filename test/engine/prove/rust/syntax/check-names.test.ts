import { expect, it } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n';
const MACRO = 'macro_rules! checked {\n    ($x:expr) => {\n        $x.ok_or(Wrong)\n    };\n}\n\n';
const WRONG = 'struct Wrong;\n\n';
const SUM = 'fn sum(a: u8, b: u8) -> Result<u8, Wrong> {\n    checked!(a.checked_add(b))\n}\n';
const TWICE = '\nfn twice(a: u8) -> bool {\n    checked!(a.checked_mul(2)).is_ok()\n}\n';

/** What S says of a facade that keeps the macro and loses the name that the macro's body has. */
function saidOf(rest: string): string[] {
  const before = memoryView({ 'Cargo.toml': MANIFEST, 'src/lib.rs': MACRO + WRONG + SUM + rest }, { readManifests });
  const after = memoryView(
    {
      'Cargo.toml': MANIFEST,
      'src/lib.rs': `${MACRO}mod part;\n\nuse part::sum;\n${rest}`,
      'src/part.rs': `${WRONG}pub(super) ${SUM}`,
    },
    { readManifests },
  );
  const proofs = proveRustSyntax(before, after, null, ['src/lib.rs', 'src/part.rs']);
  return proofs.flatMap(({ verdict, why }) => (verdict === 'failed' ? [why] : []));
}

it('a name in the body of a macro is read where the macro is called', () => {
  expect(saidOf('')).toEqual([]);
  expect(saidOf(TWICE).join()).toContain('`Wrong`');
});
