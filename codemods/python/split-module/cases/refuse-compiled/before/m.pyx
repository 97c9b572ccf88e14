cdef int x
