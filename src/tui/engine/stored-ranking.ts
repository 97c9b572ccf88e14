import { join } from 'node:path';
import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import type { BlobStore } from '../../core/blob-store.ts';
import { isRefactorError } from '../../core/errors.ts';
import { hashOf } from '../../core/hash.ts';
import { gateFingerprint } from '../../engine/facts/extractor-fingerprint.ts';
import { type ReadFile, stillStand } from '../../engine/facts/still-stand.ts';
import { CONFIG_FILE } from '../../engine/load-config.ts';
import type { OpenedWorkspace } from '../../engine/open-workspace.ts';
import { historyInputs } from '../../git/history-inputs.ts';
import { openRepository } from '../../git/open-repository.ts';
import { folderStore, readIfThere } from '../../workspace/cache-folder.ts';
import { discoverFiles } from '../../workspace/discover-files.ts';
import type { SessionOptions } from './session-options.ts';

/** A ranking with all that it was made of. */
interface StoredRanking {
  /** Of this tool's code. */
  readonly tool: string;
  /** The text of the configuration; null where there is none. */
  readonly config: string | null;
  readonly exclude: readonly string[];
  readonly history: ReturnType<typeof historyInputs>;
  readonly files: readonly ReadFile[];
  readonly rows: readonly Hotspot[];
}

type Place = Pick<SessionOptions, 'root' | 'cacheDir'>;

/** Of so many rows, reading them back is no longer quicker than what it saves. */
const MOST_ROWS = 20_000;
const FILE = 'files.json';

/**
 * The ranking of an earlier session, if all that it was made of stands as it did: code, configuration, commits and the content of every file.
 * Else null, also where git fails: the scan that follows fails there too, and reports it. It needs neither a parser nor an analyzer.
 */
export async function storedRanking(place: Place): Promise<readonly Hotspot[] | null> {
  const stored = readStored(place);
  if (stored === null) return null;
  try {
    return (await stands(stored, place.root)) ? stored.rows : null;
  } catch (error) {
    if (isRefactorError(error)) return null;
    throw error;
  }
}

function readStored({ root, cacheDir }: Place): StoredRanking | null {
  const bytes = cacheDir === null ? null : storeOf(cacheDir, root).read(FILE);
  return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as StoredRanking);
}

async function stands({ tool, config, history, exclude, files }: StoredRanking, root: string): Promise<boolean> {
  if (tool !== fingerprint() || config !== configText(root)) return false;
  const { repository } = await openRepository(root);
  if (!repository || !isSame(history, historyInputs(repository))) return false;
  const found = await discoverFiles(root, repository, { exclude, enters: 'sources' });
  return stillStand(root, found.files, files);
}

/** Keeps a ranking for the next session. Outside of git every file would have to be read to be sure of it. */
export function storeRanking(
  { root, cacheDir }: Place,
  { view, repository }: Pick<OpenedWorkspace, 'view' | 'repository'>,
  rows: readonly Hotspot[],
): void {
  if (cacheDir === null || repository === null || rows.length > MOST_ROWS) return;
  const stored: StoredRanking = {
    tool: fingerprint(),
    config: configText(root),
    exclude: view.config.exclude,
    history: historyInputs(repository),
    files: view.files.map(({ path, bytes, mode, state, key }) => ({ path, bytes, mode, state, key })),
    rows,
  };
  const store = storeOf(cacheDir, root);
  const bytes = Buffer.from(JSON.stringify(stored));
  if (store.read(FILE)?.equals(bytes) !== true) store.write(FILE, bytes);
}

/** What is kept has a shape of its own: count it up with each change of `StoredRanking`. */
const fingerprint = (): string => `${gateFingerprint()} 1`;

const storeOf = (cacheDir: string, root: string): BlobStore =>
  folderStore(join(cacheDir, `ranking-${hashOf(root).slice(0, 16)}`));

const configText = (root: string): string | null => readIfThere(join(root, CONFIG_FILE))?.toString('utf8') ?? null;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
