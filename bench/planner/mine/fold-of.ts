/** Repositories of the 40 splits that the planner was tuned with: never among those that are kept unseen. */
const TUNED_WITH = new Set(
  `PyO3/maturin diesel-rs/diesel nushell/nushell rust-lang/cargo rust-lang/rust-analyzer rust-lang/rust-clippy rust-lang/rustfmt tokio-rs/axum
  tokio-rs/tokio alecthomas/voluptuous celery/celery networkx/networkx psf/black pydantic/pydantic python/mypy src-d/hercules`.split(
    /\s+/,
  ),
);

/** `learn`: weights and rules may be chosen with it. `unseen`: a third of the other repositories, by the hash of the name; measured once. */
export function foldOf(repo: string): 'learn' | 'unseen' {
  if (TUNED_WITH.has(repo)) return 'learn';
  let hash = 2166136261;
  for (const char of `plans/${repo.toLowerCase()}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  return (hash >>> 8) % 3 === 0 ? 'unseen' : 'learn';
}
