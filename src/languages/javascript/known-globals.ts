/**
 * Names of the language that hold the same thing whenever they are read. What is missing here (`process`, `globalThis`, `window`, `console`
 * …) is the world: reading it can depend on the moment, and touching it can be seen.
 */
const LASTING =
  /^(undefined|NaN|Infinity|arguments|Object|Function|Array|Map|Set|WeakMap|WeakSet|WeakRef|Symbol|Number|String|Boolean|BigInt|Date|Math|JSON|Intl|RegExp|Promise|Proxy|Reflect|(Type|Range|Syntax|Reference|Eval|URI|Aggregate)?Error|URL|URLSearchParams|Abort(Controller|Signal)|Text(En|De)coder|(Big)?(Ui|I)nt(8|16|32|64)(Clamped)?Array|Float(16|32|64)Array|ArrayBuffer|DataView|parse(Int|Float)|is(NaN|Finite)|(en|de)codeURI(Component)?|structuredClone|Iterator)$/;

export const isLastingGlobal = (name: string): boolean => LASTING.test(name);

// Building one of these touches nothing but itself.
const QUIET_NEW =
  /^(Map|Set|WeakMap|WeakSet|WeakRef|RegExp|Array|Object|Error|TypeError|RangeError|URL|AbortController|TextEncoder|TextDecoder|(Big)?(Ui|I)nt(8|16|32|64)(Clamped)?Array|Float(32|64)Array|ArrayBuffer)$/;
const QUIET_CALL =
  /^(Symbol(\.for)?|RegExp|String(\.raw|\.fromCharCode)?|Number|BigInt|Boolean|Object\.(freeze|create|keys|values|entries|fromEntries)|Array\.(from|of)|Math\.(?!random$)\w+|Number\.\w+)$/;

/** A call of the language itself that only makes a value. @param callee as written, without blanks */
export const isQuietCallee = (callee: string, made: boolean): boolean => (made ? QUIET_NEW : QUIET_CALL).test(callee);
