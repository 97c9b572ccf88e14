/**
 * The traits of `std`, `core` and `alloc` in Rust 1.95 by their last name, with all that they bring: methods, constants, types. Read from
 * the pages of the toolchain's own documentation (`trait.*.html`); traits of one name stand in one line.
 */
const LINES = `
Add Output add
AddAssign add_assign
Allocator allocate allocate_zeroed by_ref deallocate grow grow_zeroed shrink
Any type_id
AsFd as_fd
AsHandle as_handle
AsMut as_mut
AsRawFd as_raw_fd
AsRawHandle as_raw_handle
AsRawSocket as_raw_socket
AsRef as_ref
AsSocket as_socket
AsciiExt Owned eq_ignore_ascii_case is_ascii make_ascii_lowercase make_ascii_uppercase to_ascii_lowercase to_ascii_uppercase
AsyncDrop drop
AsyncFn async_call
AsyncFnMut CallRefFuture async_call_mut
AsyncFnOnce CallOnceFuture Output async_call_once
AsyncIterator Item poll_next size_hint
AtomicPrimitive AtomicInner
Binary fmt
BitAnd Output bitand
BitAndAssign bitand_assign
BitOr Output bitor
BitOrAssign bitor_assign
BitXor Output bitxor
BitXorAssign bitxor_assign
Borrow borrow
BorrowMut borrow_mut
BufRead consume fill_buf has_data_left lines read_line read_until skip_until split
BuildHasher Hasher build_hasher hash_one
CarryingMulAdd Unsigned carrying_mul_add
CarrylessMul carryless_mul
ChildExt into_pidfd main_thread_handle pidfd send_signal
Clone clone clone_from
CloneFromCell
CloneToUninit clone_to_uninit
CoerceShared Target
CoerceUnsized
CommandExt arg0 async_pipes before_exec chroot create_pidfd creation_flags exec force_quotes gid groups inherit_handles pre_exec process_group raw_arg setsid show_window spawn_with_attributes startupinfo_force_feedback startupinfo_fullscreen startupinfo_untrusted_source uid
Concat Output concat
ConstParamTy_
Copy
Coroutine Return Yield resume
Debug fmt
Default default
Deref Target deref
DerefMut deref_mut
DerefPure
Destruct
DirBuilderExt mode
DirEntryExt ino
DirEntryExt2 file_name_ref
DiscriminantKind Discriminant
DisjointBitOr disjoint_bitor
DispatchFromDyn
Display fmt
Distribution sample
Div Output div
DivAssign div_assign
DoubleEndedIterator advance_back_by next_back nth_back rfind rfold try_rfold
DoubleEndedSearcher
Drop drop
Eq
Error cause description provide source
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
FnOnce Output call_once
FnPtr addr
Freeze
From from
FromIterator from_iter
FromRawFd from_raw_fd
FromRawHandle from_raw_handle
FromRawSocket from_raw_socket
FromResidual from_residual
FromStr Err from_str
FunnelShift unchecked_funnel_shl unchecked_funnel_shr
FusedIterator
Future Output poll
GlobalAlloc alloc alloc_zeroed dealloc realloc
Hash hash hash_slice
Hasher finish write write_i128 write_i16 write_i32 write_i64 write_i8 write_isize write_length_prefix write_str write_u128 write_u16 write_u32 write_u64 write_u8 write_usize
Index Output index
IndexMut index_mut
Into into
IntoAsyncIterator IntoAsyncIter Item into_async_iter
IntoBounds intersect into_bounds
IntoFuture IntoFuture Output into_future
IntoIterator IntoIter Item into_iter
IntoRawFd into_raw_fd
IntoRawHandle into_raw_handle
IntoRawSocket into_raw_socket
IsTerminal is_terminal
Iterator Item advance_by all any array_chunks by_ref chain cloned cmp cmp_by collect collect_into copied count cycle enumerate eq eq_by filter filter_map find find_map flat_map flatten fold for_each fuse ge gt inspect intersperse intersperse_with is_partitioned is_sorted is_sorted_by is_sorted_by_key last le lt map map_while map_windows max max_by max_by_key min min_by min_by_key ne next next_chunk nth partial_cmp partial_cmp_by partition partition_in_place peekable position product reduce rev rposition scan size_hint skip skip_while step_by sum take take_while try_collect try_find try_fold try_for_each try_reduce unzip zip
Join Output join
JoinHandleExt as_pthread_t into_pthread_t
LocalWake wake wake_by_ref
LowerExp fmt
LowerHex fmt
MetaSized
MetadataExt as_raw_stat atime atime_nsec blksize blocks change_time creation_time ctime ctime_nsec dev file_attributes file_index file_size gid ino last_access_time last_write_time mode mtime mtime_nsec nlink number_of_links rdev size st_atime st_atime_nsec st_birthtime st_birthtime_nsec st_blksize st_blocks st_ctime st_ctime_nsec st_dev st_flags st_gen st_gid st_ino st_lspare st_mode st_mtime st_mtime_nsec st_nlink st_rdev st_size st_uid uid volume_serial_number
Mul Output mul
MulAssign mul_assign
Neg Output neg
Not Output not
Octal fmt
OneSidedRange bound
OpenOptionsExt access_mode attributes custom_flags mode security_qos_flags share_mode
OpenOptionsExt2 freeze_last_access_time freeze_last_write_time
Ord clamp cmp max min
OsStrExt as_bytes encode_wide from_bytes
OsStringExt from_vec from_wide into_vec
PartialEq eq ne
PartialOrd ge gt le lt partial_cmp
Pattern Searcher as_utf8_pattern into_searcher is_contained_in is_prefix_of is_suffix_of strip_prefix_of strip_suffix_of
PermissionsExt from_mode mode set_mode
PinCoerceUnsized
Pointee Metadata
PointeeSized
Pointer fmt
Product product
RandomSource fill_bytes
RangeBounds contains end_bound is_empty start_bound
Read by_ref bytes chain is_read_vectored read read_array read_buf read_buf_exact read_exact read_to_end read_to_string read_vectored take
Reborrow
Receiver Target
RefUnwindSafe
Rem Output rem
RemAssign rem_assign
Residual TryType
ReverseSearcher next_back next_match_back next_reject_back
Searcher haystack next next_match next_reject
Seek rewind seek seek_relative stream_len stream_position
Send
Shl Output shl
ShlAssign shl_assign
Shr Output shr
ShrAssign shr_assign
Sized
SliceIndex Output get get_mut get_unchecked get_unchecked_mut index index_mut
SocketAddrExt as_abstract_name from_abstract_name
StdFloat
StdioExt replace_fd set_fd take_fd
Step backward backward_checked backward_unchecked forward forward_checked forward_unchecked steps_between
StructuralPartialEq
Sub Output sub
SubAssign sub_assign
Sum sum
Sync
TcpStreamExt deferaccept quickack set_deferaccept set_quickack
Termination report
ToOwned Owned clone_into to_owned
ToSocketAddrs Iter to_socket_addrs
ToString to_string
TransmuteFrom transmute
TrivialClone
TrustedLen
TrustedStep
Try Output Residual branch from_output
TryFrom Error try_from
TryInto Error try_into
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
ZeroablePrimitive NonZeroInner
`;

const BY_NAME = new Map(
  LINES.trim()
    .split('\n')
    .map((line) => {
      const [name, ...members] = line.split(' ');
      // Associated types are found by bounds, whatever is in scope.
      return [name!, new Set(members.filter((member) => !/^\p{Lu}.*\p{Ll}/u.test(member)))] as const;
    }),
);

/** What the standard library's traits of a name bring; null where it has no trait of that name. */
export const stdTraitMembers = (name: string): ReadonlySet<string> | null => BY_NAME.get(name) ?? null;
