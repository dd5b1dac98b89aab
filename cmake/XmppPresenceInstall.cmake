# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# What `cmake --install` brings to users. Of the install components, Core, Widgets, Qml, Testing and QmlTesting are the
# libraries, QmlModule and QmlTestingModule what QML imports, Development all that it takes to build with them, and Documentation
# says so itself.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

# Libraries that belong together find each other, wherever they are installed.
set(origin $ORIGIN)
if(APPLE)
    set(origin @loader_path)
endif()
set(given_rpath ${CMAKE_INSTALL_RPATH}) # to which qt_standard_project_setup() will add what is for programs

set(XMPPPRESENCE_INSTALL_QMLDIR "${QT6_INSTALL_QML}" CACHE STRING "Where QML modules go, below the prefix")
set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/XmppPresence)
set(package_dir ${PROJECT_BINARY_DIR}/package)

# xmpppresence_install_library(<component> [HEADERS <files>])
#
# To be called when all is linked to XmppPresence<component>: what it needs is read from there.
function(xmpppresence_install_library component)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS")
    set(target XmppPresence${component})
    set_property(TARGET ${target} PROPERTY INSTALL_RPATH ${given_rpath} ${origin})
    install(
        TARGETS ${target}
        EXPORT ${target}Targets
        RUNTIME COMPONENT ${component}
        LIBRARY COMPONENT ${component} NAMELINK_COMPONENT Development
        ARCHIVE COMPONENT Development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
    )
    install(FILES ${arg_HEADERS} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/XmppPresence COMPONENT Development)
    install(EXPORT ${target}Targets NAMESPACE XmppPresence:: DESTINATION ${config_dir} COMPONENT Development)
    set_property(GLOBAL APPEND PROPERTY XMPPPRESENCE_COMPONENTS ${component})
    xmpppresence_write_dependencies(${component})
    xmpppresence_write_pkgconfig(${component})
endfunction()

# Sets the variable to what is linked to the target, in the property that is named.
function(xmpppresence_libraries variable target property)
    get_target_property(libraries ${target} ${property})
    list(TRANSFORM libraries REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1")
    list(FILTER libraries EXCLUDE REGEX "^Qt6::.*Private$") # comes with its public part
    list(REMOVE_DUPLICATES libraries)
    set(${variable} ${libraries} PARENT_SCOPE)
endfunction()

# What a user of the component has to find, in the order in which it is to be found.
function(xmpppresence_write_dependencies component)
    xmpppresence_libraries(libraries XmppPresence${component} INTERFACE_LINK_LIBRARIES)
    foreach(library IN LISTS libraries)
        if(library MATCHES "^Qt6::([A-Za-z0-9]+)$")
            string(APPEND text "find_dependency(Qt6 6.8 COMPONENTS ${CMAKE_MATCH_1})\n")
        elseif(library STREQUAL "QXmpp::QXmpp")
            string(APPEND text "find_dependency(QXmppQt6 1.10)\n")
        elseif(library MATCHES "^ICU::(.+)$")
            string(APPEND text "find_dependency(ICU COMPONENTS ${CMAKE_MATCH_1})\n")
        elseif(library MATCHES "^XmppPresence::(.+)$")
            string(APPEND text "include(\"\${CMAKE_CURRENT_LIST_DIR}/XmppPresence${CMAKE_MATCH_1}.cmake\")\n")
            string(APPEND text "if(NOT XmppPresence_FOUND)\n    return()\nendif()\n")
        endif()
    endforeach()
    string(APPEND text "include(\"\${CMAKE_CURRENT_LIST_DIR}/XmppPresence${component}Targets.cmake\")\n")
    set(file ${package_dir}/XmppPresence${component}.cmake)
    file(CONFIGURE OUTPUT ${file} CONTENT "${text}" @ONLY)
    install(FILES ${file} DESTINATION ${config_dir} COMPONENT Development)
endfunction()

function(xmpppresence_write_pkgconfig component)
    xmpppresence_libraries(public XmppPresence${component} INTERFACE_LINK_LIBRARIES)
    xmpppresence_pkgconfig_names(requires ${public})
    # pkg-config wants all that is named to be installed, which what a shared library links for itself need not be.
    if(NOT BUILD_SHARED_LIBS)
        xmpppresence_libraries(all XmppPresence${component} LINK_LIBRARIES)
        xmpppresence_pkgconfig_names(private ${all})
        list(REMOVE_ITEM private ${requires})
        string(TOUPPER ${component} upper)
        set(cflags " -DXMPPPRESENCE_${upper}_STATIC_DEFINE")
    endif()
    list(JOIN requires " " requires)
    list(JOIN private " " private)
    set(base "\${prefix}") # of what is relative
    cmake_path(APPEND base ${CMAKE_INSTALL_LIBDIR} OUTPUT_VARIABLE libdir)
    cmake_path(APPEND base ${CMAKE_INSTALL_INCLUDEDIR} OUTPUT_VARIABLE includedir)
    cmake_path(
        RELATIVE_PATH CMAKE_INSTALL_PREFIX
        BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
        OUTPUT_VARIABLE prefix
    )
    set(file ${package_dir}/XmppPresence${component}.pc)
    configure_file(${PROJECT_SOURCE_DIR}/cmake/XmppPresence.pc.in ${file} @ONLY)
    install(FILES ${file} DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT Development)
endfunction()

# Sets the variable to the names that pkg-config knows the libraries by.
function(xmpppresence_pkgconfig_names variable)
    foreach(library IN LISTS ARGN)
        if(library MATCHES "^(Qt6|XmppPresence)::([A-Za-z0-9]+)$")
            list(APPEND names ${CMAKE_MATCH_1}${CMAKE_MATCH_2})
        elseif(library STREQUAL "QXmpp::QXmpp")
            list(APPEND names QXmppQt6 Qt6Network Qt6Xml) # which its headers include, and its own file does not name
        elseif(library MATCHES "^ICU::(.+)$")
            list(APPEND names icu-${CMAKE_MATCH_1})
        endif()
    endforeach()
    set(${variable} ${names} PARENT_SCOPE)
endfunction()

# xmpppresence_install_package()
#
# What find_package() reads, with all components that were installed before this call.
function(xmpppresence_install_package)
    get_property(components GLOBAL PROPERTY XMPPPRESENCE_COMPONENTS)
    # Until 1.0 a minor version may break what was built with another one.
    set(compatibility SameMajorVersion)
    if(PROJECT_VERSION_MAJOR EQUAL 0)
        set(compatibility SameMinorVersion)
    endif()
    configure_package_config_file(
        ${PROJECT_SOURCE_DIR}/cmake/XmppPresenceConfig.cmake.in
        ${package_dir}/XmppPresenceConfig.cmake
        INSTALL_DESTINATION ${config_dir}
        PATH_VARS XMPPPRESENCE_INSTALL_QMLDIR
    )
    write_basic_package_version_file(${package_dir}/XmppPresenceConfigVersion.cmake COMPATIBILITY ${compatibility})
    install(
        FILES ${package_dir}/XmppPresenceConfig.cmake ${package_dir}/XmppPresenceConfigVersion.cmake
        DESTINATION ${config_dir}
        COMPONENT Development
    )
endfunction()

# xmpppresence_install_qml_module(<component> TARGETS <those that qt_add_qml_module() has made>)
#
# Installs the plugin of the QML module that XmppPresence<component> backs, its qmldir, types and QML files; and as a
# static library whatever an application has to link.
function(xmpppresence_install_qml_module component)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "TARGETS")
    qt_query_qml_module(
        XmppPresence${component}
        TARGET_PATH path
        PLUGIN_TARGET plugin
        QMLDIR qmldir
        TYPEINFO typeinfo
        QML_FILES files
        QML_FILES_DEPLOY_PATHS paths
    )
    set(destination ${XMPPPRESENCE_INSTALL_QMLDIR}/${path})
    cmake_path(ABSOLUTE_PATH destination BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} OUTPUT_VARIABLE module)
    cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY ${module} OUTPUT_VARIABLE libraries)
    set_property(TARGET ${plugin} PROPERTY INSTALL_RPATH ${given_rpath} ${origin}/${libraries})
    install(
        TARGETS ${plugin} ${arg_TARGETS}
        EXPORT XmppPresence${component}Targets
        LIBRARY DESTINATION ${destination} COMPONENT ${component}Module
        ARCHIVE DESTINATION ${destination} COMPONENT Development
        OBJECTS DESTINATION ${CMAKE_INSTALL_LIBDIR}/XmppPresence COMPONENT Development
    )
    install(FILES ${qmldir} ${typeinfo} DESTINATION ${destination} COMPONENT ${component}Module)
    foreach(file deploy_path IN ZIP_LISTS files paths)
        cmake_path(GET deploy_path PARENT_PATH folder)
        install(FILES ${file} DESTINATION ${destination}/${folder} COMPONENT ${component}Module)
    endforeach()
endfunction()
