/** A function of a client. Offsets are into the file's text. */
export interface ClientFunction {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Where its body begins. */
  readonly body: number;
  /** Without the receiver, and without those that take whatever is left. */
  readonly parameters: readonly { readonly name: string; readonly start: number }[];
  readonly isTest: boolean;
  /** Code of the body, without comments. */
  readonly code: string;
}

/** A call in a function, as far as it can be seen. */
export interface ClientCall {
  /** The last name of what is called: `call_tool` of `self.peer.call_tool`. */
  readonly name: string;
  /** All of what is called. */
  readonly callee: string;
  readonly args: string;
  readonly start: number;
  readonly end: number;
  readonly isAwaited: boolean;
  readonly isMethod: boolean;
  readonly inLoop: boolean;
  /** Nothing takes its value: a statement of its own, or `let _`. */
  readonly isDropped: boolean;
  /** Calls whose arguments hold this one, and headers of `with` around it. */
  readonly around: readonly string[];
  readonly within: ClientFunction | null;
}

/** The text of a file, as far as a language has to look into it. */
export interface ClientCode {
  /** The text with comments blanked: offsets are the same. */
  readonly code: string;
  readonly lineOf: (offset: number) => number;
}
