import { pointee, type WrittenType } from './written-type.ts';

type Type = WrittenType | null;

const make = (name: string, ...args: readonly string[]): WrittenType => ({ name, args, isReference: false });
const TEXT = make('String');

/** What a macro of the library makes. */
export const afterMacro = (name: string): Type =>
  /^(?:format|concat|stringify|env|file|module_path|include_str)$/.test(name)
    ? TEXT
    : name === 'vec'
      ? make('Vec')
      : null;

const MADE = new Set(['new', 'with_capacity', 'default', 'from', 'empty', 'null', 'null_mut', 'dangling']);
const TYPES = new Set(
  'String Vec RefCell Cell Option HashMap HashSet BTreeMap BTreeSet VecDeque Rc Arc Box Mutex RwLock BufReader BufWriter Cursor File'.split(
    ' ',
  ),
);

/** What a function of the library behind a type or module makes: `String::from(..)`, `fs::read_to_string(..)`. */
export function afterPath(owner: string, name: string): Type {
  if (owner === 'fs' && name === 'read_to_string') return make('Result', 'String');
  if (owner === 'env' && name === 'var') return make('Result', 'String');
  if (owner === 'String' && name === 'from_utf8_lossy') return TEXT;
  if (owner === 'String' && name === 'from_utf8') return make('Result', 'String');
  if (owner === 'str' && name === 'from_utf8') return make('Result', 'str');
  if (owner === 'ptr') return /^null/.test(name) ? make('*') : null;
  return TYPES.has(owner) && MADE.has(name) ? make(owner) : null;
}

const TEXT_TO_TEXT =
  /^(?:trim\w*|to_string|to_owned|to_lowercase|to_uppercase|to_ascii_lowercase|to_ascii_uppercase|replace|replacen|repeat|as_str|into_owned|into_boxed_str|split_off|clone)$/;
const TEXT_TO_TEXTS = /^(?:lines|r?split(?:n|_terminator)?|split_(?:whitespace|ascii_whitespace|inclusive)|r?matches)$/;
const TEXT_TO_MAYBE_TEXT = /^(?:strip_prefix|strip_suffix|get)$/;
const ITERATES =
  /^(?:iter|iter_mut|into_iter|chars|char_indices|keys|values|values_mut|into_keys|into_values|enumerate|peekable|filter_map|flat_map|skip_while|take_while|map_while|step_by|windows|chunks|chunks_exact)$/;
const STAYS_ITERATOR = /^(?:rev|map|filter|skip|take|chain|zip|cloned|copied|fuse|inspect|cycle|by_ref|flatten|scan)$/;
const UNWRAPS = /^(?:unwrap|expect|unwrap_or|unwrap_or_default|unwrap_or_else|unwrap_unchecked)$/;
const STAYS_OPTION = /^(?:as_ref|as_mut|as_deref|as_deref_mut|cloned|copied|take|or|or_else|filter|xor|ok)$/;
const DEBUGS = /^debug_(?:struct|tuple|list|set|map)$/;
const STAYS_DEBUG = /^(?:field|entry|entries|key|value)$/;
const STAYS_POINTER =
  /^(?:add|sub|offset|cast|cast_mut|cast_const|wrapping_add|wrapping_sub|wrapping_offset|byte_add|byte_sub)$/;

/**
 * What a method of the library makes, by what it is called on; null for anything that is not sure.
 * @param isOthers the package has a method of that name
 */
export function afterCall(type: Type, name: string, isOthers: (name: string) => boolean): Type {
  const of = type && pointee(type);
  const found = of && afterKnown(of, type, name);
  if (found) return found;
  if (isOthers(name)) return null;
  // These make the same of whatever has them.
  if (name === 'to_string') return TEXT;
  if (name === 'to_string_lossy') return TEXT;
  if (ITERATES.test(name)) return make('Iterator');
  if (DEBUGS.test(name)) return make('Debug');
  return name === 'as_ptr' || name === 'as_mut_ptr' ? make('*') : null;
}

function afterKnown(of: WrittenType, type: WrittenType, name: string): Type {
  switch (of.name) {
    case 'str':
    case 'String':
      return ofText(name);
    case 'Iterator':
      return STAYS_ITERATOR.test(name) ? make('Iterator', ...(name === 'rev' ? of.args : [])) : null;
    case 'Option':
    case 'Result':
      return ofOption(of, name);
    case 'Debug':
      return STAYS_DEBUG.test(name) ? of : null;
    case '*':
      return STAYS_POINTER.test(name) ? of : null;
    default:
      return name === 'clone' && !type.isReference ? type : null;
  }
}

function ofText(name: string): Type {
  if (TEXT_TO_TEXT.test(name)) return TEXT;
  if (TEXT_TO_TEXTS.test(name)) return make('Iterator', '&str');
  if (TEXT_TO_MAYBE_TEXT.test(name)) return make('Option', '&str');
  return /^(?:as_bytes|into_bytes)$/.test(name) ? make('[]', 'u8') : null;
}

const ofOption = (of: WrittenType, name: string): Type =>
  UNWRAPS.test(name) && of.args.length > 0
    ? readFirst(of)
    : STAYS_OPTION.test(name)
      ? make('Option', ...of.args.slice(0, 1))
      : null;

const readFirst = ({ args }: WrittenType): Type => {
  const [first = ''] = args;
  const text = /^&?\s*(?:mut\s+)?(String|str)$/.exec(first.replace(/'\w+\s*/g, ''));
  if (text) return make(text[1]!);
  const named = /^&?\s*(?:\w+::)*(\p{Lu}\w*)\s*(?:<([\s\S]*)>)?$/u.exec(first);
  return named ? make(named[1]!, ...(named[2] === undefined ? [] : [named[2]])) : null;
};
