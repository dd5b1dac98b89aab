# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Debian packages, one for each install component: cmake --workflow --preset packages

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The XmppPresence authors <xmpppresence@example.org>" CACHE STRING "Who makes the packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/qml ${PROJECT_BINARY_DIR}/src/core
    ${PROJECT_BINARY_DIR}/src/testing ${PROJECT_BINARY_DIR}/qml/testing
)

# debian_package(<component> <package> <one line> <text> [COMPONENTS <it depends on>] [DEPENDS <packages>]
#                [SECTION <other than libs>])
function(debian_package component package line text)
    if(NOT component IN_LIST CPACK_COMPONENTS_ALL)
        return()
    endif()
    cmake_parse_arguments(PARSE_ARGV 4 arg "" "SECTION" "COMPONENTS;DEPENDS")
    string(TOUPPER ${component} upper)
    list(JOIN arg_DEPENDS ", " depends)
    if(NOT arg_SECTION)
        set(arg_SECTION libs)
    endif()
    set(CPACK_COMPONENT_${upper}_DEPENDS ${arg_COMPONENTS} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_DESCRIPTION "${line}\n${about}\n${text}" PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${arg_SECTION} PARENT_SCOPE)
    if(component IN_LIST XMPPPRESENCE_COMPONENTS)
        set(CPACK_DEBIAN_${upper}_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/triggers PARENT_SCOPE)
    endif()
    install(
        FILES
            ${PROJECT_SOURCE_DIR}/cmake/debian/copyright
            ${package_dir}/changelog.gz
            ${package_dir}/changelog.Debian.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package}
        COMPONENT ${component}
    )
endfunction()

function(compress from to)
    execute_process(COMMAND gzip -9nc ${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(cmake/debian/changelog.in ${package_dir}/changelog.Debian)
compress(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${package_dir}/changelog.gz)
compress(${package_dir}/changelog.Debian ${package_dir}/changelog.Debian.gz)

get_property(XMPPPRESENCE_COMPONENTS GLOBAL PROPERTY XMPPPRESENCE_COMPONENTS)
get_cmake_property(CPACK_COMPONENTS_ALL COMPONENTS)
list(REMOVE_ITEM CPACK_COMPONENTS_ALL Unspecified)
set(about "XmppPresence tells a Qt application who of its XMPP contacts is there, on\nwhich device, and in what mood.")

debian_package(
    Core libxmpppresencecore${XMPPPRESENCE_SOVERSION}
    "presence of XMPP contacts for Qt applications"
    "This is its core: the tracker and the models."
)
debian_package(
    Widgets libxmpppresencewidgets${XMPPPRESENCE_SOVERSION}
    "presence of XMPP contacts in Qt Widgets"
    "This is its item delegate for contact lists."
    COMPONENTS Core
)
debian_package(
    Qml libxmpppresenceqml${XMPPPRESENCE_SOVERSION}
    "presence of XMPP contacts in QML (library)"
    "This is the library behind its QML module."
    COMPONENTS Core
)
debian_package(
    QmlModule qml6-module-xmpppresence
    "presence of XMPP contacts in QML"
    "This is its QML module, with a contact list and what it is made of."
    COMPONENTS Qml
    DEPENDS qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-templates
            qt6-svg-plugins
)
debian_package(
    Testing libxmpppresencetesting${XMPPPRESENCE_SOVERSION}
    "presence of XMPP contacts in tests of Qt applications"
    "This is its test kit, with a loopback server and a recorder of signals."
    COMPONENTS Core
)
debian_package(
    QmlTesting libxmpppresenceqmltesting${XMPPPRESENCE_SOVERSION}
    "presence of XMPP contacts in tests in QML (library)"
    "This is the library behind the QML module of its test kit."
    COMPONENTS Testing
)
debian_package(
    QmlTestingModule qml6-module-xmpppresence-testing
    "presence of XMPP contacts in tests in QML"
    "This is the QML module of its test kit, with an account that needs no server."
    COMPONENTS QmlModule QmlTesting
    DEPENDS qml6-module-qttest
)
debian_package(
    Development libxmpppresence-dev
    "presence of XMPP contacts for Qt applications (development)"
    "These are the headers, and what CMake and pkg-config need."
    COMPONENTS Core Widgets Qml QmlModule Testing QmlTesting QmlTestingModule
    DEPENDS libqxmppqt6-dev qt6-base-dev qt6-declarative-dev
    SECTION libdevel
)
debian_package(
    Documentation libxmpppresence-doc
    "presence of XMPP contacts for Qt applications (documentation)"
    "This is its manual, as HTML and for Qt Creator and Qt Assistant."
    SECTION doc
)
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_ARCHITECTURE all)
include(CPack)
