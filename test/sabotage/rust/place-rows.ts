import type { HazardId } from '../../../src/core/hazards/index.ts';
import type { Files } from './spoil.ts';

/** A module and its division, right by every other rung: what of its place can the program tell? */
export interface PlaceRow {
  readonly name: string;
  /** `src/m.rs` before, and the facade after. */
  readonly base: string;
  readonly facade: string;
  /** `src/m/part.rs`. */
  readonly part: string;
  /** Other files of both sides. */
  readonly beside?: Files;
  /** What a person would have to accept; null where the program cannot tell. */
  readonly tells: HazardId | null;
}

const ORDER = 'pub struct Order;\n';
const given = (name: string): string => `mod part;\n\npub use part::${name};\n`;

/** The item goes to the part as it is; the rest stays. */
const row = (
  name: string,
  tells: PlaceRow['tells'],
  moved: string,
  rest: string,
  more: Partial<PlaceRow> = {},
): PlaceRow => {
  const [, item] = /(?:struct|fn|trait)\s+(\w+)/.exec(moved)!;
  return { name, base: `${moved}\n${rest}`, facade: `${given(item!)}\n${rest}`, part: moved, tells, ...more };
};

const HANDS_ON = "#[track_caller]\npub fn place() -> &'static str {\n    std::panic::Location::caller().file()\n}\n";
const OTHER = 'pub fn other() -> u32 {\n    1\n}\n';
const macros = (body: string): Partial<PlaceRow> => ({
  beside: { 'src/lib.rs': `macro_rules! place {\n    () => {\n        ${body}\n    };\n}\n\npub mod m;\n` },
});
const PLACED = "pub fn placed() -> &'static str {\n    place!()\n}\n";

export const PLACE_ROWS: readonly PlaceRow[] = [
  row(
    'the name of a type that moves',
    'R55',
    ORDER,
    "pub fn key() -> &'static str {\n    std::any::type_name::<Order>()\n}\n",
  ),
  row(
    'the name of a list of such a type, through a function pointer',
    'R55',
    ORDER,
    "pub fn key() -> fn() -> &'static str {\n    std::any::type_name::<Vec<Option<Order>>>\n}\n",
  ),
  row(
    'the name of a type that the caller chooses',
    'R55',
    ORDER,
    "pub fn key<T>() -> &'static str {\n    std::any::type_name::<T>()\n}\n",
  ),
  row(
    'the name of a value',
    'R55',
    ORDER,
    "pub fn key(order: &dyn std::fmt::Debug, own: &Order) -> (&'static str, &'static str) {\n    (std::any::type_name_of_val(order), std::any::type_name_of_val(own))\n}\n",
  ),
  row(
    'the name of Self in a trait',
    'R55',
    ORDER,
    "pub trait Named {\n    fn name(&self) -> &'static str {\n        core::any::type_name::<Self>()\n    }\n}\n\nimpl Named for u8 {}\n",
  ),
  row(
    'the name of a type that stays',
    null,
    OTHER,
    `${ORDER}\npub fn key() -> &'static str {\n    std::any::type_name::<Order>()\n}\n`,
  ),
  row(
    'a function of the name, which says nothing of types',
    null,
    ORDER,
    'pub fn type_name<T>() -> &\'static str {\n    "a type"\n}\n\npub fn key() -> &\'static str {\n    type_name::<Order>()\n}\n',
  ),
  row(
    'the place of a caller',
    'R56',
    "pub fn asks() -> &'static str {\n    super::m::place()\n}\n".replace('super::m', 'crate::m'),
    HANDS_ON,
  ),
  row(
    'the place of a caller, handed on',
    'R56',
    "pub fn asks() -> &'static str {\n    crate::m::again()\n}\n",
    `${HANDS_ON}\n#[track_caller]\n#[must_use]\npub fn again() -> &'static str {\n    place()\n}\n`,
  ),
  row('its own place', 'R56', HANDS_ON.replace('#[track_caller]\n', ''), OTHER),
  row('the place of a caller that stays', null, HANDS_ON, "pub fn asks() -> &'static str {\n    place()\n}\n"),
  row('the place of a caller, and nobody who moves asks', null, OTHER, HANDS_ON),
  row(
    'the place of a panic',
    'R56',
    'pub fn fails(n: u32) {\n    assert!(n > 1);\n}\n',
    'pub fn watch() {\n    std::panic::set_hook(Box::new(|info| println!("{:?}", info.location())));\n}\n',
  ),
  row('the module, by a macro of the package', 'R57', PLACED, OTHER, macros('concat!(module_path!(), "::key")')),
  row('the file, by a macro of the package', 'R57', PLACED, OTHER, macros('file!()')),
  row(
    'the line, by a macro of the package',
    null,
    'pub fn placed() -> u32 {\n    place!()\n}\n',
    OTHER,
    macros('line!()'),
  ),
];
