import type { Source } from '../../../analyzers/readings/python/source.ts';
import { givenName } from '../../../src/languages/python/given-name.ts';
import { freeNames } from './free-names.ts';

/** Lines by which a part takes the module's name, and the import that they need. */
export interface Identity {
  readonly imports: readonly string[];
  readonly lines: readonly string[];
}

/**
 * `__name__ = "m"`. A file that is run is called `__main__`, and so is what it makes: its parts take from the running program the name that they
 * have there.
 */
export function identityOf(source: Source, program: boolean): Identity {
  const dotted = calledAs(source);
  if (!program) return { imports: [], lines: [`__name__ = "${dotted}"`] };
  const sys = freeNames(source)('_sys');
  const asked = `__name__ = getattr(${sys}.modules.get("__main__"), "__parts__", {}).get(`;
  const given = `"${dotted}", "${dotted}"`;
  const flat = `${asked}${given})`;
  const lines = flat.length <= source.width ? [flat] : [asked, `    ${given}`, ')'];
  return { imports: [`import sys as ${sys}`], lines };
}

/** The module that definitions of a file are of: a part of an earlier split says the name of the whole. */
export const calledAs = ({ syntax, name }: Source): string => givenName(syntax) ?? name.dotted;

/** What a module that is run sets for its parts, above their imports. */
export const partsLine = ({ name }: Source): string => `__parts__ = {"${name.dotted}": __name__}`;
