# part(NAME DEPS ...): the folder's sources as a static library, its *_test.cpp as one test program,
# each *_fuzz.cpp as a fuzz target and each *_bench.cpp as a benchmark.
set(MYELIN_WARNINGS -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align
    -Woverloaded-virtual -Wmissing-declarations)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees uninitialised values in std::optional and overflows of growing vectors where there
    # are none (fixed in 13).
    list(APPEND MYELIN_WARNINGS -Wduplicated-cond -Wlogical-op -Wno-maybe-uninitialized
         -Wno-stringop-overflow)
else()
    # FIELDS of a struct that only this file sees: nobody there asks for its field names.
    list(APPEND MYELIN_WARNINGS -Wno-unused-const-variable)
endif()

function(part name)
    cmake_parse_arguments(PART "" "" "DEPS;LINK;TEST_DEPS" ${ARGN})
    file(GLOB_RECURSE all CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    # A subfolder with a CMakeLists.txt of its own is a part by itself.
    file(GLOB_RECURSE inner CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt)
    foreach(list ${inner})
        get_filename_component(folder ${list} DIRECTORY)
        list(FILTER all EXCLUDE REGEX "^${folder}/")
    endforeach()
    set(sources ${all})
    set(tests ${all})
    list(FILTER sources EXCLUDE REGEX "_(test|fuzz|bench|main)\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")

    if(sources)
        add_library(${name} STATIC ${sources})
        target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
        target_compile_options(${name} PRIVATE ${MYELIN_WARNINGS})
        target_link_libraries(${name} PUBLIC ${PART_DEPS} ${PART_LINK} fmt::fmt)
    else()
        add_library(${name} INTERFACE)
        target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR}/src)
        target_link_libraries(${name} INTERFACE ${PART_DEPS} ${PART_LINK} fmt::fmt)
    endif()

    if(tests)
        add_executable(${name}_test ${tests})
        target_compile_options(${name}_test PRIVATE ${MYELIN_WARNINGS})
        target_link_libraries(${name}_test PRIVATE ${name} ${PART_TEST_DEPS}
            GTest::gtest_main Threads::Threads)
        target_compile_definitions(${name}_test PRIVATE
            MYELIN_VECTORS="${PROJECT_SOURCE_DIR}/tests/vectors"
            MYELIN_SOURCE="${PROJECT_SOURCE_DIR}")
        add_test(NAME ${name} COMMAND ${name}_test --gtest_brief=1)
        set_tests_properties(${name} PROPERTIES LABELS fast)
    endif()

    foreach(file ${all})
        get_filename_component(stem ${file} NAME_WE)
        if(MYELIN_FUZZ AND file MATCHES "_fuzz\\.cpp$")
            add_executable(${stem} ${file})
            target_link_libraries(${stem} PRIVATE ${name} ${PART_TEST_DEPS})
            target_link_options(${stem} PRIVATE -fsanitize=fuzzer)
        elseif(file MATCHES "_bench\\.cpp$")
            add_executable(${stem} EXCLUDE_FROM_ALL ${file})
            target_link_libraries(${stem} PRIVATE ${name} ${PART_TEST_DEPS}
                benchmark::benchmark_main)
            target_compile_definitions(${stem} PRIVATE
                MYELIN_VECTORS="${PROJECT_SOURCE_DIR}/tests/vectors")
        endif()
    endforeach()
endfunction()
