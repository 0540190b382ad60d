# Each level's file gets its own instruction set; all others keep the baseline, so that the program starts anywhere.
# No -mfma: contraction is off, and the kernels round products and sums one by one so that levels agree.
set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/compute/kernels_avx2.c PROPERTIES COMPILE_OPTIONS "-mavx2")
set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/compute/kernels_avx512.c PROPERTIES
                            COMPILE_OPTIONS "-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl")
# The small products do fuse: see small_gemm.h.
set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/compute/small_gemm_avx2.c
                            ${CMAKE_SOURCE_DIR}/engine/compute/product64_avx2.c PROPERTIES
                            COMPILE_OPTIONS "-mavx2;-mfma")
set_source_files_properties(${CMAKE_SOURCE_DIR}/engine/compute/small_gemm_avx512.c
                            ${CMAKE_SOURCE_DIR}/engine/compute/product64_avx512.c PROPERTIES
                            COMPILE_OPTIONS "-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-mfma")
