/**
 * A package at its first use, where nobody can wait. Node 22.12 warns of an ES module that is loaded so, which later ones do not, and nobody who
 * reads a report can do anything about it.
 */
export function loadLate<Loaded>(load: () => Loaded): Loaded {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
