/** Macros that every module has. */
export const PRELUDE_MACROS = new Set(
  (
    'assert assert_eq assert_ne cfg column compile_error concat dbg debug_assert debug_assert_eq debug_assert_ne env eprint eprintln ' +
    'file format format_args include include_bytes include_str line matches module_path option_env panic print println stringify ' +
    'thread_local todo unimplemented unreachable vec write writeln'
  ).split(' '),
);
