/**
 * Whether a statement, as it stands, imports one name that may not exist, and is content without it: how a module passes on what another one
 * binds on some paths only. The name keeps its own, or gets another.
 */
export const isGuardedImport = (text: string): boolean =>
  /^try:\s+from \S+ import \w+( as \w+)?\s+except ImportError:\s+pass$/.test(text);
