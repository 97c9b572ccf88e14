// The generated parser with two of its macros replaced: it asks the library for each character by two calls through pointers.
#include "tree_sitter/parser.h"
#include "lexer.h"

// Goes on by one character where that takes two bytes of UTF-16, as the next one does, and no line ends between them.
static inline __attribute__((always_inline)) void go_on(TSLexer *data, bool skip) {
  Lexer *self = (Lexer *)data;
  uint32_t next = self->current_position.bytes - self->chunk_start + 2;
  if (self->lookahead_size == 2 && data->lookahead != '\n' && next + 2 <= self->chunk_size) {
    uint16_t unit = *(const uint16_t *)(self->chunk + next);
    if ((unit & 0xf800) != 0xd800) {
      self->current_position.bytes += 2;
      self->current_position.extent.column += 2;
      if (skip) self->token_start_position = self->current_position;
      data->lookahead = unit;
      return;
    }
  }
  data->advance(data, skip);
}

// There is one range of text, the first.
static inline __attribute__((always_inline)) bool is_at_end(const TSLexer *data) {
  return ((const Lexer *)data)->current_included_range_index != 0;
}

static inline __attribute__((always_inline)) void mark(TSLexer *data) {
  Lexer *self = (Lexer *)data;
  self->token_end_position = self->current_position;
}

#undef START_LEXER
#define START_LEXER()   \
  bool result = false;  \
  bool skip = false;    \
  UNUSED                \
  bool eof = false;     \
  int32_t lookahead;    \
  goto start;           \
  next_state:           \
  go_on(lexer, skip);   \
  start:                \
  skip = false;         \
  lookahead = lexer->lookahead;

#undef ACCEPT_TOKEN
#define ACCEPT_TOKEN(symbol_value)     \
  result = true;                       \
  lexer->result_symbol = symbol_value; \
  mark(lexer);

#include "generated.c"
