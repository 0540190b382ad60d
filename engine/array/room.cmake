# The loops over elements are worth the compiler's vectorizer, which -O2 of gcc 12 uses very sparingly.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  foreach(noun cast ufunc_loops ufunc_math reduce_loops)
    if(EXISTS ${CMAKE_SOURCE_DIR}/engine/array/${noun}.c)
      set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/array/${noun}.c PROPERTIES COMPILE_OPTIONS -O3)
    endif()
  endforeach()
endif()
