// Memory for one text at a time: what was given is forgotten all at once, so no tree is ever taken apart.
#include "memory.h"
#include <string.h>

extern unsigned char __heap_base;

// In front of each block stands its class, and its size where the class has no size of its own.
#define HEADER 8
#define PAGE 65536
// Classes of 16 bytes up to 256, then of powers of two up to 64 KB; larger blocks are as large as was asked.
#define SMALL_CLASSES 16
#define LARGE 25
#define LARGEST_OF_CLASS 65536

static uintptr_t next, end;
static void *freed[LARGE];

static unsigned class_of(size_t size) {
  if (size <= 256) return size == 0 ? 1 : (unsigned)(size + 15) / 16;
  return size > LARGEST_OF_CLASS ? LARGE : SMALL_CLASSES + 24 - (unsigned)__builtin_clz((unsigned)size - 1);
}

static size_t size_of_class(unsigned class) {
  return class <= SMALL_CLASSES ? class * 16 : (size_t)256 << (class - SMALL_CLASSES);
}

static size_t size_of(const void *block) {
  const uint32_t *header = (const uint32_t *)((const char *)block - HEADER);
  return header[0] == LARGE ? header[1] : size_of_class(header[0]);
}

void forget_all(void) {
  next = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  end = (uintptr_t)__builtin_wasm_memory_size(0) * PAGE;
  memset(freed, 0, sizeof freed);
}

static void reserve(size_t size) {
  if (size <= end - next) return;
  size_t pages = (size - (end - next) + PAGE - 1) / PAGE;
  if (pages < 16) pages = 16;
  if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
  end += pages * PAGE;
}

void *malloc(size_t size) {
  unsigned class = class_of(size);
  if (class < LARGE && freed[class]) {
    void *block = freed[class];
    freed[class] = *(void **)block;
    return block;
  }
  size_t room = class == LARGE ? (size + 15) & ~(size_t)15 : size_of_class(class);
  reserve(room + HEADER);
  uint32_t *header = (uint32_t *)next;
  header[0] = class;
  header[1] = (uint32_t)room;
  next += room + HEADER;
  return header + 2;
}

void free(void *block) {
  if (!block) return;
  unsigned class = *(uint32_t *)((char *)block - HEADER);
  if (class < LARGE) {
    *(void **)block = freed[class];
    freed[class] = block;
  } else if ((uintptr_t)block + size_of(block) == next) {
    next = (uintptr_t)block - HEADER;
  }
}

void *calloc(size_t count, size_t size) {
  void *block = malloc(count * size);
  return memset(block, 0, count * size);
}

void *realloc(void *block, size_t size) {
  if (!block) return malloc(size);
  size_t had = size_of(block);
  if (size <= had) return block;
  void *larger = malloc(size);
  memcpy(larger, block, had);
  free(block);
  return larger;
}
