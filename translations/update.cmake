# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# cmake -D LUPDATE=<program> [-D FOLDER=<where the catalogues are>] -P update.cmake
#
# Takes the source texts into the catalogues. A new language is a file of either name here, and a row in the tests.

if(NOT DEFINED FOLDER)
    set(FOLDER ${CMAKE_CURRENT_LIST_DIR})
endif()
get_filename_component(project ${CMAKE_CURRENT_LIST_DIR} DIRECTORY)

function(update catalogue)
    list(TRANSFORM ARGN PREPEND ${project}/ OUTPUT_VARIABLE sources)
    file(GLOB files ${FOLDER}/${catalogue}_*.ts)
    foreach(file IN LISTS files)
        set(options -silent -locations none -extensions cpp,h,qml)
        if(file MATCHES "_en.ts$")
            list(APPEND options -pluralonly) # all else is English
        endif()
        execute_process(
            COMMAND ${LUPDATE} ${options} ${sources} -ts ${file}
            WORKING_DIRECTORY ${project}
            COMMAND_ERROR_IS_FATAL ANY
        )
    endforeach()
endfunction()

update(xmpppresence src qml)
update(xmpppresence-examples examples)
