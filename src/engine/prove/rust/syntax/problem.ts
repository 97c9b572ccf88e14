export interface Problem {
  readonly path: string;
  readonly start: number;
  readonly why: string;
}
