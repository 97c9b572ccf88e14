export type Inputs = Readonly<Record<string, string | null>>;

/** Actions that run a tool; installers (`taiki-e/install-action`, `dtolnay/rust-toolchain`) run none. */
const KNOWN_ACTIONS: readonly (readonly [RegExp, (inputs: Inputs) => string])[] = [
  [
    /^EmbarkStudios\/cargo-deny-action@/i,
    (inputs) =>
      `${inputs['manifest-path'] ? `cargo deny --manifest-path ${inputs['manifest-path']}` : 'cargo deny'} ${inputs.arguments ?? ''} ${inputs.command ?? 'check'}`,
  ],
  [/^(?:rustsec\/audit-check|actions-rs\/audit-check|actions-rust-lang\/audit)@/i, () => 'cargo audit'],
  [
    /^(?:actions-rs|clechasseur|giraffate|auguwu)\/(?:clippy-check|rs-clippy-check|clippy-action)@/i,
    (inputs) => `cargo clippy ${inputs.args ?? inputs.clippy_flags ?? ''}`,
  ],
  [
    /^(?:actions-rs|clechasseur)\/(?:cargo|rs-cargo)@/i,
    (inputs) => `cargo ${inputs.command ?? ''} ${(inputs.args ?? '').replace(/\s*\n\s*/g, ' ')}`,
  ],
  [/^actions-rust-lang\/rustfmt@/i, () => 'cargo fmt --all -- --check'],
  // Actions that are a shell: a virtual machine, a retry.
  [/^vmactions\/[\w-]+-vm@/i, (inputs) => inputs.run ?? ''],
  [/^nick-fields\/retry@/i, (inputs) => inputs.command ?? ''],
];

/** The command that an action of another repository is known to run; null for any other. */
export function commandOf(uses: string, inputs: Inputs): string | null {
  const found = KNOWN_ACTIONS.find(([pattern]) => pattern.test(uses));
  return found ? found[1](inputs) : null;
}
