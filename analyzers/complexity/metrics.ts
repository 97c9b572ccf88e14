/** One function, method or closure-owning item. Closures and nested functions count into the function that holds them. */
export interface FunctionMetrics {
  /** `Type::name`, `Class.name`, `name`; nested functions do not stand alone. */
  readonly symbol: string;
  readonly line: number;
  readonly lines: number;
  readonly cognitive: number;
  readonly cyclomatic: number;
  /** Deepest nesting of control flow. */
  readonly nesting: number;
  readonly parameters: number;
}

export interface FileMetrics {
  /** Physical lines. */
  readonly lines: number;
  /** Lines that hold code: not blank, not only comment. */
  readonly code: number;
  readonly comment: number;
  readonly blank: number;
  /** In source order. */
  readonly functions: readonly FunctionMetrics[];
  /** Sums over the file, code outside functions included. */
  readonly cognitive: number;
  readonly cyclomatic: number;
}
