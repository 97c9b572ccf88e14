import type { Rung } from '../../src/core/evidence.ts';

/**
 * `library`: modules of the interpreter's own standard library, with its own tests; needs no registry. `repository`: one commit of a public
 * repository of JavaScript, as it is.
 */
export type Ecosystem = 'cargo' | 'pypi' | 'npm' | 'library' | 'repository';

/** A published package at a pinned version, and what its own tests need. Nothing that is fetched is committed. */
export interface Package {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
  /** Of a repository, what git fetches from. */
  readonly address?: string;
  /** Pinned packages that the tests need: a virtual environment of their own, or `npm install`. Cargo reads the crate's own list. */
  readonly testNeeds?: readonly string[];
  /** Files that the published package leaves out and its project has: `tsconfig.json`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Cargo: what is taken out of the manifest, as patterns, because it cannot be built from the published package alone. */
  readonly without?: readonly string[];
  /** Cargo: `clippy::pedantic` is switched on in the manifest. */
  readonly pedantic?: true;
  /** Where the tests come from if the package ships none: `owner/name@tag`; `--tests` holds a checkout of it. */
  readonly testsFrom?: string;
  /** Modules and packages of `test` that are copied beside a module of the standard library. */
  readonly suites?: readonly string[];
}

export interface Target {
  readonly of: Package;
  readonly file: string;
  readonly limit: number;
  readonly evidence: readonly Rung[];
  /** Nobody tunes for these; they are reported apart. */
  readonly heldOut: boolean;
}

const PYTEST = ['pytest==8.4.2'];

export const crate = (
  name: string,
  version: string,
  more: Pick<Package, 'without' | 'files' | 'pedantic'> = {},
): Package => ({
  ecosystem: 'cargo',
  name,
  version,
  ...more,
});
export const sdist = (name: string, version: string, testNeeds: readonly string[] = []): Package => ({
  ecosystem: 'pypi',
  name,
  version,
  testNeeds: [...PYTEST, ...testNeeds],
});

const TSCONFIG = {
  strict: true,
  target: 'es2022',
  lib: ['es2022', 'dom'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};
const sources = (
  name: string,
  version: string,
  include: string,
  testNeeds: readonly string[],
  compilerOptions: object = {},
): Package => ({
  ecosystem: 'npm',
  name,
  version,
  testNeeds: ['typescript@5.9.3', '@types/node@22.19.1', ...testNeeds],
  files: {
    'tsconfig.json': `${JSON.stringify({ compilerOptions: { ...TSCONFIG, ...compilerOptions }, include: [include] }, null, 2)}\n`,
  },
});

const ARRAYVEC = crate('arrayvec', '0.7.8');
const UUID = crate('uuid', '1.29.1');
const BOLTONS = sdist('boltons', '25.0.0');
const TOOLZ = sdist('toolz', '1.0.0');
const ZOD = sources('zod', '4.6.7', 'src/v4/classic', []);

export const target = (of: Package, file: string, more: Partial<Target> = {}): Target => ({
  of,
  file,
  limit: 500,
  evidence: ['S', 'B', 'T'],
  heldOut: false,
  ...more,
});

export const TARGETS: readonly Target[] = [
  target(ARRAYVEC, 'src/arrayvec.rs'),
  target(ARRAYVEC, 'src/array_string.rs'),
  target(crate('smallvec', '1.16.6'), 'src/lib.rs'),
  target(crate('bytes', '1.12.2'), 'src/bytes.rs'),
  target(UUID, 'src/lib.rs'),
  target(UUID, 'src/timestamp.rs'),
  target(crate('csv', '1.4.0'), 'src/writer.rs'),
  target(crate('walkdir', '2.5.0'), 'src/lib.rs'),
  target(TOOLZ, 'toolz/itertoolz.py'),
  target(BOLTONS, 'boltons/iterutils.py'),
  target(BOLTONS, 'boltons/strutils.py'),
  target(sdist('voluptuous', '0.15.2'), 'voluptuous/validators.py'),
  target(sdist('jinja2', '3.1.6', ['markupsafe==3.0.3', 'trio==0.32.0']), 'src/jinja2/filters.py'),
  target(sdist('pyasn1', '0.6.1'), 'pyasn1/type/univ.py'),
  target(sdist('tabulate', '0.9.0', ['wcwidth==0.2.14']), 'tabulate/__init__.py'),
  target(sdist('more-itertools', '10.8.0'), 'more_itertools/more.py'),
  target(ZOD, 'src/v4/core/api.ts', { evidence: ['S', 'B'] }),
  target(
    sources('@noble/curves', '2.4.0', 'src', ['@noble/hashes@2.4.0'], { allowImportingTsExtensions: true }),
    'src/abstract/modular.ts',
    { evidence: ['S', 'B'] },
  ),
  target(sources('ethers', '6.17.0', 'src.ts/abi', ['ethers@6.17.0'], { strict: false }), 'src.ts/abi/fragments.ts', {
    evidence: ['S', 'B'],
  }),
  target(crate('strsim', '0.11.1'), 'src/lib.rs', { heldOut: true }),
  target(crate('slab', '0.4.12'), 'src/lib.rs', { heldOut: true }),
  target(BOLTONS, 'boltons/urlutils.py', { heldOut: true }),
  target(TOOLZ, 'toolz/functoolz.py', { heldOut: true }),
  target(ZOD, 'src/v4/mini/schemas.ts', { heldOut: true, evidence: ['S', 'B'] }),
];

export const packageId = ({ name, version }: Package): string => `${name.replaceAll('/', '+')}-${version}`;
export const targetId = ({ of, file }: Target): string => `${of.name} ${of.version} ${file}`;
