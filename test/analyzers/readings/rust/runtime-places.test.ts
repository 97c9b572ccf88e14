import { expect, test } from 'vitest';
import { runtimePlaces } from '../../../../analyzers/readings/rust/runtime-places.ts';
import { readSource } from '../../../../analyzers/readings/rust/source.ts';
import { rustSplitModule } from '../../../../codemods/rust/split-module/index.ts';
import { placeNotes } from '../../../../codemods/rust/split-module/place-notes.ts';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { handPlan } from '../../../codemods/rust/split-cases.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const NONE = { typeNames: 0, callers: 0, macros: 0, logs: 0 };
const MANIFEST = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
const viewOf = (moved: string, more: Readonly<Record<string, string>>, stays = '') =>
  memoryView(
    { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod m;\n', ...more, 'src/m.rs': `${stays}${moved}` },
    { readManifests },
  );

type Row = readonly [
  name: string,
  moved: string,
  expected: Partial<typeof NONE>,
  more?: Readonly<Record<string, string>>,
];

const fn = (body: string): string => `pub fn moves(n: u32) {\n    ${body}\n}\n`;
const LOGS = { 'src/lib.rs': '#[macro_use]\nextern crate log;\n\npub mod m;\n' };
const OWN = (body: string) => ({
  'src/lib.rs': `macro_rules! own {\n    ($x:expr) => {\n        ${body}\n    };\n}\n\npub mod m;\n`,
});

const ROWS: readonly Row[] = [
  [
    'calls by the path of the crate',
    fn('log::debug!("a"); tracing::info!(n, "b"); ::log::warn!("c"); slog::info!(n, "d");'),
    { logs: 4 },
  ],
  ['a call that spaces and comments part', fn('log :: /* x */ debug ! ("a");'), { logs: 1 }],
  ['names that a crate brings everywhere', fn('debug!("a"); if n > 1 { warn!("b") }'), { logs: 2 }, LOGS],
  [
    'names that an import brings',
    `use tracing::{event, info, Level};\n\n${fn('info!("a"); event!(Level::INFO, "b");')}`,
    { logs: 2 },
  ],
  ['a target that is written stays', fn('log::debug!(target: "own", "a"); log::debug!("b");'), { logs: 1 }],
  ['within the arguments of another macro', fn('assert!({ log::info!("a"); n > 1 });'), { logs: 1 }],
  ['a function with a span of its own', `#[tracing::instrument(skip_all)]\n${fn('drop(n);')}`, { logs: 1 }],
  ['a macro of the package that logs', fn('own!(n); own!(n + 1);'), { logs: 2 }, OWN('log::info!("{}", $x)')],
  [
    'a macro of the package that bears the name',
    fn('debug!(n);'),
    {},
    { 'src/lib.rs': 'macro_rules! debug { ($x:expr) => { $x }; }\n\nextern crate log;\n\npub mod m;\n' },
  ],
  ['names of no logger', fn('debug!("a"); event!(n);'), {}],
  ['the name of a type', fn('drop(std::any::type_name::<u8>());'), { typeNames: 1 }],
  [
    'names of types elsewhere in the package',
    fn('drop(n);'),
    { typeNames: 2 },
    {
      'src/lib.rs':
        'use std::any::type_name;\n\npub mod m;\n\npub fn key<T>(x: &T) -> &str {\n    type_name::<T>();\n    std::any::type_name_of_val(x)\n}\n',
    },
  ],
  ['words about it', fn('// type_name and Location::caller()\n    drop("type_name");'), {}],
  ['the place of a caller', fn('drop(std::panic::Location::caller().line());'), { callers: 1 }],
  [
    'the place of a panic',
    fn('std::panic::set_hook(Box::new(|info| drop(info.location().is_some())));'),
    { callers: 2 },
  ],
  ['the module by a macro of the package', fn('own!(n);'), { macros: 1 }, OWN('(module_path!(), $x)')],
  ['the line by a macro of the package', fn('own!(n);'), {}, OWN('(line!(), $x)')],
  [
    'a schema that holds the path of its type',
    '#[derive(Clone, schemars::JsonSchema)]\npub struct Moves;\n',
    { macros: 1 },
  ],
];

const NAMED = ROWS.map(([name, moved, expected, more = {}]) => ({ name, moved, expected, more }));

test.each(NAMED)('$name', ({ moved, expected, more }) => {
  const view = viewOf(moved, more);
  const source = readSource(view, 'src/m.rs');
  if (typeof source === 'string') throw new Error(source);
  const pieces = source.top.filter(({ unit }) => unit.kind !== 'use');
  expect(runtimePlaces(view, source, pieces)).toEqual({ ...NONE, ...expected });
});

test('plan and split tell the same, with the hazard of each', () => {
  const view = viewOf(
    fn('log::info!("a"); drop((std::any::type_name::<u8>(), std::panic::Location::caller())); own!(n);'),
    OWN('file!()'),
    'pub fn stays() {}\n',
  );
  const plan = handPlan(view, 'src/m.rs', { part: ['fn moves'] });
  const told = placeNotes(view, plan);
  expect(told.map((note) => /\((R\d+)\)$/.exec(note)?.[1])).toEqual(['R58', 'R55', 'R56', 'R57']);
  const made = rustSplitModule.run(view, { path: 'src/m.rs', plan, notes: false });
  expect(made.status === 'changed' ? made.notes : made.refusals).toEqual(told);
});
