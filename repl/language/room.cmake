# Values are written in two halves, tag and payload; reading one back as a whole 16-byte word right after would wait for
# the store buffer. So gcc for x86 copies them by halves too.
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(nnsh_value_moves "-mtune-ctrl=^sse_unaligned_load_optimal;-fno-tree-slp-vectorize")
endif()
# The machine's loop: every instruction ends in a jump of its own, which gcc would merge into one again. One jump for
# all is what a processor predicts worst (nested loops took twice as long).
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
  set_source_files_properties(${CMAKE_SOURCE_DIR}/repl/language/vm.c PROPERTIES COMPILE_OPTIONS
                              "-fno-gcse;-fno-crossjumping;${nnsh_value_moves}")
endif()
