import { contracts } from '../../../analyzers/contracts/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { createView, textEntry } from '../../../src/workspace/create-view.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { TypedPair } from './make-typed-pair.ts';

export type Direction = 'rust->typescript' | 'typescript->rust' | 'python->typescript' | 'typescript->python';

export interface TypedVerdict {
  readonly direction: Direction;
  readonly verdict: 'compatible' | 'breaking' | 'unknown';
  readonly why: string;
  readonly example: string | null;
}

const MANIFEST =
  '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\n';

/** What the check says of the directions that lead to TypeScript or from it. */
export function typedVerdicts({
  rust,
  root,
  dump,
  integers,
  floats,
  numbers,
  python,
  typescript,
}: TypedPair): TypedVerdict[] {
  const writes = [
    dump.by_alias ? 'by-alias' : 'by-name',
    ...Object.keys(dump)
      .filter((key) => key.startsWith('exclude'))
      .map((key) => key.replace('_', '-')),
  ];
  const config = `[[contract]]\nid = "pair"\nrust = "demo::${root}"\npython = "pair.Root"\ntypescript = "pair.ts#Root"\ndirection = "both"\npython-writes = ${JSON.stringify(writes)}\nintegers = "${integers}"\nfloats = "${floats}"\nnumbers = "${numbers}"\n`;
  const texts: Readonly<Record<string, string>> = {
    'Cargo.toml': MANIFEST,
    'src/lib.rs': rust,
    'pair.py': python.text,
    'pair.ts': typescript,
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
  if (details.length !== 6) throw new Error(`${JSON.stringify({ findings, unknown })}\n${rust}\n${typescript}`);
  return details
    .map(({ name, values }) => ({
      direction: name.split(' ')[1] as Direction,
      verdict: values?.verdict as TypedVerdict['verdict'],
      why: `${values?.where}: ${values?.why}`,
      example: typeof values?.example === 'string' ? values.example : null,
    }))
    .filter(({ direction }) => direction.includes('typescript'));
}
