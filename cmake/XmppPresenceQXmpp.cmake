# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Finds QXmpp; or builds it, where there is no package of it, with XMPPPRESENCE_FETCH_QXMPP. Its sources are fetched, or
# taken from where FETCHCONTENT_SOURCE_DIR_QXMPP says.

function(xmpppresence_fetch_qxmpp)
    include(FetchContent)
    FetchContent_Declare(
        qxmpp
        GIT_REPOSITORY https://github.com/qxmpp-project/qxmpp.git
        GIT_TAG af48badfcf3f57bab7923db6ade30e81eadef378 # v1.10.2
        SYSTEM
    )
    set(CMAKE_POLICY_DEFAULT_CMP0077 NEW) # these are options of QXmpp
    set(BUILD_EXAMPLES OFF)
    set(BUILD_OMEMO OFF)
    set(BUILD_SHARED "${BUILD_SHARED_LIBS}")
    set(BUILD_TESTS OFF)
    set(WITH_GSTREAMER OFF)
    set(WITH_QCA OFF)
    set(CMAKE_COMPILE_WARNING_AS_ERROR OFF)
    set(CMAKE_UNITY_BUILD OFF)
    set(QT_VERSION_MAJOR 6)
    FetchContent_MakeAvailable(qxmpp)
    add_library(QXmpp::QXmpp ALIAS QXmppQt6)
    target_include_directories(QXmppQt6 INTERFACE $<BUILD_INTERFACE:${qxmpp_BINARY_DIR}/src>) # qxmpp_export.h
endfunction()

if(XMPPPRESENCE_FETCH_QXMPP)
    find_package(Qt6 6.8 REQUIRED COMPONENTS Network Xml)
    xmpppresence_fetch_qxmpp()
else()
    find_package(QXmppQt6 1.10 REQUIRED GLOBAL)
endif()
