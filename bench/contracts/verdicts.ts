import { contracts } from '../../analyzers/contracts/index.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { createView, textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { Pair } from './make-pair.ts';

type Side = 'rust' | 'python' | 'typescript';
export type Direction = `${Side}->${Side}`;

export interface PairVerdict {
  readonly direction: Direction;
  readonly verdict: 'compatible' | 'breaking' | 'unknown';
  readonly why: string;
  readonly example: string | null;
}

/** A pair, with a third side or without one. */
export interface JudgedPair extends Pair {
  readonly typescript?: string;
  readonly numbers?: 'fit' | 'any';
}

const MANIFEST =
  '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nserde = { version = "1", features = ["derive"] }\nserde_json = "1"\n';

/** What the check says of a pair, in both directions of each two sides: 2 verdicts, or 6. */
export function verdictsOf(pair: JudgedPair): PairVerdict[] {
  const config = configOf(pair);
  const texts: Readonly<Record<string, string>> = {
    'Cargo.toml': MANIFEST,
    'src/lib.rs': pair.rust,
    'pair.py': pair.python.text,
    ...(pair.typescript === undefined
      ? {}
      : { 'pair.ts': pair.typescript, 'package.json': '{ "dependencies": { "zod": "^4.0.0" } }' }),
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
  if (details.length !== (pair.typescript === undefined ? 2 : 6))
    throw new Error(`${JSON.stringify({ findings, unknown })}\n${Object.values(texts).join('\n')}`);
  return details.map(({ name, values }) => ({
    direction: name.split(' ')[1] as Direction,
    verdict: values?.verdict as PairVerdict['verdict'],
    why: `${values?.where}: ${values?.why}`,
    example: typeof values?.example === 'string' ? values.example : null,
  }));
}

function configOf({ root, dump, integers, floats, typescript, numbers }: JudgedPair): string {
  const writes = [
    dump.by_alias ? 'by-alias' : 'by-name',
    ...Object.keys(dump)
      .filter((key) => key.startsWith('exclude'))
      .map((key) => key.replace('_', '-')),
  ];
  const third = typescript === undefined ? '' : `typescript = "pair.ts#Root"\nnumbers = "${numbers}"\n`;
  return `[[contract]]\nid = "pair"\nrust = "demo::${root}"\npython = "pair.Root"\n${third}direction = "both"\npython-writes = ${JSON.stringify(writes)}\nintegers = "${integers}"\nfloats = "${floats}"\n`;
}
