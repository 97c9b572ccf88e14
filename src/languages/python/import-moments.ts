import { SETTINGS } from './process-settings.ts';

/** Modules of the standard library that look at the environment while they are loaded, by their sources in CPython 3.9 to 3.14. */
const ASK_WHEN_LOADED =
  /^(zoneinfo|ssl|_ssl|sysconfig|readline|curses|tkinter|idlelib|site|pdb|locale|multiprocessing)(\.|$)/;

const REPLACES =
  /\bsys\s*\.\s*modules\s*(?:\[[^\]\n]*\]\s*=(?!=)|\.\s*(?:setdefault|update|pop|__setitem__)\s*\()|\bdel\s+sys\s*\.\s*modules\b/;

/**
 * What the import of a module of the standard library looks at, by its first moment: entries of `sys.modules`, where this module sets some, and
 * settings of the process. Else its moment does not count.
 * @param text of the whole module
 */
export function standardMoments(text: string): (module: string) => readonly string[] {
  const replaced = REPLACES.test(text) ? ['@sys'] : [];
  return (module) => (ASK_WHEN_LOADED.test(module) ? [...replaced, SETTINGS] : replaced);
}
