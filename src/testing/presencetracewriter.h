// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_testing_export.h"

#include <QObject>

#include <memory>

class QIODevice;

namespace XmppPresence {

class PresenceTracker;
class PresenceTraceWriterPrivate;

/*!
    \class XmppPresence::PresenceTraceWriter
    \inmodule XmppPresence
    \inheaderfile XmppPresence/PresenceTraceWriter
    \brief The PresenceTraceWriter class records what a client receives of presence, for PresenceTracePlayer to play it.

    \snippet testing.cpp writer

    A trace is a file of JSON lines. The first one names the format, each other has the \c time in milliseconds since
    the trace began, and what happened: a \c stanza, its XML as it came, or an \c event, which is \c begun (a session,
    of the \c account with this full JID), \c lost (the connection, and the session may be resumed), \c resumed, or
    \c ended (the session, for good).

    \badcode
    {"anonymous":true,"xmpppresence-trace":1}
    {"account":"user1@domain1.example/resource1","event":"begun","time":310}
    {"stanza":"<presence xmlns=\"jabber:client\" from=\"user2@domain1.example/resource2\"/>","time":342}
    \endcode

    The roster is not in it, nor is what the client sends: that it has entered a room is to be said again when the trace
    is played, see PresenceTracePlayer. \c{watch --record FILE} records an account from the command line.

    \section1 Privacy

    A trace of Privacy::Anonymous has invented names in place of the real ones, the same each time: of a JID the node,
    the domain and the resource each (\c{user1@domain1.example/resource1}), so that it is still seen who is at one
    domain, and which contacts call a device alike; nicknames as resources; texts of people (\c text1), avatar hashes,
    and the IDs of stanzas. Case and Unicode form of node and domain are lost.

    What stays is the type, show and priority of presence, conditions of errors, affiliations, roles and status codes of
    rooms, languages, entity capabilities, which tell the client that somebody uses, and all times. All else, such as
    elements that nobody knows here, is left out. So a trace still tells when people are there: ask them before it is
    made public.

    It lives in the thread of the tracker, and writes until it, the client or the tracker is destroyed. The device is to
    outlive it.
*/
class XMPPPRESENCE_TESTING_EXPORT PresenceTraceWriter : public QObject
{
    Q_OBJECT

public:
    /*!
        Whose names are in a trace.

        \value AsItCame the real ones
        \value Anonymous invented ones
    */
    enum class Privacy { AsItCame, Anonymous };
    Q_ENUM(Privacy)

    /*!
        Records what the client that \a tracker has now receives from now on to \a device, which is open for writing,
        with the names that \a privacy says. \a parent is that of any QObject. Without a client it records nothing, and
        warns. A device that takes no more is warned of once.
    */
    PresenceTraceWriter(
        PresenceTracker *tracker, QIODevice *device, Privacy privacy = Privacy::AsItCame, QObject *parent = nullptr);
    ~PresenceTraceWriter() override;

private:
    const std::unique_ptr<PresenceTraceWriterPrivate> d;
};

} // namespace XmppPresence
