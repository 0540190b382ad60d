# Modules written in the language (python/*.py) become a C file with their texts.
file(GLOB embedded CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/repl/modules/python/*.py)
set(embedded_c ${CMAKE_BINARY_DIR}/embedded_modules.c)
add_custom_command(OUTPUT ${embedded_c}
  COMMAND ${CMAKE_COMMAND} -DOUT=${embedded_c} -DFOLDER=${CMAKE_SOURCE_DIR}/repl/modules/python
          -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${embedded} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
  VERBATIM)
target_sources(modules PRIVATE ${embedded_c})
