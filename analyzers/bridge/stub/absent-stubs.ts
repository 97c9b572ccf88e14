import type { Finding } from '../../../src/core/finding.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Bridge } from '../native.ts';
import type { PythonIndex } from '../python/python-index.ts';
import { STUB_ABSENT } from '../rules.ts';

const at = (dir: string, name: string): string => (dir === '' ? name : `${dir}/${name}`);

/** Where the stub of a bridge belongs: in the package that holds the module, else beside Cargo.toml; null where that package is not here. */
export function stubPathFor(view: View, python: PythonIndex, { module, crate }: Bridge): string | null {
  const parts = module.split('.');
  const name = `${parts.pop()!}.pyi`;
  if (parts.length === 0) return at(crate.dir, name);
  const [holder] = python.byName.get(parts.join('.')) ?? [];
  if (holder?.name.init) return at(holder.path.slice(0, Math.max(0, holder.path.lastIndexOf('/'))), name);
  // A namespace package has no file of its own.
  const roots = view.manifests.distributions.filter(
    ({ dir }) => crate.dir === dir || `${crate.dir}/`.startsWith(`${dir}/`),
  );
  const folder = roots
    .flatMap(({ importRoots }) => importRoots.map((root) => at(root, parts.join('/'))))
    .find((one) => view.stands(one) === 'folder');
  return folder === undefined ? null : at(folder, name);
}

/** Bridges without a stub: type checkers see nothing of them. */
export const absentStubs = (view: View, python: PythonIndex, bridges: readonly Bridge[]): Finding[] =>
  bridges.flatMap((bridge): Finding[] => {
    if (
      [bridge.module, ...bridge.mirrors].some((name) => python.stubs.has(name)) ||
      stubPathFor(view, python, bridge) === null
    )
      return [];
    return [
      {
        rule: STUB_ABSENT.id,
        severity: STUB_ABSENT.severity,
        place: bridge.native.place,
        symbol: bridge.module,
        what: `${bridge.module} has no stub`,
        why: STUB_ABSENT.why,
        whatToDo: STUB_ABSENT.whatToDo!,
      },
    ];
  });
