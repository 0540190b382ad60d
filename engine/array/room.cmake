# The loops over elements are worth the compiler's vectorizer, which -O2 of gcc 12 uses very sparingly. errno is not
# asked after sqrt and its like, and the folds' comparisons raise no flag that anyone reads. The loops exist a second
# time for AVX2; no -mfma: products and sums are rounded one by one, as numpy's.
set(nd_flags_cast "")
set(nd_flags_ufunc_loops "-fno-math-errno")
set(nd_flags_ufunc_math "-fno-math-errno")
set(nd_flags_reduce_loops "-fno-math-errno;-fno-trapping-math")
foreach(noun cast ufunc_loops ufunc_math reduce_loops)
  set(flags ${nd_flags_${noun}})
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    list(APPEND flags -O3)
  endif()
  set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/array/${noun}.c PROPERTIES COMPILE_OPTIONS "${flags}")
  if(EXISTS ${CMAKE_SOURCE_DIR}/engine/array/${noun}_avx2.c)
    set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/array/${noun}_avx2.c PROPERTIES
                                COMPILE_OPTIONS "${flags};-mavx2")
  endif()
endforeach()
set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/array/ufunc_wide.c PROPERTIES
                            COMPILE_OPTIONS "-O2;-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mfma")
