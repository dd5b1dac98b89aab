# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

include(GenerateExportHeader)

# Until 1.0 a minor version may break what was built with another one.
set(XMPPPRESENCE_SOVERSION ${PROJECT_VERSION_MAJOR})
if(PROJECT_VERSION_MAJOR EQUAL 0)
    string(APPEND XMPPPRESENCE_SOVERSION .${PROJECT_VERSION_MINOR})
endif()

# Qt's own default is another where this is not set, as in an application that embeds us.
set(XMPPPRESENCE_LIBRARY_TYPE STATIC)
if(BUILD_SHARED_LIBS)
    set(XMPPPRESENCE_LIBRARY_TYPE SHARED)
endif()

# xmpppresence_strict(<target>)
#
# What every target of the house is compiled with.
function(xmpppresence_strict target)
    set_target_properties(
        ${target}
        PROPERTIES
            AUTOMOC ON # which an application that embeds us may do without
            CXX_EXTENSIONS OFF
            CXX_VISIBILITY_PRESET hidden
            VISIBILITY_INLINES_HIDDEN ON
    )
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_compile_definitions(
        ${target}
        PRIVATE
            QT_DISABLE_DEPRECATED_UP_TO=0x060B00
            QT_NO_CAST_FROM_ASCII
            QT_NO_CAST_FROM_BYTEARRAY
            QT_NO_CAST_TO_ASCII
            QT_NO_FOREACH
            QT_NO_KEYWORDS
            QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
            QT_NO_URL_CAST_FROM_STRING
            QT_STRICT_ITERATORS
            QT_USE_QSTRINGBUILDER
            QXMPP_DISABLE_DEPRECATED_BEFORE=0x010B00 # QXmppClient.h of 1.14 uses what is deprecated since 1.12
    )
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4)
    else()
        target_compile_options(
            ${target}
            PRIVATE
                -Wall
                -Wcast-qual
                -Wextra
                -Wnon-virtual-dtor
                -Wold-style-cast
                -Woverloaded-virtual
                -Wpedantic
                -Wshadow
                -Wundef
                -Wzero-as-null-pointer-constant
        )
    endif()
endfunction()

# xmpppresence_prepare_library(<component>)
#
# What the libraries XmppPresence::<component> have in common, be they made by CMake or for a QML module by Qt.
function(xmpppresence_prepare_library component)
    set(target XmppPresence${component})
    add_library(XmppPresence::${component} ALIAS ${target})
    xmpppresence_strict(${target})
    set_target_properties(
        ${target}
        PROPERTIES
            EXPORT_NAME ${component}
            POSITION_INDEPENDENT_CODE ON # for static ones in plugins
            SOVERSION ${XMPPPRESENCE_SOVERSION}
            VERSION ${PROJECT_VERSION}
    )
endfunction()

# xmpppresence_finish_qml_module(<component> TARGETS <those that qt_add_qml_module() has made>)
#
# To be called when the module that XmppPresence<component> backs is there. Its plugin is XmppPresence::<component>Plugin.
# A static one comes with the library: Qt by itself links it only to what is a QML module, too.
function(xmpppresence_finish_qml_module component)
    set(plugin XmppPresence${component}plugin)
    add_library(XmppPresence::${component}Plugin ALIAS ${plugin})
    xmpppresence_strict(${plugin})
    set_target_properties(${plugin} PROPERTIES EXPORT_NAME ${component}Plugin)
    if(NOT BUILD_SHARED_LIBS)
        target_link_libraries(XmppPresence${component} INTERFACE ${plugin})
    endif()
    if(XMPPPRESENCE_INSTALL)
        xmpppresence_install_qml_module(${component} ${ARGN})
        xmpppresence_install_library(${component})
    endif()
endfunction()

# xmpppresence_add_library(<component> SOURCES <files> CLASSES <CamelCase names>)
#
# Adds the library XmppPresence::<component> with its export macro XMPPPRESENCE_<COMPONENT>_EXPORT. Each class has its
# header named in lower case beside this, and can be included as <XmppPresence/ClassName>.
function(xmpppresence_add_library component)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;CLASSES")
    set(target XmppPresence${component})
    string(TOLOWER ${component} lower)
    string(TOUPPER ${component} upper)
    set(include_dir ${CMAKE_CURRENT_BINARY_DIR}/include)
    set(export_header ${include_dir}/XmppPresence/xmpppresence_${lower}_export.h)

    add_library(${target} ${XMPPPRESENCE_LIBRARY_TYPE} ${arg_SOURCES})
    xmpppresence_prepare_library(${component})
    generate_export_header(
        ${target}
        BASE_NAME xmpppresence_${lower}
        EXPORT_MACRO_NAME XMPPPRESENCE_${upper}_EXPORT
        STATIC_DEFINE XMPPPRESENCE_${upper}_STATIC_DEFINE
        EXPORT_FILE_NAME ${export_header}
    )
    if(NOT BUILD_SHARED_LIBS)
        target_compile_definitions(${target} PUBLIC XMPPPRESENCE_${upper}_STATIC_DEFINE)
    endif()
    set(headers ${export_header})
    foreach(class IN LISTS arg_CLASSES)
        string(TOLOWER ${class} header)
        set(source ${CMAKE_CURRENT_SOURCE_DIR}/${header}.h)
        set(forwarding ${CMAKE_CURRENT_BINARY_DIR}/installed/${class})
        # In full here, as an application that embeds us may have a file of that name, too.
        file(CONFIGURE OUTPUT ${include_dir}/XmppPresence/${class} CONTENT "#include \"${source}\"\n")
        file(CONFIGURE OUTPUT ${forwarding} CONTENT "#include \"${header}.h\"\n")
        list(APPEND headers ${source} ${forwarding})
    endforeach()
    target_include_directories(
        ${target}
        PUBLIC
            $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}>
            $<BUILD_INTERFACE:${include_dir}>
            $<BUILD_INTERFACE:${include_dir}/XmppPresence>
    )
    if(XMPPPRESENCE_INSTALL)
        # Deferred, as by then all is linked to it.
        list(JOIN headers "\" \"" headers)
        cmake_language(
            EVAL CODE "cmake_language(DEFER CALL xmpppresence_install_library ${component} HEADERS \"${headers}\")"
        )
    endif()
endfunction()

# xmpppresence_add_translations(<variable> <catalogue>)
#
# Sets the variable to a source that has translations/<catalogue>_*.ts in the resource <catalogue>_translations, as
# :/i18n/<catalogue>_<language>.qm.
function(xmpppresence_add_translations variable catalogue)
    file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/translations/${catalogue}_*.ts)
    qt_add_lrelease(TS_FILES ${catalogues} QM_FILES_OUTPUT_VARIABLE files NO_GLOBAL_TARGET)
    list(TRANSFORM files REPLACE ".*/(.*)" "<file>\\1</file>")
    list(JOIN files "" files)
    set(resource ${CMAKE_CURRENT_BINARY_DIR}/${catalogue}_translations.qrc)
    file(CONFIGURE OUTPUT ${resource} CONTENT "<RCC><qresource prefix=\"/i18n\">${files}</qresource></RCC>\n")
    qt_add_resources(source ${resource})
    set(${variable} ${source} PARENT_SCOPE)
endfunction()

# xmpppresence_add_test(<name> LABEL <unit|server> [SOURCES <files>] [LIBRARIES <targets>])
#
# Adds the Qt Test suite <name>, which is in <name>.cpp. Where XMPPPRESENCE_TEST_LAUNCHER is set, as to valgrind and its
# options, that runs it.
function(xmpppresence_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;LIBRARIES")
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    xmpppresence_strict(${name})
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LIBRARIES})
    add_test(NAME ${name} COMMAND ${XMPPPRESENCE_TEST_LAUNCHER} $<TARGET_FILE:${name}>)
    set(timeout 300)
    if(XMPPPRESENCE_TEST_LAUNCHER)
        set(timeout 3000)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${timeout})
endfunction()
