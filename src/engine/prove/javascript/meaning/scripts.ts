import type { TscMessage } from '../run-tsc.ts';

/** The JavaScript that a compiler writes for a project. */
export interface Scripts {
  /** Path as the source's, but for its ending, relative to the stage -> text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly messages: readonly TscMessage[];
}
