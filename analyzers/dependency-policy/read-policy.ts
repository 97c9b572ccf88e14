import { basename } from 'node:path/posix';
import { parse as parseToml } from 'smol-toml';
import { stringAt, stringsAt, type Table, tablesAt } from '../../src/workspace/manifest-files.ts';
import { tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import type { Answer, Ignored, Tool } from './ignored.ts';
import { readFlagIgnores, readSafetyPolicy } from './read-other-ignores.ts';
import { type Read, readTomlIgnores, type Unreadable } from './read-toml-ignores.ts';

/** Where the exceptions of all tools are answered for in one place. */
export const SIDECAR = 'security/exceptions.toml';

/** One exception of the sidecar. */
export interface Sidecar {
  readonly id: string;
  readonly answer: Answer;
  /** Tools that ignore it; [] for all whose files are there. */
  readonly tools: readonly string[];
  readonly line: number;
}

export interface Policy {
  readonly ignored: readonly Ignored[];
  readonly unreadable: readonly Unreadable[];
  /** Null where there is no sidecar. */
  readonly sidecar: readonly Sidecar[] | null;
  /** Files of exceptions that are there, by tool. */
  readonly files: readonly { readonly path: string; readonly tool: Tool }[];
}

const TOML_FILES: Readonly<Record<string, Tool>> = {
  'deny.toml': 'cargo-deny',
  '.deny.toml': 'cargo-deny',
  'audit.toml': 'cargo-audit',
  'osv-scanner.toml': 'osv-scanner',
};
const SAFETY = /^\.?safety-policy\.ya?ml$/;
const SCRIPTS =
  /(?:^|\/)(?:[Jj]ustfile|Makefile|tox\.ini|noxfile\.py|\.pre-commit-config\.yaml|\.gitlab-ci\.yml)$|^\.github\/.*\.ya?ml$|\.sh$/;

/** Every exception to an advisory that the workspace's own files grant. Nothing of them is run. */
export function readPolicy(view: View): Policy {
  const candidates = view.files.filter(({ path, state }) => state === 'text' && !isFixture(path));
  const files = candidates.flatMap(({ path }) => {
    const tool = toolOf(path);
    return tool === null ? [] : [{ path, tool }];
  });
  const scripts = candidates.filter(({ path }) => SCRIPTS.test(path) && toolOf(path) === null);
  const reads = [
    ...files.map(({ path, tool }) =>
      tool === 'safety' ? readSafetyPolicy(view, path) : readTomlIgnores(view, path, tool),
    ),
    ...scripts.map(({ path }): Read => ({ ignored: readFlagIgnores(view, path) })),
  ];
  const sidecar = readSidecar(view);
  const isBroken = sidecar !== null && 'reason' in sidecar;
  return {
    ignored: reads.flatMap((read) => ('ignored' in read ? read.ignored : [])),
    unreadable: [
      ...reads.flatMap((read) => ('unreadable' in read ? [read.unreadable] : [])),
      ...(isBroken ? [sidecar] : []),
    ],
    sidecar: isBroken ? null : sidecar,
    files,
  };
}

function toolOf(path: string): Tool | null {
  const name = basename(path);
  if (Object.hasOwn(TOML_FILES, name)) return TOML_FILES[name]!;
  return SAFETY.test(name) ? 'safety' : null;
}

function readSidecar(view: View): Sidecar[] | Unreadable | null {
  if (view.file(SIDECAR)?.state !== 'text') return null;
  const text = view.text(SIDECAR);
  let table: Table;
  try {
    table = parseToml(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { path: SIDECAR, reason: (error as Error).message.split('\n')[0]! };
  }
  const document = tomlDocument(text);
  return tablesAt(table, 'exception').map((one, i) => {
    const pair = document?.pair(['exception', String(i), 'id'])?.pair;
    const expires =
      stringAt(one, 'expires') ?? (one.expires instanceof Date ? one.expires.toISOString().slice(0, 10) : null);
    return {
      id: stringAt(one, 'id') ?? '',
      answer: { reason: stringAt(one, 'reason'), owner: stringAt(one, 'owner'), expires, exit: stringAt(one, 'exit') },
      tools: stringsAt(one, 'tools'),
      line: document && pair ? document.line(pair.start) : 1,
    };
  });
}
