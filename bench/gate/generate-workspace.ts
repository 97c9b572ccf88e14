/** A workspace made by a seed: path -> text. */
export type Generated = Readonly<Record<string, string>>;

/** Mulberry32: the same numbers for the same seed, on every machine. */
export function numbersOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CRATES = 10;

/** Ten crates below one root: members by name and glob, some excluded, nested or taken in by a path; lints and READMEs in every form. */
export function generateWorkspace(seed: number): Generated {
  const next = numbersOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const files: Record<string, string> = {};
  const shared = pick(['', 'readme = "TOP.md"\n', 'readme = true\n', 'readme = false\n']);
  const isVirtual = next() < 0.7;
  const named: string[] = [];
  const excluded: string[] = [];
  const dependencies: string[] = [];
  for (let i = 0; i < CRATES; i++) {
    const name = `c${i}`;
    const place = pick(['glob', 'named', 'path', 'excluded', 'nested', 'glob', 'glob']);
    const dir = place === 'glob' ? `crates/${name}` : place === 'nested' ? `other/${name}` : `bindings/${name}/rust`;
    if (place === 'named') named.push(dir);
    if (place === 'excluded') excluded.push(dir);
    if (place === 'path') dependencies.push(`${name} = { path = "../../${dir}" }`);
    files[`${dir}/Cargo.toml`] = manifest(name, place === 'nested' || place === 'excluded', pick, shared !== '');
    files[`${dir}/src/lib.rs`] = '';
    for (const readme of ['README.md', 'README.txt', 'README', 'readme.md', 'docs/INTRO.md'])
      if (next() < 0.3) files[`${dir}/${readme}`] = '# it\n';
  }
  files['crates/hub/Cargo.toml'] =
    `[package]\nname = "hub"\nversion = "0.1.0"\nedition = "2021"\n\n[lints]\nworkspace = true\n\n[dependencies]\n${dependencies.join('\n')}\n`;
  files['crates/hub/src/lib.rs'] = '';
  for (const readme of ['README.md', 'README', 'TOP.md']) if (next() < 0.5) files[readme] = '# top\n';
  const members = [`"crates/${pick(['*', '?*', '[ch]*'])}"`, ...named.map((dir) => `"${dir}"`)];
  const own = isVirtual
    ? ''
    : '[package]\nname = "top"\nversion = "0.1.0"\nedition = "2021"\n\n[lints]\nworkspace = true\n\n';
  if (!isVirtual) files['src/lib.rs'] = '';
  files['Cargo.toml'] =
    `${own}[workspace]\nresolver = "2"\nmembers = [${members.join(', ')}]\nexclude = [${excluded.map((dir) => `"${dir}"`).join(', ')}]\n\n` +
    `[workspace.package]\nversion = "0.1.0"\n${shared}\n[workspace.lints.rust]\nunsafe_code = "deny"\n`;
  return files;
}

function manifest(name: string, alone: boolean, pick: <T>(from: readonly T[]) => T, canInherit: boolean): string {
  const readme = pick([
    '',
    '',
    'readme = false\n',
    'readme = true\n',
    'readme = "README.txt"\n',
    'readme = "../x.md"\n',
    'WORKSPACE',
  ]);
  const inherited =
    readme === 'WORKSPACE'
      ? alone
        ? ''
        : canInherit || pick([true, false])
          ? 'readme.workspace = true\n'
          : ''
      : readme;
  const lints = pick([
    '',
    '\n[lints]\nworkspace = true\n',
    '\n[lints]\nworkspace = true\n',
    '\n[lints]\n',
    '\n[lints.rust]\nunused_must_use = "allow"\n',
    'MISPLACED',
    'DOTTED',
    'INLINE',
  ]);
  const inside = alone ? '\n[lints]\n' : lints;
  const head =
    inside === 'DOTTED' ? 'lints.workspace = true\n' : inside === 'INLINE' ? 'lints = { workspace = true }\n' : '';
  const trap = inside === 'MISPLACED' ? 'lints.workspace = true\n' : '';
  const tail = /^[A-Z]+$/.test(inside) ? '' : inside;
  const root = alone ? '\n[workspace]\n' : '';
  return `${head}[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${inherited}${trap}${tail}${root}`;
}
