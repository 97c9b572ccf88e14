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

type Pick = <T>(from: readonly T[]) => T;

interface Placed {
  readonly name: string;
  readonly dir: string;
  readonly place: 'glob' | 'named' | 'path' | 'excluded' | 'nested';
}

/** Ten crates below one root: members by name and glob, some excluded, nested or taken in by a path; lints and READMEs in every form. */
export function generateWorkspace(seed: number): Generated {
  const next = numbersOf(seed);
  const pick: Pick = (from) => from[Math.floor(next() * from.length)]!;
  const shared = pick(['', 'readme = "TOP.md"\n', 'readme = true\n', 'readme = false\n']);
  const isVirtual = next() < 0.7;
  const crates = Array.from({ length: CRATES }, (_, i) => placed(`c${i}`, pick));
  const files: Record<string, string> = {};
  for (const { name, dir, place } of crates) {
    files[`${dir}/Cargo.toml`] = manifest(name, place === 'nested' || place === 'excluded', pick, shared !== '');
    files[`${dir}/src/lib.rs`] = '';
    for (const readme of READMES.filter(() => next() < 0.3)) files[`${dir}/${readme}`] = '# it\n';
  }
  for (const readme of ['README.md', 'README', 'TOP.md'].filter(() => next() < 0.5)) files[readme] = '# top\n';
  if (!isVirtual) files['src/lib.rs'] = '';
  const glob = pick(['*', '?*', '[ch]*']);
  return { ...files, ...hub(crates), 'Cargo.toml': root(crates, glob, isVirtual, shared) };
}

const READMES = ['README.md', 'README.txt', 'README', 'readme.md', 'docs/INTRO.md'];

function placed(name: string, pick: Pick): Placed {
  const place = pick(['glob', 'named', 'path', 'excluded', 'nested', 'glob', 'glob'] as const);
  const below: Readonly<Record<string, string>> = { glob: `crates/${name}`, nested: `other/${name}` };
  return { name, place, dir: below[place] ?? `bindings/${name}/rust` };
}

/** A member that takes some crates in by their path. */
function hub(crates: readonly Placed[]): Generated {
  const dependencies = crates
    .filter(({ place }) => place === 'path')
    .map(({ name, dir }) => `${name} = { path = "../../${dir}" }\n`);
  return {
    'crates/hub/src/lib.rs': '',
    'crates/hub/Cargo.toml': `[package]\nname = "hub"\nversion = "0.1.0"\nedition = "2021"\n\n[lints]\nworkspace = true\n\n[dependencies]\n${dependencies.join('')}`,
  };
}

function root(crates: readonly Placed[], glob: string, isVirtual: boolean, shared: string): string {
  const dirs = (wanted: Placed['place']): string[] =>
    crates.filter(({ place }) => place === wanted).map(({ dir }) => `"${dir}"`);
  const own = '[package]\nname = "top"\nversion = "0.1.0"\nedition = "2021"\n\n[lints]\nworkspace = true\n\n';
  return (
    `${isVirtual ? '' : own}[workspace]\nresolver = "2"\nmembers = [${[`"crates/${glob}"`, ...dirs('named')].join(', ')}]\n` +
    `exclude = [${dirs('excluded').join(', ')}]\n\n[workspace.package]\nversion = "0.1.0"\n${shared}\n` +
    '[workspace.lints.rust]\nunsafe_code = "deny"\n'
  );
}

function manifest(name: string, alone: boolean, pick: Pick, canInherit: boolean): string {
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
