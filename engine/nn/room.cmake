# Loops over channels that become vectors only at this level.
foreach(file op_conv op_pool op_norm)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/nn/${file}.c PROPERTIES COMPILE_OPTIONS "-O3")
endforeach()
