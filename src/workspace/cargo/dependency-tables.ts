import { type Table, tableAt } from '../manifest-files.ts';

const KINDS = ['dependencies', 'dev-dependencies', 'dev_dependencies', 'build-dependencies', 'build_dependencies'];

/** Every table of dependencies that a Cargo.toml has, those of `[target.*]` included. */
export function dependencyTables(manifest: Table): Table[] {
  const targets = tableAt(manifest, 'target') ?? {};
  const holders = [manifest, ...Object.keys(targets).map((name) => tableAt(targets, name))];
  return holders.flatMap((holder) => KINDS.flatMap((kind): Table[] => [tableAt(holder, kind) ?? []].flat()));
}
