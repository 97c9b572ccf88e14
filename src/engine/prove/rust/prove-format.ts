import type { Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { formatRust, type RustText } from './format-rust.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';

const CONFIGURATION = 'rustfmt';

/** True if every changed file that was there before is as rustfmt writes it; null if rustfmt is not installed. */
export async function wasFormatted(runner: Runner, member: CargoPackage, before: View): Promise<boolean | null> {
  const texts = member.paths
    .filter((path) => before.file(path)?.state === 'text')
    .map((path) => read(before, path, member));
  const formatted = await formatRust(runner, texts);
  return formatted && texts.every(({ path, text }) => formatted.get(path) === text);
}

/** Where the base was as rustfmt writes it, the result must be too; that alone proves no build. Nothing is asked of a base that was not. */
export async function proveFormat(runner: Runner, member: CargoPackage, after: View): Promise<Proof[]> {
  const texts = member.paths.map((path) => read(after, path, member));
  const formatted = await formatRust(runner, texts);
  return texts.map(({ path, text }) => {
    const clean = formatted?.get(path) === text;
    const why = clean
      ? 'as rustfmt writes it, like the base; says nothing about the build'
      : 'rustfmt would change it, and would not have changed the base';
    return { rung: 'B', path, configuration: CONFIGURATION, verdict: clean ? 'vacuous' : 'failed', why };
  });
}

const read = (view: View, path: string, { edition }: CargoPackage): RustText => ({
  path,
  text: view.text(path),
  edition,
});
