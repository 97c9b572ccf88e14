import type { Diagnostic, Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { formatEdits } from '../format-edits.ts';
import { formatRust, type RustText } from './format-rust.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';

const CONFIGURATION = 'rustfmt';
/** The code of a diagnostic whose suggestions are what rustfmt would write. */
const FORMAT_CODE = 'rustfmt';

export interface FormatProof {
  readonly proofs: readonly Proof[];
  /** For each file that is not as rustfmt writes it: its changes, as suggestions. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Where the base was as rustfmt writes it, the result must be too; that alone proves no build. Nothing is asked of a base that was not,
 * or where rustfmt is not installed. Runs on texts alone, whatever the stage shows.
 */
export async function proveFormat(
  runner: Runner,
  member: CargoPackage,
  before: View,
  after: View,
): Promise<FormatProof> {
  const read = (view: View, path: string): RustText => ({ path, text: view.text(path), edition: member.edition });
  const base = member.paths.filter((path) => before.file(path)?.state === 'text').map((path) => read(before, path));
  const formattedBefore = await formatRust(runner, base, before);
  if (!formattedBefore || !base.every(({ path, text }) => formattedBefore.get(path) === text))
    return { proofs: [], diagnostics: [] };
  const texts = member.paths.map((path) => read(after, path));
  const formattedAfter = await formatRust(runner, texts, before);
  const proofs: Proof[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, text } of texts) {
    const wanted = formattedAfter?.get(path) ?? null;
    const clean = wanted === text;
    const why = clean
      ? 'as rustfmt writes it, like the base'
      : 'rustfmt would change it, and would not have changed the base';
    proofs.push({
      rung: 'B',
      path,
      configuration: CONFIGURATION,
      verdict: clean ? 'proven' : 'failed',
      why,
      beside: true,
    });
    if (clean || wanted === null) continue;
    const suggestions = formatEdits(text, wanted).map((change) => ({ path, ...change }));
    const { start, end } = suggestions[0]!;
    diagnostics.push({ path, start, end, level: 'warning', code: FORMAT_CODE, message: why, suggestions });
  }
  return { proofs, diagnostics };
}
