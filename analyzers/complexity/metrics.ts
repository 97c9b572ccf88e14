import type { Sizes } from './sizes/sizes.ts';

/** One function or method. Closures, nested functions and local classes count into the function that holds them. */
export interface FunctionMetrics {
  /** `Type::name`, `Class.name`, `module::name`, `name`; twins under `cfg` share a symbol and differ in their line. */
  readonly symbol: string;
  /** 1-based; attributes and decorators stand above it. */
  readonly line: number;
  readonly lines: number;
  readonly cognitive: number;
  readonly cyclomatic: number;
  /** Deepest nesting of control flow. */
  readonly nesting: number;
  /** What a caller passes: without `self`, `cls` and `this`. */
  readonly parameters: number;
  readonly sizes: Sizes;
}

/** A class, impl or trait outside functions. */
export interface TypeMetrics {
  readonly symbol: string;
  readonly line: number;
  readonly lines: number;
  /** Functions in it, those of classes in it included. */
  readonly methods: number;
  /** Sums over its methods. */
  readonly cognitive: number;
  readonly cyclomatic: number;
  readonly sizes: Sizes;
}

export interface LineCounts {
  /** Physical lines: `code + comment + blank`. */
  readonly lines: number;
  /** Lines that hold code: not blank, not only comment. A blank line inside a string is code. */
  readonly code: number;
  /** Lines that hold comment and no code; Python's docstrings are comment. */
  readonly comment: number;
  /** Those comment lines that are documentation: `///`, `//!`, docstrings, JSDoc. */
  readonly doc: number;
  readonly blank: number;
}

export interface FileMetrics extends LineCounts {
  /** In source order. */
  readonly functions: readonly FunctionMetrics[];
  /** In source order, outer ones first. */
  readonly types: readonly TypeMetrics[];
  readonly sizes: Sizes;
  /** Sums over the file, code outside functions included. */
  readonly cognitive: number;
  readonly cyclomatic: number;
}

/** One reason why a value is as high as it is; the amounts of one function and metric add up to its value. */
export interface Increment {
  readonly metric: 'cognitive' | 'cyclomatic';
  readonly line: number;
  readonly amount: number;
  /** The part of the amount that nesting caused. */
  readonly nesting: number;
  /** `if`, `else if`, `&&`, `recursion` … */
  readonly reason: string;
}
