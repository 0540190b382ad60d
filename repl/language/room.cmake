# The machine's loop: every instruction ends in a jump of its own, which gcc would merge into one again. One jump for
# all is what a processor predicts worst (nested loops took twice as long).
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
  set_source_files_properties(${CMAKE_SOURCE_DIR}/repl/language/vm.c PROPERTIES COMPILE_OPTIONS
                              "-fno-gcse;-fno-crossjumping")
endif()
