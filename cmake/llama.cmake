# The target `llama`: llama.cpp's prebuilt library as tools/fetch_models puts it into .deps.
# Without it everything else still builds; the gguf backend then says what to do.
set(LLAMA_DIR ${PROJECT_SOURCE_DIR}/.deps/llama)
add_library(llama INTERFACE)
target_compile_definitions(llama INTERFACE MYELIN_DEPS="${PROJECT_SOURCE_DIR}/.deps")
if(EXISTS ${LLAMA_DIR}/lib/libllama.so AND EXISTS ${LLAMA_DIR}/include/llama.h)
    target_include_directories(llama SYSTEM INTERFACE ${LLAMA_DIR}/include)
    target_link_libraries(llama INTERFACE ${LLAMA_DIR}/lib/libllama.so ${LLAMA_DIR}/lib/libggml.so
        ${LLAMA_DIR}/lib/libggml-base.so)
    target_link_options(llama INTERFACE -Wl,-rpath,${LLAMA_DIR}/lib)
    target_compile_definitions(llama INTERFACE MYELIN_HAS_LLAMA=1)
else()
    message(WARNING "llama.cpp is not in .deps: run tools/fetch_models, then configure again "
        "(until then the gguf backend and validators cannot start)")
endif()
