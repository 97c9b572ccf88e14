import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import { createView, textEntry, type ViewSource } from '../../src/workspace/create-view.ts';
import type { View } from '../../src/workspace/view.ts';

const NO_MANIFESTS = { crates: [], distributions: [], packages: [], problems: [] };

/** A view of files that exist only in the test: path -> text. */
export const memoryView = (files: Readonly<Record<string, string>>, overrides: Partial<ViewSource> = {}): View =>
  createView({
    files: Object.entries(files).map(([path, text]) => textEntry(path, text)),
    read: (entry) => files[entry.path]!,
    known: () => null,
    readManifests: () => NO_MANIFESTS,
    history: { status: 'absent', reason: 'the files are in memory' },
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    ...overrides,
  });
