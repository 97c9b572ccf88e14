/**
 * The traits of std, core, alloc and proc_macro with the names of their methods and constants, as the documentation of Rust 1.95 lists them:
 * one a line, the trait first. Of several traits of one name (`fmt::Write`, `io::Write`) all names.
 */
export const STD_TRAITS = `
Add add
AddAssign add_assign
Allocator allocate allocate_zeroed by_ref deallocate grow grow_zeroed shrink
Any downcast downcast_mut downcast_ref downcast_unchecked downcast_unchecked_mut downcast_unchecked_ref fmt is type_id
AsFd as_fd
AsHandle as_handle
AsMut as_mut
AsRawFd as_raw_fd
AsRawHandle as_raw_handle
AsRawSocket as_raw_socket
AsRef as_ref
AsSocket as_socket
AsciiExt eq_ignore_ascii_case is_ascii make_ascii_lowercase make_ascii_uppercase to_ascii_lowercase to_ascii_uppercase
AsyncDrop drop
AsyncFn async_call
AsyncFnMut async_call_mut
AsyncFnOnce async_call_once
AsyncIterator poll_next size_hint
AtomicPrimitive
Binary fmt
BitAnd bitand
BitAndAssign bitand_assign
BitOr bitor
BitOrAssign bitor_assign
BitXor bitxor
BitXorAssign bitxor_assign
Borrow borrow
BorrowMut borrow_mut
BufRead consume fill_buf has_data_left lines read_line read_until skip_until split
BuildHasher build_hasher hash_one
CarryingMulAdd carrying_mul_add
CarrylessMul carryless_mul
ChildExt into_pidfd main_thread_handle pidfd send_signal
Clone clone clone_from
CloneFromCell
CloneToUninit clone_to_uninit
CoerceShared
CoerceUnsized
CommandExt arg0 async_pipes before_exec chroot create_pidfd creation_flags exec force_quotes gid groups inherit_handles pre_exec process_group raw_arg setsid show_window spawn_with_attributes startupinfo_force_feedback startupinfo_fullscreen startupinfo_untrusted_source uid
Concat concat
ConstParamTy_
Copy
Coroutine resume
Debug fmt
Default default
Deref deref
DerefMut deref_mut
DerefPure
Destruct
DirBuilderExt mode
DirEntryExt ino
DirEntryExt2 file_name_ref
DiscriminantKind
DisjointBitOr disjoint_bitor
DispatchFromDyn
Display fmt
Distribution sample
Div div
DivAssign div_assign
DoubleEndedIterator advance_back_by next_back nth_back rfind rfold try_rfold
DoubleEndedSearcher
Drop drop
Eq
Error cause description downcast downcast_mut downcast_ref from is provide source sources
ExactSizeIterator is_empty len
ExitCodeExt from_raw
ExitStatusExt continued core_dumped from_raw into_raw signal stopped_signal
Extend extend extend_one extend_reserve
FileExt read_at read_buf_at read_buf_exact_at read_exact_at read_vectored_at seek_read seek_read_buf seek_write write_all_at write_at write_vectored_at
FileTimesExt set_created
FileTypeExt is_block_device is_char_device is_fifo is_socket is_symlink_dir is_symlink_file
FloatToInt
Fn call
FnMut call_mut
FnOnce call_once
FnPtr addr
Freeze
From from
FromIterator from_iter
FromRawFd from_raw_fd
FromRawHandle from_raw_handle
FromRawSocket from_raw_socket
FromResidual from_residual
FromStr from_str
FunnelShift unchecked_funnel_shl unchecked_funnel_shr
FusedIterator
Future poll
GetDisjointMutIndex is_in_bounds is_overlapping
GlobalAlloc alloc alloc_zeroed dealloc realloc
Hash hash hash_slice
Hasher finish write write_i128 write_i16 write_i32 write_i64 write_i8 write_isize write_length_prefix write_str write_u128 write_u16 write_u32 write_u64 write_u8 write_usize
Index index
IndexMut index_mut
Into into
IntoAsyncIterator into_async_iter
IntoBounds intersect into_bounds
IntoFuture into_future
IntoIterator into_iter
IntoRawFd into_raw_fd
IntoRawHandle into_raw_handle
IntoRawSocket into_raw_socket
IsTerminal is_terminal
Iterator advance_by all any array_chunks by_ref chain cloned cmp cmp_by collect collect_into copied count cycle enumerate eq eq_by filter filter_map find find_map flat_map flatten fold for_each fuse ge gt inspect intersperse intersperse_with is_partitioned is_sorted is_sorted_by is_sorted_by_key last le lt map map_while map_windows max max_by max_by_key min min_by min_by_key ne next next_chunk nth partial_cmp partial_cmp_by partition partition_in_place peekable position product reduce rev rposition scan size_hint skip skip_while step_by sum take take_while try_collect try_find try_fold try_for_each try_reduce unzip zip
Join join
JoinHandleExt as_pthread_t into_pthread_t
LocalWake wake wake_by_ref
LowerExp fmt
LowerHex fmt
MaskElement
MetaSized
MetadataExt as_raw_stat atime atime_nsec blksize blocks change_time creation_time ctime ctime_nsec dev file_attributes file_index file_size gid ino last_access_time last_write_time mode mtime mtime_nsec nlink number_of_links rdev size st_atime st_atime_nsec st_birthtime st_birthtime_nsec st_blksize st_blocks st_ctime st_ctime_nsec st_dev st_flags st_gen st_gid st_ino st_lspare st_mode st_mtime st_mtime_nsec st_nlink st_rdev st_size st_uid uid volume_serial_number
Mul mul
MulAssign mul_assign
MultiSpan into_spans
Neg neg
Not not
NumBufferTrait BUF_SIZE
Octal fmt
OneSidedRange bound
OpenOptionsExt access_mode attributes custom_flags mode security_qos_flags share_mode
OpenOptionsExt2 freeze_last_access_time freeze_last_write_time
Ord clamp cmp max min
OsStrExt as_bytes encode_wide from_bytes
OsStringExt from_vec from_wide into_vec
PartialEq eq ne
PartialOrd ge gt le lt partial_cmp
Pattern as_utf8_pattern into_searcher is_contained_in is_prefix_of is_suffix_of strip_prefix_of strip_suffix_of
PermissionsExt from_mode mode set_mode
PinCoerceUnsized
Pointee
PointeeSized
Pointer fmt
Product product
RandomSource fill_bytes
RangeBounds contains end_bound is_empty start_bound
RangePattern MAX MIN sub_one
Read by_ref bytes chain is_read_vectored read read_array read_buf read_buf_exact read_exact read_to_end read_to_string read_vectored take
Reborrow
Receiver
RefUnwindSafe
Rem rem
RemAssign rem_assign
Residual
ReverseSearcher next_back next_match_back next_reject_back
Searcher haystack next next_match next_reject
Seek rewind seek seek_relative stream_len stream_position
Select select
Send
Shl shl
ShlAssign shl_assign
Shr shr
ShrAssign shr_assign
SimdCast
SimdConstPtr addr cast cast_mut expose_provenance is_null with_addr with_exposed_provenance without_provenance wrapping_add wrapping_offset wrapping_sub
SimdElement
SimdFloat abs cast copysign from_bits is_finite is_infinite is_nan is_normal is_sign_negative is_sign_positive is_subnormal recip reduce_max reduce_min reduce_product reduce_sum signum simd_clamp simd_max simd_min to_bits to_degrees to_int_unchecked to_radians
SimdInt abs abs_diff cast count_ones count_zeros is_negative is_positive leading_ones leading_zeros reduce_and reduce_max reduce_min reduce_or reduce_product reduce_sum reduce_xor reverse_bits saturating_abs saturating_add saturating_neg saturating_sub signum swap_bytes trailing_ones trailing_zeros
SimdMutPtr addr cast cast_const expose_provenance is_null with_addr with_exposed_provenance without_provenance wrapping_add wrapping_offset wrapping_sub
SimdOrd simd_clamp simd_max simd_min
SimdPartialEq simd_eq simd_ne
SimdPartialOrd simd_ge simd_gt simd_le simd_lt
SimdUint abs_diff cast count_ones count_zeros leading_ones leading_zeros reduce_and reduce_max reduce_min reduce_or reduce_product reduce_sum reduce_xor reverse_bits saturating_add saturating_sub swap_bytes trailing_ones trailing_zeros wrapping_neg
Sized
SliceIndex get get_mut get_unchecked get_unchecked_mut index index_mut
SlicePattern as_slice
SocketAddrExt as_abstract_name from_abstract_name
StdFloat ceil cos exp exp2 floor fract ln log log10 log2 mul_add round sin sqrt trunc
StdioExt replace_fd set_fd take_fd
Step backward backward_checked backward_unchecked forward forward_checked forward_unchecked steps_between
StructuralPartialEq
Sub sub
SubAssign sub_assign
Sum sum
Swizzle INDEX concat_swizzle concat_swizzle_mask swizzle swizzle_mask
Sync
TcpStreamExt deferaccept quickack set_deferaccept set_quickack
Termination report
ToBytes from_be_bytes from_le_bytes from_ne_bytes to_be_bytes to_le_bytes to_ne_bytes
ToOwned clone_into to_owned
ToSocketAddrs to_socket_addrs
ToString to_string
ToTokens into_token_stream to_token_stream to_tokens
TransmuteFrom transmute
TrivialClone
TrustedLen
TrustedStep
Try branch from_output
TryFrom try_from
TryInto try_into
Tuple
UnixSocketExt passcred set_passcred
Unpin
UnsafeUnpin
Unsize
UnwindSafe
UpperExp fmt
UpperHex fmt
UseCloned
VaArgSafe
Variance
Wake wake wake_by_ref
Write by_ref flush is_write_vectored write write_all write_all_vectored write_char write_fmt write_str write_vectored
ZeroablePrimitive
`;
