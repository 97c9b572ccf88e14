import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientHardening } from '../../analyzers/client-hardening/index.ts';
import type { CheckResult } from '../../analyzers/gate/check.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { createView, textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url));

/** The clean clients: `rust/jsonrpc`. */
export const CLIENTS = ['rust', 'python'].flatMap((language) =>
  readdirSync(join(FIXTURES, language))
    .sort()
    .map((name) => `${language}/${name}`),
);

export function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(join(FIXTURES, folder), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(join(FIXTURES, folder).length + 1), readFileSync(path, 'utf8')];
    }),
  );
}

/** What the check says of a client below `src`, with its tests in `tests`. */
export function told(files: Readonly<Record<string, string>>): CheckResult {
  const view = createView({
    files: Object.entries(files).map(([path, text]) => textEntry(path, text)),
    read: ({ path }) => files[path]!,
    known: () => null,
    readManifests,
    history: { status: 'absent', reason: 'the files are in memory' },
    config: parseConfig('[[client]]\npath = "src"\ntests = ["tests"]\n', 'omni-refactor.toml'),
    today: '2026-01-01',
  });
  return clientHardening.run(view);
}
