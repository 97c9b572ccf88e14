const maren = { name: 'Maren Holt', email: 'maren@longmeadow.example' };
const tobias = { name: 'Tobias Quill', email: 'tobias@longmeadow.example' };
const ines = { name: 'Ines Aubrac', email: 'ines@longmeadow.example' };
const ravi = { name: 'Ravi Sund', email: 'ravi@longmeadow.example' };

const PRESS = 'crates/press/src/press.rs';
const CELLAR = 'python/src/orchard/cellar.py';
const CELLAR_TEST = 'python/tests/test_cellar.py';

const commit = (date, author, subject, files) => ({ date, author, subject, files });

/** Who did what and when; for each file the first words of the items that it got then. An empty list creates or ends a file. */
export const COMMITS = [
  commit('2025-09-15T08:40:00+01:00', maren, 'Weigh and look through the boxes at the gate', {
    '.gitignore': [],
    'README.md': [],
    'Cargo.toml': [],
    'Cargo.lock': [],
    'crates/press/Cargo.toml': [],
    'crates/press/src/lib.rs': [],
    [PRESS]: [],
  }),
  commit('2025-09-17T17:05:00+01:00', maren, 'Sort the boxes by grade', {
    [PRESS]: ['pub fn sort_bushels', 'pub fn usable', 'fn round_to', 'fn boxes', 'fn sorting_adds_up'],
  }),
  commit('2025-09-24T11:30:00+01:00', tobias, 'Mill what was sorted', {
    [PRESS]: ['pub struct Mill', 'impl Mill', 'pub struct Pomace', 'fn share', 'fn the_mill_takes'],
  }),
  commit('2025-10-02T09:12:00+01:00', tobias, 'Let pomace rest before it is pressed', {
    [PRESS]: ['const FULL_YIELD', 'impl Pomace', 'fn rested_pomace'],
  }),
  commit('2025-10-09T18:44:00+01:00', maren, 'Press, and know what runs', {
    [PRESS]: ['pub enum PressKind', 'pub struct Press {', 'impl Press', 'pub struct Juice', 'fn character'],
  }),
  commit('2025-10-21T07:55:00+01:00', ines, 'Keep the cellar book', {
    'python/pyproject.toml': [],
    'python/src/orchard/__init__.py': [],
    'python/tests/__init__.py': [],
    [CELLAR]: [],
    [CELLAR_TEST]: [],
  }),
  commit('2025-10-28T20:15:00+00:00', ines, 'Rack from vessel to vessel', {
    [CELLAR]: ['LEES', 'def _check_share', 'def rack_into'],
    [CELLAR_TEST]: ['def test_racking_leaves'],
  }),
  commit('2025-11-12T10:20:00+00:00', tobias, 'Plan how often the press is filled', {
    [PRESS]: ['pub struct Pressing', 'pub fn plan_pressing', 'fn a_rack_is_laid'],
  }),
  commit('2025-11-26T16:02:00+00:00', ines, 'Follow a ferment by its readings', {
    [CELLAR]: ['class Reading', 'class Ferment', '"Ferment",', '"Reading",'],
    [CELLAR_TEST]: ['class FermentTest'],
  }),
  commit('2025-12-24T09:30:00+00:00', ines, 'Say what a ferment needs next', {
    [CELLAR]: ['DRY_GRAVITY', 'def next_step', '"next_step",'],
    [CELLAR_TEST]: ['def test_next_steps'],
  }),
  commit('2026-01-14T13:37:00+00:00', ravi, 'Know which fruit is ripe when', {
    'crates/press/src/season.rs': [],
    'crates/press/tests/pressing.rs': [],
  }),
  commit('2026-02-03T15:21:00+00:00', ravi, 'Read the thermometer by the door', {
    'python/src/orchard/weather.py': [],
    'python/tests/test_weather.py': [],
  }),
  commit('2026-02-18T08:08:00+00:00', maren, 'Measure gravity and what it promises', {
    [PRESS]: ['impl Juice'],
  }),
  commit('2026-03-05T19:40:00+00:00', ines, 'Notice when a ferment is stuck', {
    [CELLAR]: ['STUCK_AFTER', 'def quiet_days', 'if ferment.quiet_days'],
  }),
  commit('2026-03-30T11:11:00+01:00', maren, 'Blend sharp juice with flat', {
    [PRESS]: ['pub fn blend', 'pub fn is_balanced', 'fn blending_balances'],
  }),
  commit('2026-04-22T14:50:00+01:00', ravi, 'Print labels', {
    'crates/label/Cargo.toml': [],
    'crates/label/data/notice.txt': [],
    'crates/label/src/lib.rs': [],
    'crates/label/src/wording.rs': [],
  }),
  commit('2026-05-11T09:00:00+01:00', ines, 'Reckon the duty', {
    [CELLAR]: [
      'DUTY_BANDS',
      'class DutyLine',
      'def duty_for',
      'def duty_lines',
      'def duty_report',
      '"DutyLine",',
      '"duty_for",',
      '"duty_report",',
    ],
    [CELLAR_TEST]: ['class DutyTest'],
  }),
  commit('2026-06-02T17:25:00+01:00', tobias, 'Press slimy pomace slowly', {
    [PRESS]: ['if vat.fineness > 0.8 && vat.rested_hours > 6 {', 'if load < press.capacity'],
  }),
  commit('2026-07-01T10:10:00+01:00', ravi, 'Name strength in the words that the printer uses', {
    'crates/label/src/wording.rs': ['pub fn strength'],
  }),
  commit('2026-08-19T07:30:00+01:00', maren, 'Read the tickets that growers hand in', {
    [PRESS]: [
      'pub struct Ticket',
      'pub enum TicketError',
      'impl FromStr',
      'fn number',
      'fn percent',
      'fn a_ticket_becomes',
    ],
  }),
  commit('2026-09-03T18:18:00+01:00', maren, 'Say why a ticket cannot be read', {
    [PRESS]: ['impl fmt::Display', 'impl std::error::Error', 'fn a_bad_ticket'],
  }),
  commit('2026-09-22T12:00:00+01:00', tobias, 'Know when the teeth are blunt', {
    [PRESS]: ['pub fn milled', 'pub fn is_blunt'],
  }),
  commit('2026-10-08T08:45:00+01:00', ines, 'Find the best blend in the house', {
    [CELLAR]: ['from itertools', 'class Blend', 'def _mix', 'def best_blend', '"Blend",', '"best_blend",'],
    [CELLAR_TEST]: ['class BlendTest'],
  }),
  commit('2026-10-20T16:33:00+01:00', ravi, 'Read the notebook of the cellar hand', {
    [CELLAR]: ['_LOG_LINE', 'def parse_log', '"parse_log",'],
    [CELLAR_TEST]: ['def test_the_notebook'],
  }),
  commit('2026-10-29T20:05:00+00:00', tobias, 'Press nothing on a rack without cloths', {
    [PRESS]: ['if most <= 0.0', 'fn a_rack_without_cloths'],
  }),
  commit('2026-11-06T09:20:00+00:00', ines, 'Count bottles, and print the book from the command line', {
    [CELLAR]: ['BOTTLE_SIZES', 'def bottle_up', '"BOTTLE_SIZES",', '"bottle_up",'],
    [CELLAR_TEST]: ['def test_bottles_largest', 'def test_the_program_prints'],
    'python/src/orchard/__main__.py': [],
  }),
  commit('2026-11-10T10:00:00+00:00', ravi, 'Set ceilings for files and functions', {
    'omni-refactor.toml': [],
  }),
];
