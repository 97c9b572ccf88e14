/** Traits of other crates that many import, with the members that they bring: each name a stable part of its crate's interface. */
const OTHERS: Readonly<Record<string, string>> = {
  'thiserror::Error': '',
  'anyhow::Context': 'context with_context',
  'clap::Parser': 'parse try_parse parse_from try_parse_from update_from try_update_from',
  'clap::Args': 'augment_args augment_args_for_update group_id',
  'clap::Subcommand': 'augment_subcommands augment_subcommands_for_update has_subcommand',
  'clap::ValueEnum': 'value_variants from_str to_possible_value',
  'tracing::Instrument': 'instrument in_current_span',
  'schemars::JsonSchema': 'schema_name schema_id json_schema inline_schema',
};

const NUMBERS = 'bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes';

const each = (prefix: string, words: string): string =>
  words
    .split(' ')
    .map((word) => prefix + word)
    .join(' ');

/** The traits of serde 1.0, below its root and by the modules that have them. */
const SERDE: Readonly<Record<string, string>> = {
  'de::Error':
    'custom invalid_type invalid_value invalid_length unknown_variant unknown_field missing_field duplicate_field',
  'de::Expected': 'fmt',
  'de::Deserialize': 'deserialize deserialize_in_place',
  'de::DeserializeOwned': '',
  'de::DeserializeSeed': 'deserialize',
  'de::Deserializer': [
    each('deserialize_', NUMBERS),
    'deserialize_any deserialize_string deserialize_byte_buf deserialize_option deserialize_unit deserialize_unit_struct',
    'deserialize_newtype_struct deserialize_seq deserialize_tuple deserialize_tuple_struct deserialize_map deserialize_struct',
    'deserialize_enum deserialize_identifier deserialize_ignored_any is_human_readable',
    '__deserialize_content __deserialize_content_v1',
  ].join(' '),
  'de::Visitor': [
    each('visit_', NUMBERS),
    'expecting visit_borrowed_str visit_string visit_borrowed_bytes visit_byte_buf visit_none visit_some visit_unit',
    'visit_newtype_struct visit_seq visit_map visit_enum __private_visit_untagged_option',
  ].join(' '),
  'de::SeqAccess': 'next_element_seed next_element size_hint',
  'de::MapAccess': 'next_key_seed next_value_seed next_entry_seed next_key next_value next_entry size_hint',
  'de::EnumAccess': 'variant_seed variant',
  'de::VariantAccess': 'unit_variant newtype_variant_seed newtype_variant tuple_variant struct_variant',
  'de::IntoDeserializer': 'into_deserializer',
  'ser::Error': 'custom',
  'ser::Serialize': 'serialize',
  'ser::Serializer': [
    each('serialize_', NUMBERS),
    'serialize_none serialize_some serialize_unit serialize_unit_struct serialize_unit_variant serialize_newtype_struct',
    'serialize_newtype_variant serialize_seq serialize_tuple serialize_tuple_struct serialize_tuple_variant serialize_map',
    'serialize_struct serialize_struct_variant collect_seq collect_map collect_str is_human_readable',
  ].join(' '),
  'ser::SerializeSeq': 'serialize_element end',
  'ser::SerializeTuple': 'serialize_element end',
  'ser::SerializeTupleStruct': 'serialize_field end',
  'ser::SerializeTupleVariant': 'serialize_field end',
  'ser::SerializeMap': 'serialize_key serialize_value serialize_entry end',
  'ser::SerializeStruct': 'serialize_field skip_field end',
  'ser::SerializeStructVariant': 'serialize_field skip_field end',
};

const ROOT = /^(?:Ser|Deser)ializer?$/;

const KNOWN = new Map<string, ReadonlySet<string>>();
for (const [path, members] of Object.entries(OTHERS)) KNOWN.set(path, wordsOf(members));
for (const crate of ['serde', 'serde_core'])
  for (const [path, members] of Object.entries(SERDE)) {
    const name = path.slice(path.indexOf('::') + 2);
    KNOWN.set(`${crate}::${path}`, wordsOf(members));
    if (ROOT.test(name)) KNOWN.set(`${crate}::${name}`, wordsOf(members));
  }

function wordsOf(members: string): ReadonlySet<string> {
  return new Set(members.split(' ').filter(Boolean));
}

/** What a trait brings that is imported by this path; undefined for one that is not listed. */
export const wellKnownTrait = (path: string): ReadonlySet<string> | undefined => KNOWN.get(path);
