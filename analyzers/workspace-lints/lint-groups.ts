/** Groups whose names stand for many lints: to allow one switches off every lint of it. Source: `rustc -W help` 1.95, clippy 0.1.95. */
export const GROUPS: ReadonlySet<string> = new Set(
  (
    'warnings future_incompatible keyword_idents let_underscore nonstandard_style refining_impl_trait rust_2018_compatibility ' +
    'rust_2018_idioms rust_2021_compatibility rust_2024_compatibility unused unknown_or_malformed_diagnostic_attributes deprecated_safe ' +
    'clippy clippy::all clippy::cargo clippy::complexity clippy::correctness clippy::nursery clippy::pedantic clippy::perf ' +
    'clippy::restriction clippy::style clippy::suspicious rustdoc::all'
  ).split(' '),
);

const CLIPPY_ALL = ['correctness', 'suspicious', 'style', 'complexity', 'perf'].map((one) => `clippy::${one}`);

/** True where a level for `wide` decides over `lint` as well: the same lint, `warnings`, or a group that is known to hold it. */
export function covers(wide: string, lint: string): boolean {
  if (wide === lint || wide === 'warnings') return true;
  if (wide === 'clippy' || wide === 'clippy::all')
    return lint === 'clippy' || lint === 'clippy::all' || CLIPPY_ALL.includes(lint);
  return wide === 'unused' && lint.startsWith('unused_');
}
