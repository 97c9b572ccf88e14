import { contracts } from '../../analyzers/contracts/index.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { createView, textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { Pair } from './make-pair.ts';

export interface PairVerdict {
  readonly direction: 'rust->python' | 'python->rust';
  readonly verdict: string;
  readonly why: string;
  readonly example: string | null;
}

const MANIFEST =
  '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\n';

/** What the check says of a pair, in both directions. */
export function verdictsOf({ rust, root, dump, integers, floats, python }: Pair): PairVerdict[] {
  const writes = [
    dump.by_alias ? 'by-alias' : 'by-name',
    ...Object.keys(dump)
      .filter((key) => key.startsWith('exclude'))
      .map((key) => key.replace('_', '-')),
  ];
  const config = `[[contract]]\nid = "pair"\nrust = "demo::${root}"\npython = "pair.Root"\ndirection = "both"\npython-writes = ${JSON.stringify(writes)}\nintegers = "${integers}"\nfloats = "${floats}"\n`;
  const texts: Readonly<Record<string, string>> = {
    'Cargo.toml': MANIFEST,
    'src/lib.rs': rust,
    'pair.py': python.text,
    'omni-refactor.toml': config,
  };
  const view = createView({
    files: Object.entries(texts).map(([path, text]) => textEntry(path, text)),
    read: ({ path }) => texts[path]!,
    known: () => null,
    readManifests,
    history: { status: 'absent', reason: 'the files are in memory' },
    config: parseConfig(config, 'omni-refactor.toml'),
    today: '2026-01-01',
  });
  const { details, findings, unknown } = contracts.run(view);
  if (details.length !== 2) throw new Error(`${JSON.stringify({ findings, unknown })}\n${rust}\n${python.text}`);
  return details.map(({ name, values }) => ({
    direction: name.split(' ')[1] as PairVerdict['direction'],
    verdict: String(values?.verdict),
    why: `${values?.where}: ${values?.why}`,
    example: values?.example === null ? null : String(values?.example),
  }));
}
