// Goes to each node of a tree once, through the library's own structures: its cursor computes rows, columns and numbers of descendants, which nobody
// asks for here.
#include "columns.h"
#include <stdlib.h>
#include "language.h"
#include "subtree.h"
#include "tree.h"

// A subtree whose children are being visited: of a node, or of a rule that is no node.
typedef struct {
  const Subtree *next;
  uint32_t left;
  // Children that are no extras (comments) so far.
  uint32_t structural;
  uint32_t position;
  // The node that the children lie below.
  uint32_t node;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields, *fields_end;
  // Of a rule that is no node: the field that it stands in, which is that of its nodes.
  TSFieldId field;
  bool is_node, is_first;
} Level;

static Columns columns;
static Level *levels;
static uint32_t depth, depth_limit;
static const TSLanguage *language;
static unsigned unit_shift;

static void allocate(uint32_t size) {
  columns = (Columns){
    .kind = malloc(size * sizeof(uint16_t)),
    .start = malloc(size * sizeof(uint32_t)),
    .end = malloc(size * sizeof(uint32_t)),
    .parent = malloc(size * sizeof(int32_t)),
    .after = malloc(size * sizeof(uint32_t)),
    .field = malloc(size * sizeof(uint16_t)),
    .errors = NULL,
  };
  depth = 0;
  depth_limit = 256;
  levels = malloc(depth_limit * sizeof(Level));
}

static void enter(Subtree tree, uint32_t position, uint32_t node, TSFieldId field, bool is_node) {
  if (depth == depth_limit) {
    depth_limit *= 2;
    levels = realloc(levels, depth_limit * sizeof(Level));
  }
  Level *level = &levels[depth++];
  *level = (Level){
    .next = ts_subtree_children(tree),
    .left = tree.ptr->child_count,
    .position = position,
    .node = node,
    .aliases = ts_language_alias_sequence(language, tree.ptr->production_id),
    .field = field,
    .is_node = is_node,
    .is_first = true,
  };
  ts_language_field_map(language, tree.ptr->production_id, &level->fields, &level->fields_end);
}

static TSFieldId field_of(const Level *level) {
  for (const TSFieldMapEntry *entry = level->fields; entry < level->fields_end; entry++)
    if (!entry->inherited && entry->child_index == level->structural) return entry->field_id;
  return level->is_node ? 0 : level->field;
}

static uint32_t add(Subtree tree, TSSymbol symbol, uint32_t start, int32_t parent, TSFieldId field) {
  uint32_t node = columns.size++;
  uint32_t end = start + ts_subtree_size(tree).bytes;
  bool is_error = symbol == ts_builtin_sym_error;
  columns.kind[node] = is_error ? 0 : symbol;
  columns.start[node] = start >> unit_shift;
  columns.end[node] = end >> unit_shift;
  columns.parent[node] = parent;
  columns.after[node] = node + 1;
  columns.field[node] = field;
  if (columns.errors && (is_error || (start == end && ts_subtree_missing(tree))))
    columns.errors[columns.error_count++] = node;
  return node;
}

static void visit(Level *level, Subtree child) {
  if (!level->is_first) level->position += ts_subtree_padding(child).bytes;
  level->is_first = false;
  uint32_t start = level->position;
  level->position += ts_subtree_size(child).bytes;
  TSSymbol alias = 0;
  TSFieldId field = 0;
  if (!ts_subtree_extra(child)) {
    if (level->aliases) alias = level->aliases[level->structural];
    field = field_of(level);
    level->structural++;
  }
  bool has_nodes = ts_subtree_visible_child_count(child) > 0;
  if (!alias && !ts_subtree_visible(child)) {
    if (has_nodes) enter(child, start, level->node, field, false);
    return;
  }
  TSSymbol symbol = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(child));
  uint32_t node = add(child, symbol, start, (int32_t)level->node, field);
  // A token has no children (Python's `not in` has two, which nobody needs).
  bool is_token = symbol != ts_builtin_sym_error && !language->symbol_metadata[symbol].named;
  if (has_nodes && !is_token) enter(child, start, node, 0, true);
}

const Columns *columns_of(const TSTree *tree, unsigned shift) {
  language = tree->language;
  unit_shift = shift;
  Subtree root = tree->root;
  uint32_t size = ts_subtree_visible_descendant_count(root) + 1;
  allocate(size);
  if (ts_subtree_error_cost(root) > 0) columns.errors = malloc(size * sizeof(uint32_t));
  uint32_t start = ts_subtree_padding(root).bytes;
  add(root, ts_language_public_symbol(language, ts_subtree_symbol(root)), start, -1, 0);
  if (ts_subtree_child_count(root) > 0) enter(root, start, 0, 0, true);
  while (depth > 0) {
    Level *level = &levels[depth - 1];
    if (level->left == 0) {
      if (level->is_node) columns.after[level->node] = columns.size;
      depth--;
    } else {
      level->left--;
      visit(level, *level->next++);
    }
  }
  return &columns;
}
