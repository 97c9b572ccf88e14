import { type Ignored, printAnswer } from './ignored.ts';
import type { Policy, Sidecar } from './read-policy.ts';

/** What a scanner's file lacks of the sidecar: its path, and the exceptions in the order of the list. */
export interface Lacking {
  readonly path: string;
  readonly tool: string;
  readonly missing: readonly Sidecar[];
  /** Entries whose text is not what the sidecar says. */
  readonly stale: readonly { readonly entry: Ignored; readonly sidecar: Sidecar }[];
}

/** Files that a program can keep in step. */
const WRITABLE = new Set(['cargo-deny', 'cargo-audit', 'osv-scanner']);

export function lackingEntries({ sidecar, files, ignored }: Policy): Lacking[] {
  if (sidecar === null) return [];
  return files
    .filter(({ tool }) => WRITABLE.has(tool))
    .map(({ path, tool }) => {
      const inFile = ignored.filter((one) => one.path === path);
      const wanted = sidecar.filter(
        ({ tools, id }) => id !== '' && (tools.length === 0 || tools.includes(tool)) && fits(tool, id),
      );
      return {
        path,
        tool,
        missing: wanted.filter(({ id }) => !inFile.some((one) => one.id === id)),
        stale: wanted.flatMap((one) => {
          const entry = inFile.find(({ id }) => id === one.id);
          return entry && printAnswer(entry.answer) !== printAnswer(one.answer) ? [{ entry, sidecar: one }] : [];
        }),
      };
    })
    .filter(({ missing, stale }) => missing.length + stale.length > 0);
}

/** cargo-audit takes only ids of RustSec; cargo-deny also `crate@version`. */
const fits = (tool: string, id: string): boolean =>
  tool === 'osv-scanner' ? !id.includes('@') : /^RUSTSEC-/.test(id) || (tool === 'cargo-deny' && id.includes('@'));
