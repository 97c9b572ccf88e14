type Environment = Readonly<Record<string, string | undefined>>;

/** Without arguments, on a terminal that can be painted, and not in CI, where nobody would press a key. */
export function opensScreen(argv: readonly string[], env: Environment, terminals: readonly boolean[]): boolean {
  const inCi = Boolean(env.CI) && env.CI !== 'false' && env.CI !== '0';
  return argv.length === 0 && terminals.every(Boolean) && env.TERM !== 'dumb' && !inCi;
}
