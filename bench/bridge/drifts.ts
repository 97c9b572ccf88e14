// Seeded drifts between two sides that agreed: how many are told, and whether anything is told of sides that agree.
//   npx tsx bench/bridge/drifts.ts [--seeds N]
import { parseArgs } from 'node:util';
import { findBridges } from '../../analyzers/bridge/find-bridges.ts';
import { bridge } from '../../analyzers/bridge/index.ts';
import { printStub } from '../../analyzers/bridge/stub/print-stub.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { createView, textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { DRIFTS, type Drifting } from './drift-kinds.ts';
import { generateMixed, randomOf } from './generate-mixed.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' } } });
const seeds = Number(values.seeds);

const MANIFESTS = {
  'Cargo.toml':
    '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\ncrate-type = ["cdylib"]\n\n[dependencies]\npyo3 = "0.30"\nhelper = { path = "helper" }\n',
  'helper/Cargo.toml':
    '[package]\nname = "helper"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\npyo3 = "0.30"\n',
  'pyproject.toml':
    '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "acme"\nversion = "0.1.0"\n\n[tool.maturin]\nmodule-name = "acme._core"\npython-source = "python"\n',
};

const filesOf = ({ rust, helper, python, stub }: Drifting): Record<string, string> => ({
  ...MANIFESTS,
  'src/lib.rs': rust,
  'helper/src/lib.rs': helper,
  ...python,
  ...(stub === '' ? {} : { 'python/acme/_core.pyi': stub }),
});

function viewOf(texts: Readonly<Record<string, string>>): View {
  return createView({
    files: Object.entries(texts).map(([path, text]) => textEntry(path, text)),
    read: ({ path }) => texts[path]!,
    known: () => null,
    readManifests,
    history: { status: 'absent', reason: 'the files are in memory' },
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
  });
}

const told = (files: Drifting): string[] =>
  bridge.run(viewOf(filesOf(files))).findings.map(({ rule, what }) => `${rule} ${what}`);

const tally = { clean: 0, alarms: 0, drifts: 0, caught: 0 };
const kinds = new Set<string>();
for (let seed = 1; seed <= seeds; seed++) {
  const mixed = generateMixed(seed);
  const [own] = findBridges(viewOf(filesOf({ ...mixed, stub: '' }))).bridges;
  const clean: Drifting = { ...mixed, stub: printStub(own!.native) };
  const alarms = told(clean);
  tally.clean += 1;
  tally.alarms += alarms.length;
  for (const line of alarms) process.stdout.write(`seed ${seed}, nothing drifted: ${line}\n`);
  const names = [...mixed.rust.matchAll(/^pub fn (\w+)\(first_/gm)].map((match) => match[1]!);
  const drift = DRIFTS[(seed - 1) % DRIFTS.length]!;
  const random = randomOf(seed * 7919);
  const order = [names[random(names.length)]!, ...names];
  const drifted = order.reduce<Drifting | null>((made, name) => made ?? drift.apply(clean, name), null);
  if (!drifted) throw new Error(`seed ${seed}: ${drift.id} changes nothing`);
  tally.drifts += 1;
  kinds.add(drift.id);
  const found = told(drifted);
  if (found.some((line) => drift.rules.includes(line.split(' ', 1)[0]!))) tally.caught += 1;
  else process.stdout.write(`seed ${seed}, not told: ${drift.id} (${found.join('; ')})\n`);
}
process.stdout.write(
  `${tally.drifts} drifts of ${kinds.size} kinds, ${tally.caught} told (${((tally.caught * 100) / tally.drifts).toFixed(1)} %); ${tally.clean} workspaces that agree, ${tally.alarms} alarms\n`,
);
