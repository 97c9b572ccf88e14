import type { ClientCall, ClientCode, ClientFunction } from './client-code.ts';

/** What a variable that holds an error is called. */
export const ERROR_NAME = '(?:e|err|ex|exc|error|cause|reason|\\w+_(?:err|error))';

/** How a language starts processes, waits, and speaks of errors. */
export interface ClientLanguage {
  /** Whether a call starts a process. */
  readonly starts: (call: ClientCall, code: string) => boolean;
  /** Whether what is started ends with the client. @param around the function that starts it; @param code of the whole client */
  readonly endsChild: (around: string, code: string) => boolean;
  readonly hasGroup: (call: ClientCall, around: string) => boolean;
  readonly pipesStderr: (call: ClientCall, around: string) => boolean;
  /** A kill that waits for the end by itself. */
  readonly waitsByItself: (kill: ClientCall) => boolean;
  /** The words of an error, as a pattern. */
  readonly errorText: string;
  /** Where such words are compared with others. */
  readonly comparisons: (text: string) => RegExp[];
  /** A variable that is given such words. */
  readonly namedText: RegExp;
  readonly docs: RegExp;
  readonly isTestName: (name: string) => boolean;
  /** A method that reads waits also where nothing awaits it. */
  readonly readsBlock: boolean;
  /** A call that waits without being awaited. */
  readonly blocks: (call: ClientCall) => boolean;
  /** How a function ends between two assignments, with the first still standing; null where it does not. Offsets are into the file. */
  readonly leakBetween: (file: ClientCode, from: number, to: number, within: ClientFunction) => string | null;
}
