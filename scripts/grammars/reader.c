// What a program calls: room for a text, reading it, and what the grammar calls its kinds and fields.
#include <time.h>
#include "columns.h"
#include "language.h"
#include "memory.h"

#define EXPORT(name) __attribute__((export_name(name)))

extern const TSLanguage *GRAMMAR(void);

// Milliseconds.
__attribute__((import_module("host"), import_name("now"))) double host_now(void);

int clock_gettime(clockid_t clock, struct timespec *time) {
  (void)clock;
  double now = host_now();
  time->tv_sec = (time_t)(now / 1000);
  time->tv_nsec = (long)((now - (double)time->tv_sec * 1000) * 1e6);
  return 0;
}

static char *text;
static uint32_t text_bytes;

// The whole rest at once.
static const char *rest(void *payload, uint32_t from, TSPoint point, uint32_t *bytes) {
  (void)payload, (void)point;
  *bytes = from < text_bytes ? text_bytes - from : 0;
  return text + (from < text_bytes ? from : 0);
}

// The text before is forgotten, with its columns.
EXPORT("room") char *room(uint32_t bytes) {
  forget_all();
  text_bytes = bytes;
  return text = malloc(bytes);
}

// NULL if it took longer.
EXPORT("read") const Columns *read_text(uint32_t microseconds) {
  TSParser *parser = ts_parser_new();
  ts_parser_set_timeout_micros(parser, microseconds);
  if (!ts_parser_set_language(parser, GRAMMAR())) __builtin_trap();
  TSInput input = {.payload = NULL, .read = rest, .encoding = TSInputEncodingUTF16LE};
  TSTree *tree = ts_parser_parse(parser, NULL, input);
  return tree ? columns_of(tree, 1) : NULL;
}

EXPORT("kindCount") uint32_t kind_count(void) { return ts_language_symbol_count(GRAMMAR()); }

// NULL if no node has this number.
EXPORT("kindName") const char *kind_name(uint32_t kind) {
  const TSLanguage *language = GRAMMAR();
  bool is_kind = ts_language_symbol_metadata(language, kind).visible && ts_language_public_symbol(language, kind) == kind;
  return is_kind ? ts_language_symbol_name(language, kind) : NULL;
}

EXPORT("isNamed") uint32_t is_named(uint32_t kind) { return ts_language_symbol_metadata(GRAMMAR(), kind).named; }

EXPORT("fieldCount") uint32_t field_count(void) { return ts_language_field_count(GRAMMAR()); }

EXPORT("fieldName") const char *field_name(uint32_t field) { return ts_language_field_name_for_id(GRAMMAR(), field); }
