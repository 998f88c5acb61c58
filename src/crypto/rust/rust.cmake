# Builds the crates of this folder into one static library: target myelin_native.
find_program(CARGO cargo HINTS $ENV{HOME}/.cargo/bin REQUIRED)
set(rust_folder ${CMAKE_CURRENT_SOURCE_DIR}/rust)
set(rust_library ${rust_folder}/target/release/libmyelin_crypto.a)
file(GLOB rust_sources CONFIGURE_DEPENDS ${rust_folder}/src/*.rs)
add_custom_command(
    OUTPUT ${rust_library}
    # Cargo leaves a library alone that is up to date; the touch tells ninja so.
    COMMAND ${CARGO} build --release --locked --quiet --manifest-path ${rust_folder}/Cargo.toml
        --target-dir ${rust_folder}/target
    COMMAND ${CMAKE_COMMAND} -E touch ${rust_library}
    DEPENDS ${rust_sources} ${rust_folder}/Cargo.toml ${rust_folder}/Cargo.lock
    COMMENT "Building the signature crates"
    VERBATIM)
add_custom_target(myelin_native_build DEPENDS ${rust_library})
add_library(myelin_native INTERFACE)
add_dependencies(myelin_native myelin_native_build)
target_link_libraries(myelin_native INTERFACE ${rust_library} pthread dl m)
