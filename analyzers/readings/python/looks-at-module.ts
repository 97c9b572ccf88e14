const BUILTIN =
  /^(?:getattr|hasattr|setattr|delattr|isinstance|issubclass|vars|dir|help|id|type|repr|str|print|len|bool|hash|callable|format)$/;
const ANY_OWNER =
  /(?:^|\.)(?:reload|import_module|getmembers\w*|getattr_static|getmodule|getsource\w*|getfile|getsourcefile|getdoc|ismodule|signature|object|multiple|setitem|delitem|spy|stub|testmod|DocTestSuite|loadTestsFromModule|walk_packages|iter_modules|files|contents|is_resource|path|read_\w+|open_\w+|get_type_hints|cast|update_wrapper|assert\w+|__setattr__|__delattr__|debug|info|warning|error)$/;

/** Whether a call that is given a module only looks at it, or works on it by a name that is told beside it. @param callee as it is written */
export const looksAtModule = (callee: string): boolean =>
  BUILTIN.test(callee.replace(/^.*\./, '')) || ANY_OWNER.test(callee);
