# Asio and Beast compiled once, in a library of their own, in place of in each file that uses them.
if(NOT TARGET asio_beast)
    set(source ${CMAKE_BINARY_DIR}/asio_beast.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT
        "#include <boost/asio/impl/src.hpp>\n#include <boost/beast/src.hpp>\n")
    add_library(asio_beast STATIC ${source})
    target_compile_definitions(asio_beast PUBLIC
        BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
    target_link_libraries(asio_beast PUBLIC boost_system Threads::Threads)
endif()
