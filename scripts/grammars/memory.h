#include <stddef.h>
#include <stdint.h>

// All memory is free again. Nothing that was given before may be used.
void forget_all(void);
