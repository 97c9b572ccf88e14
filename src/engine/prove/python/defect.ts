/** Why the static proof of a split fails, at a file. */
export interface Defect {
  readonly path: string;
  readonly why: string;
}
