import type { Hazard } from '../../core/unit.ts';

/** One sentence for each hazard that an outline can name; docs/hazards.md lists the same. */
export const RUST_HAZARDS = {
  R9: 'a glob import brings names that cannot be seen here',
  R16: 'without std, a glob import beside another `panic!` is ambiguous',
  R18: 'a module item stays where it is: its file, and `super` inside of it, depend on the place',
  R21: 'a re-export of a deprecated item warns',
  R23: 'the macro is defined more than once: which definition a use sees depends on its place',
  R24: 'a `macro_rules!` is visible only behind its definition, in textual order',
  R25: 'a macro call makes items whose names cannot be seen',
  R26: 'an attribute macro reads this whole module: it cannot hold file modules',
  R27: 'it acts on the crate root and stays there',
  R28: 'the crate root must hold it: the compiler looks for it there',
  R29: 'it is one of several alternatives under `#[cfg]`: all go to the same module, behind one import',
  R30: 'a test or benchmark does not exist in other builds: it cannot be re-exported, and its path is its name',
  R37: 'a file is named relative to this source file',
  R39: 'PyO3 makes a hidden module of the same name beside it',
  R40: 'an attribute macro that is not known may make further items or read its surroundings',
  R41: 'its place in the object file or the order of start-up code may change',
  R42: 'the module path, file or line becomes part of the program',
  R43: 'the snapshot file is named after the path of the test',
  R48: 'it splices another file into this module',
} as const;

export type RustHazard = keyof typeof RUST_HAZARDS;

/** @param detail what in the source it is, put in front of the general reason */
export const rustHazard = (id: RustHazard, start: number, end: number, detail?: string): Hazard => ({
  id,
  start,
  end,
  why: detail === undefined ? RUST_HAZARDS[id] : `${detail}: ${RUST_HAZARDS[id]}`,
});
