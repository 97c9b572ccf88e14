import type { JsonObject } from './transport/read-message.ts';

export type Era = '2025' | '2026';

/** The newest revision of each era that is spoken here. */
export const MODERN = '2026-07-28';
export const LEGACY = '2025-11-25';

/** Revisions that begin with `initialize`. */
export const LEGACY_VERSIONS: readonly string[] = ['2024-11-05', '2025-03-26', '2025-06-18', LEGACY];

/** A revision that allowed several messages in one array. */
export const BATCH_VERSION = '2025-03-26';

export const CLIENT = 'omni-refactor-probe';

/** Where a request of the modern era names its revision, in `_meta`. */
export const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';

/** What every request of the modern era carries: the probe declares no capabilities. */
export const modernMeta = (version: string, client: string): JsonObject => ({
  [VERSION_KEY]: version,
  'io.modelcontextprotocol/clientInfo': { name: CLIENT, version: client },
  'io.modelcontextprotocol/clientCapabilities': {},
});

/** Error codes that only the modern era has: whoever sends one is modern. */
export const MODERN_CODES: ReadonlySet<number> = new Set([-32020, -32021, -32022]);
export const UNSUPPORTED_VERSION = -32022;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
