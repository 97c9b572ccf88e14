#include <stdint.h>
#include "tree_sitter/api.h"

// A tree in preorder. src/languages/flatten/open-reader.ts reads it: each field is a number of 32 bits.
typedef struct {
  uint32_t size, error_count;
  uint16_t *kind;
  uint32_t *start, *end;
  int32_t *parent;
  uint32_t *after;
  uint16_t *field;
  // ERROR and MISSING nodes.
  uint32_t *errors;
} Columns;

// Offsets are of units: bytes are shifted by `shift`.
const Columns *columns_of(const TSTree *tree, unsigned shift);
