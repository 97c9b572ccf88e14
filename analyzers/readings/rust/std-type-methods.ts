/**
 * The methods and associated functions that types of the standard library have of their own in Rust 1.95, read from the pages of the
 * toolchain's own documentation. `[]` has those of arrays too, `int` those of all integers, `Iterator` the trait's.
 */
const LINES = `
str:
as_ascii as_ascii_unchecked as_bytes as_bytes_mut as_mut_ptr as_ptr as_str bytes ceil_char_boundary char_indices chars contains
encode_utf16 ends_with eq_ignore_ascii_case escape_debug escape_default escape_unicode find floor_char_boundary from_utf8
from_utf8_mut from_utf8_unchecked from_utf8_unchecked_mut get get_mut get_unchecked get_unchecked_mut into_boxed_bytes into_string
is_ascii is_char_boundary is_empty len lines lines_any make_ascii_lowercase make_ascii_uppercase match_indices matches parse repeat
replace replacen rfind rmatch_indices rmatches rsplit rsplit_once rsplit_terminator rsplitn slice_mut_unchecked slice_unchecked
split split_ascii_whitespace split_at split_at_checked split_at_mut split_at_mut_checked split_inclusive split_once split_terminator
split_whitespace splitn starts_with strip_circumfix strip_prefix strip_suffix substr_range to_ascii_lowercase to_ascii_uppercase
to_lowercase to_uppercase trim trim_ascii trim_ascii_end trim_ascii_start trim_end trim_end_matches trim_left trim_left_matches
trim_matches trim_prefix trim_right trim_right_matches trim_start trim_start_matches trim_suffix
String:
as_mut_str as_mut_vec capacity clear drain extend_from_within from_raw_parts from_utf16 from_utf16_lossy from_utf16be
from_utf16be_lossy from_utf16le from_utf16le_lossy from_utf8_lossy from_utf8_lossy_owned insert insert_str into_boxed_str into_bytes
into_chars into_raw_parts leak new pop push push_str remove remove_matches replace_first replace_last replace_range reserve
reserve_exact retain shrink_to shrink_to_fit split_off truncate try_reserve try_reserve_exact try_with_capacity with_capacity
[]:
align_to align_to_mut align_to_uninit_mut array_windows as_array as_ascii as_ascii_unchecked as_bytes as_bytes_mut as_chunks
as_chunks_mut as_chunks_unchecked as_chunks_unchecked_mut as_flattened as_flattened_mut as_mut_array as_mut_ptr as_mut_ptr_range
as_mut_slice as_ptr as_ptr_range as_rchunks as_rchunks_mut as_simd as_simd_mut as_slice as_str assume_init assume_init_drop
assume_init_mut assume_init_ref binary_search binary_search_by binary_search_by_key chunk_by chunk_by_mut chunks chunks_exact
chunks_exact_mut chunks_mut clone_from_slice concat connect contains copy_from_slice copy_within each_mut each_ref element_offset
ends_with eq_ignore_ascii_case escape_ascii fill fill_with first first_chunk first_chunk_mut first_mut get get_disjoint_mut
get_disjoint_unchecked_mut get_mut get_unchecked get_unchecked_mut into_array into_vec is_ascii is_empty is_sorted is_sorted_by
is_sorted_by_key iter iter_mut join last last_chunk last_chunk_mut last_mut len make_ascii_lowercase make_ascii_uppercase map
new_uninit_slice new_uninit_slice_in new_zeroed_slice new_zeroed_slice_in partial_sort_unstable partial_sort_unstable_by
partial_sort_unstable_by_key partition_dedup partition_dedup_by partition_dedup_by_key partition_point rchunks rchunks_exact
rchunks_exact_mut rchunks_mut repeat reverse rotate_left rotate_right rsplit rsplit_array_mut rsplit_array_ref rsplit_mut
rsplit_once rsplitn rsplitn_mut select_nth_unstable select_nth_unstable_by select_nth_unstable_by_key shift_left shift_right sort
sort_by sort_by_cached_key sort_by_key sort_floats sort_unstable sort_unstable_by sort_unstable_by_key split split_array_mut
split_array_ref split_at split_at_checked split_at_mut split_at_mut_checked split_at_mut_unchecked split_at_unchecked split_first
split_first_chunk split_first_chunk_mut split_first_mut split_inclusive split_inclusive_mut split_last split_last_chunk
split_last_chunk_mut split_last_mut split_mut split_off split_off_first split_off_first_mut split_off_last split_off_last_mut
split_off_mut split_once splitn splitn_mut starts_with strip_circumfix strip_prefix strip_suffix subslice_range swap swap_unchecked
swap_with_slice to_ascii_lowercase to_ascii_uppercase to_vec to_vec_in transpose trim_ascii trim_ascii_end trim_ascii_start
trim_prefix trim_suffix try_map try_new_uninit_slice try_new_uninit_slice_in try_new_zeroed_slice try_new_zeroed_slice_in
utf8_chunks windows write_clone_of_slice write_copy_of_slice write_filled write_iter write_with
Vec:
allocator append as_non_null capacity clear const_make_global dedup dedup_by dedup_by_key drain extend_from_slice extend_from_within
extract_if from_fn from_parts from_parts_in from_raw_parts from_raw_parts_in insert insert_mut into_boxed_slice into_chunks
into_flattened into_parts into_parts_with_alloc into_raw_parts into_raw_parts_with_alloc leak new new_in peek_mut pop pop_if push
push_mut push_within_capacity recycle remove reserve reserve_exact resize resize_with retain retain_mut set_len shrink_to
shrink_to_fit spare_capacity_mut splice split_at_spare_mut swap_remove truncate try_remove try_reserve try_reserve_exact
try_shrink_to try_shrink_to_fit try_with_capacity try_with_capacity_in with_capacity with_capacity_in
Option:
and and_then as_deref as_deref_mut as_mut as_mut_slice as_pin_mut as_pin_ref as_ref as_slice cloned copied expect filter flatten
flatten_mut flatten_ref get_or_insert get_or_insert_default get_or_insert_with get_or_try_insert_with insert inspect into_flat_iter
is_none is_none_or is_some is_some_and iter iter_mut map map_or map_or_default map_or_else ok_or ok_or_else or or_else reduce
replace take take_if transpose unwrap unwrap_or unwrap_or_default unwrap_or_else unwrap_unchecked unzip xor zip zip_with
Result:
and and_then as_deref as_deref_mut as_mut as_ref cloned copied err expect expect_err flatten inspect inspect_err into_err into_ok
is_err is_err_and is_ok is_ok_and iter iter_mut map map_err map_or map_or_default map_or_else ok or or_else transpose unwrap
unwrap_err unwrap_err_unchecked unwrap_or unwrap_or_default unwrap_or_else unwrap_unchecked
HashMap:
capacity clear contains_key drain entry extract_if get get_disjoint_mut get_disjoint_unchecked_mut get_key_value get_mut hasher
insert into_keys into_values is_empty iter iter_mut keys len new new_in remove remove_entry reserve retain shrink_to shrink_to_fit
try_insert try_reserve values values_mut with_capacity with_capacity_and_hasher with_capacity_and_hasher_in with_capacity_in
with_hasher with_hasher_in
HashSet:
capacity clear contains difference drain entry extract_if get get_or_insert get_or_insert_with hasher insert intersection
is_disjoint is_empty is_subset is_superset iter len new new_in remove replace reserve retain shrink_to shrink_to_fit
symmetric_difference take try_reserve union with_capacity with_capacity_and_hasher with_capacity_and_hasher_in with_capacity_in
with_hasher with_hasher_in
BTreeMap:
append clear contains_key entry extract_if first_entry first_key_value get get_key_value get_mut insert into_keys into_values
is_empty iter iter_mut keys last_entry last_key_value len lower_bound lower_bound_mut merge new new_in pop_first pop_last range
range_mut remove remove_entry retain split_off try_insert upper_bound upper_bound_mut values values_mut
BTreeSet:
append clear contains difference entry extract_if first get get_or_insert get_or_insert_with insert intersection is_disjoint
is_empty is_subset is_superset iter last len lower_bound lower_bound_mut new new_in pop_first pop_last range remove replace retain
split_off symmetric_difference take union upper_bound upper_bound_mut
VecDeque:
allocator append as_mut_slices as_slices back back_mut binary_search binary_search_by binary_search_by_key capacity clear contains
drain extend_from_within extend_front extract_if front front_mut get get_mut insert insert_mut is_empty iter iter_mut len
make_contiguous new new_in partition_point pop_back pop_back_if pop_front pop_front_if prepend prepend_from_within push_back
push_back_mut push_front push_front_mut range range_mut remove reserve reserve_exact resize resize_with retain retain_mut
rotate_left rotate_right shrink_to shrink_to_fit splice split_off swap swap_remove_back swap_remove_front truncate truncate_front
try_reserve try_reserve_exact try_with_capacity with_capacity with_capacity_in
RefCell:
as_ptr borrow borrow_mut get_mut into_inner new replace replace_with swap take try_borrow try_borrow_mut try_borrow_unguarded
undo_leak
Cell:
as_array_of_cells as_ptr as_slice_of_cells from_mut get get_cloned get_mut into_inner new replace set swap take update
Path:
ancestors as_mut_os_str as_os_str as_path canonicalize components display ends_with exists extension file_name file_prefix file_stem
has_root has_trailing_sep into_path_buf is_absolute is_dir is_empty is_file is_relative is_symlink iter join metadata new
normalize_lexically parent read_dir read_link starts_with strip_prefix symlink_metadata to_path_buf to_str to_string_lossy
trim_trailing_sep try_exists with_added_extension with_extension with_file_name with_trailing_sep
PathBuf:
add_extension as_mut_os_string capacity clear into_boxed_path into_os_string leak pop pop_trailing_sep push push_trailing_sep
reserve reserve_exact set_extension set_file_name set_trailing_sep shrink_to shrink_to_fit try_reserve try_reserve_exact
with_capacity
char:
as_ascii as_ascii_unchecked decode_utf16 encode_utf16 encode_utf8 eq_ignore_ascii_case escape_debug escape_default escape_unicode
from_digit from_u32 from_u32_unchecked is_alphabetic is_alphanumeric is_ascii is_ascii_alphabetic is_ascii_alphanumeric
is_ascii_control is_ascii_digit is_ascii_graphic is_ascii_hexdigit is_ascii_lowercase is_ascii_octdigit is_ascii_punctuation
is_ascii_uppercase is_ascii_whitespace is_control is_digit is_lowercase is_numeric is_uppercase is_whitespace len_utf16 len_utf8
make_ascii_lowercase make_ascii_uppercase to_ascii_lowercase to_ascii_uppercase to_digit to_lowercase to_uppercase
bool:
ok_or ok_or_else then then_some
int:
abs abs_diff bit_width borrowing_sub carrying_add carrying_carryless_mul carrying_mul carrying_mul_add carryless_mul cast_signed
cast_unsigned checked_abs checked_add checked_add_signed checked_add_unsigned checked_div checked_div_euclid checked_div_exact
checked_ilog checked_ilog10 checked_ilog2 checked_isqrt checked_mul checked_neg checked_next_multiple_of checked_next_power_of_two
checked_pow checked_rem checked_rem_euclid checked_shl checked_shr checked_signed_diff checked_sub checked_sub_signed
checked_sub_unsigned clamp_magnitude count_ones count_zeros deposit_bits div_ceil div_euclid div_exact div_floor extract_bits
format_into from_ascii from_ascii_radix from_be from_be_bytes from_le from_le_bytes from_ne_bytes from_str_radix funnel_shl
funnel_shr highest_one ilog ilog10 ilog2 is_multiple_of is_negative is_positive is_power_of_two isolate_highest_one
isolate_lowest_one isqrt leading_ones leading_zeros lowest_one max_value midpoint min_value next_multiple_of next_power_of_two
overflowing_abs overflowing_add overflowing_add_signed overflowing_add_unsigned overflowing_div overflowing_div_euclid
overflowing_mul overflowing_neg overflowing_pow overflowing_rem overflowing_rem_euclid overflowing_shl overflowing_shr
overflowing_sub overflowing_sub_signed overflowing_sub_unsigned pow rem_euclid reverse_bits rotate_left rotate_right saturating_abs
saturating_add saturating_add_signed saturating_add_unsigned saturating_div saturating_mul saturating_neg saturating_pow
saturating_sub saturating_sub_signed saturating_sub_unsigned shl_exact shr_exact signum strict_abs strict_add strict_add_signed
strict_add_unsigned strict_div strict_div_euclid strict_mul strict_neg strict_pow strict_rem strict_rem_euclid strict_shl strict_shr
strict_sub strict_sub_signed strict_sub_unsigned swap_bytes to_be to_be_bytes to_le to_le_bytes to_ne_bytes trailing_ones
trailing_zeros unbounded_shl unbounded_shr unchecked_add unchecked_disjoint_bitor unchecked_div_exact unchecked_mul unchecked_neg
unchecked_shl unchecked_shl_exact unchecked_shr unchecked_shr_exact unchecked_sub unsigned_abs widening_carryless_mul widening_mul
wrapping_abs wrapping_add wrapping_add_signed wrapping_add_unsigned wrapping_div wrapping_div_euclid wrapping_mul wrapping_neg
wrapping_next_power_of_two wrapping_pow wrapping_rem wrapping_rem_euclid wrapping_shl wrapping_shr wrapping_sub wrapping_sub_signed
wrapping_sub_unsigned
u8:
as_ascii as_ascii_unchecked eq_ignore_ascii_case escape_ascii is_ascii is_ascii_alphabetic is_ascii_alphanumeric is_ascii_control
is_ascii_digit is_ascii_graphic is_ascii_hexdigit is_ascii_lowercase is_ascii_octdigit is_ascii_punctuation is_ascii_uppercase
is_ascii_whitespace make_ascii_lowercase make_ascii_uppercase to_ascii_lowercase to_ascii_uppercase
float:
abs abs_sub acos acosh algebraic_add algebraic_div algebraic_mul algebraic_rem algebraic_sub asin asinh atan atan2 atanh cbrt ceil
clamp clamp_magnitude classify copysign cos cosh div_euclid erf erfc exp exp2 exp_m1 floor fract from_be_bytes from_bits
from_le_bytes from_ne_bytes gamma hypot is_finite is_infinite is_nan is_normal is_sign_negative is_sign_positive is_subnormal ln
ln_1p ln_gamma log log10 log2 max maximum midpoint min minimum mul_add next_down next_up powf powi recip rem_euclid round
round_ties_even signum sin sin_cos sinh sqrt tan tanh to_be_bytes to_bits to_degrees to_int_unchecked to_le_bytes to_ne_bytes
to_radians total_cmp trunc
Iterator:
advance_back_by advance_by all any array_chunks by_ref chain cloned cmp cmp_by collect collect_into copied count cycle enumerate eq
eq_by filter filter_map find find_map flat_map flatten fold for_each fuse ge gt inspect intersperse intersperse_with is_partitioned
is_sorted is_sorted_by is_sorted_by_key last le len lt map map_while map_windows max max_by max_by_key min min_by min_by_key ne next
next_back next_chunk nth nth_back partial_cmp partial_cmp_by partition partition_in_place peekable position product reduce rev rfind
rfold rposition scan size_hint skip skip_while step_by sum take take_while try_collect try_find try_fold try_for_each try_reduce
try_rfold unzip zip
`;

const BY_TYPE = new Map(
  LINES.split(/^(?=\S+:$)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [type = '', words = ''] = part.split(/:\n([\s\S]*)/);
      return [type.trim(), new Set(words.split(/\s+/))] as const;
    }),
);

/** Through what their `Deref` leads to, and numbers by their kind. */
const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  String: ['String', 'str'],
  Vec: ['Vec', '[]'],
  PathBuf: ['PathBuf', 'Path'],
  u8: ['u8', 'int'],
  f32: ['float'],
  f64: ['float'],
};

const INTEGER = /^[iu](?:8|16|32|64|128|size)$/;

// What every module has for types of all kinds, by traits of the prelude.
const EVERYWHERE = new Set(
  (
    'clone clone_from eq ne cmp partial_cmp lt le gt ge max min clamp into try_into from try_from as_ref as_mut to_owned clone_into ' +
    'to_string into_iter from_iter extend default drop collect'
  ).split(' '),
);

const CONSTANT =
  /^(?:MAX|MIN|BITS|EPSILON|INFINITY|NEG_INFINITY|NAN|DIGITS|RADIX|MANTISSA_DIGITS|MIN_POSITIVE|(?:MAX|MIN)_(?:10_)?EXP|REPLACEMENT_CHARACTER|UNICODE_VERSION)$/;

/** Whether a type of the library has a function of that name where no trait is imported; null for types that are not listed. */
export function hasStdMethod(type: string, name: string): boolean | null {
  const types = LEADS_TO[type] ?? [INTEGER.test(type) ? 'int' : type];
  if (!types.every((one) => BY_TYPE.has(one))) return null;
  return EVERYWHERE.has(name) || CONSTANT.test(name) || types.some((one) => BY_TYPE.get(one)!.has(name));
}
