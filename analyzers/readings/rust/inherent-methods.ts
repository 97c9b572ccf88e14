import { pointee, type WrittenType } from './written-type.ts';

/**
 * Of the members that traits of the standard library bring by an import those that some of its types have without one too, by themselves or
 * through a trait of the prelude, in Rust 1.95: how many arguments the trait's takes behind the receiver, and the types on which it is never
 * meant. `!` marks what takes the receiver by value, so that a reference to a type parameter is another receiver. What can only be reached by an
 * unstable trait, or not as a method, has no number.
 */
const LINES = `
add 1 *
addr
alloc 1
alloc_zeroed 1
as_bytes 0 str String
borrow 0 RefCell
borrow_mut 0 RefCell
bound
by_ref 0 Iterator
bytes! 0 str String
chain! 1 Iterator
concat
contains 1 str String [] Vec HashSet BTreeSet VecDeque
continued
dealloc 2
downcast
drop
end_bound 0
eq_ignore_ascii_case
exec 0
finish 0 Debug
forward
from_bytes 0 str String
from_raw
from_vec 0
get
get_mut
get_unchecked
get_unchecked_mut
groups
index 1
intersect
into_raw
into_vec 0 Box
is_ascii
is_empty
join
lines! 0 str String
make_ascii_lowercase
make_ascii_uppercase
mode 0
next
next_back
product
read 1 *
read_line 1
rem 1
resume
signal 0
size 0
size_hint
skip_until 1
source 0
split! 1 str String [] Vec
start_bound 0
sub 1 *
sum
take! 1 Iterator
to_ascii_lowercase
to_ascii_uppercase
type_id 0
wake! 0
wake_by_ref 0
write 1 *
write_at 2
write_fmt 1 Formatter
write_str 1 Formatter
`;

interface Rule {
  readonly arguments: number | null;
  readonly isByValue: boolean;
  readonly others: ReadonlySet<string>;
}

const BY_NAME = new Map(
  LINES.trim()
    .split('\n')
    .map((line): readonly [string, Rule] => {
      const [name = '', count, ...others] = line.split(' ');
      const rule = { isByValue: name.endsWith('!'), others: new Set(others) };
      return [name.replace('!', ''), { ...rule, arguments: count === undefined ? null : Number(count) }];
    }),
);

/** A call of something that is named like a member of a trait. */
export interface NamedCall {
  readonly name: string;
  /** Arguments behind the receiver; null where that is not known. */
  readonly arguments: number | null;
  /** Null where it is not known. */
  readonly receiver: WrittenType | null;
}

/** Members of the library's traits that take `&mut self`: one of the type that does too is found first. */
const TAKES_MUT = new Set(
  (
    'write write_all write_fmt write_vectored write_str write_char flush by_ref read read_exact read_to_end read_to_string read_vectored fill_buf ' +
    'consume read_line read_until skip_until seek seek_relative rewind stream_position stream_len write_u8 write_u16 write_u32 write_u64 ' +
    'write_u128 write_usize write_i8 write_i16 write_i32 write_i64 write_i128 write_isize borrow_mut deref_mut index_mut add_assign ' +
    'sub_assign mul_assign div_assign rem_assign bitand_assign bitor_assign bitxor_assign shl_assign shr_assign poll exec uid gid mode ' +
    'custom_flags pre_exec arg0 raw_arg creation_flags access_mode share_mode'
  ).split(' '),
);
/** Operators take their left side by value, which is found before any reference. */
const OPERATORS = new Set('add sub mul div rem neg not bitand bitor bitxor shl shr'.split(' '));

/**
 * True for a call that cannot be meant for a trait of the library, whether it is in scope or not.
 * @param hasOwn a type of the package has a method of its own by that name; `takesMut`: also one that takes `&mut self`
 */
export function isAnothers(call: NamedCall, hasOwn: (type: string, takesMut: boolean) => boolean): boolean {
  const rule = BY_NAME.get(call.name);
  if (rule?.arguments === null) return true;
  if (rule && call.arguments !== null && call.arguments !== rule.arguments) return true;
  if (call.receiver === null) return false;
  const isByValue = rule?.isByValue === true || OPERATORS.has(call.name);
  // A bound brings its methods by itself.
  if (call.receiver.name === 'impl') return !isByValue || !call.receiver.isReference;
  // `Borrow` is for everything: behind a pointer it is nearer than what the pointer leads to.
  const type = /^borrow(?:_mut)?$/.test(call.name) ? call.receiver : pointee(call.receiver);
  return rule?.others.has(type.name) === true || (!isByValue && hasOwn(type.name, TAKES_MUT.has(call.name)));
}
