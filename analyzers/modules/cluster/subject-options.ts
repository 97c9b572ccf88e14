export interface SubjectOptions {
  /** Lines that a group's atoms may have together. */
  readonly capacity: number;
  /** How many groups, or null: as many as maintainers would make. */
  readonly groups: number | null;
  /** No group may need another one that needs it. */
  readonly acyclic: boolean;
}
