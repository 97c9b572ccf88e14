/**
 * Of the members that traits of the standard library bring by an import those that its types have without one too, by themselves or through a
 * trait of the prelude, with the numbers of arguments that they take there: Rust 1.95. The others are a trait's, whatever they are called on.
 */
const LINES = `
add 1
addr 0
alloc 1
alloc_zeroed 1
as_bytes 0
borrow 0
borrow_mut 0
bound 0 1
by_ref 0
bytes 0
chain 1
concat 0
contains 1
continued 0
dealloc 2
downcast 0
drop 1
eq_ignore_ascii_case 1
end_bound 0
exec 0
finish 0
forward 1 2
from_bytes 1
from_raw 1
from_vec 1
get 1
get_mut 1
get_unchecked 1
get_unchecked_mut 1
groups 0
index 0
intersect 1
into_raw 0
into_vec 0
is_ascii 0
is_empty 0
join 0 1
lines 0
make_ascii_lowercase 0
make_ascii_uppercase 0
mode 0
next 0
next_back 0
product 0
read 0
read_line 1
rem 1
resume 0 1
signal 0
size 0
size_hint 0
skip_until 1
source 0
split 1
start_bound 0
sub 1
sum 0
take 0 1
to_ascii_lowercase 0
to_ascii_uppercase 0
type_id 0
wake 0
wake_by_ref 0
write 0 1
write_at 1
write_fmt 1
write_str 1
`;

const BY_NAME = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const [name, ...counts] = line.split(' ');
      return [name!, new Set(counts.map(Number))] as const;
    }),
);

/**
 * True for a call that a type of the library may answer without any trait in scope.
 * @param count of its arguments, without the receiver; null where that is not known
 */
export function isInherent(name: string, count: number | null): boolean {
  const counts = BY_NAME.get(name);
  return counts !== undefined && (count === null || counts.has(count));
}
