// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "recording.h"

#include "options.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using Privacy = XmppPresence::PresenceTraceWriter::Privacy;

// When people are there is nobody else's business. What has come is in the file, however the program ends.
Recording::Recording(XmppPresence::PresenceTracker *tracker, const Options &options)
    : m_file(options.record)
{
    if (options.record.isEmpty())
        return;
    if (m_file.open(
            QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner)) {
        if (QFileInfo(m_file).isFile()) // and no device
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // one that was there before, too
        m_writer.emplace(tracker, &m_file, options.isAnonymous ? Privacy::Anonymous : Privacy::AsItCame);
    }
    if (const auto failed = failure())
        throw Failure(*failed);
}

std::optional<Failure> Recording::failure() const
{
    if (m_file.error() == QFile::NoError)
        return {};
    return Failure{ExitStatus::OtherFailure, u"Cannot write %1: %2"_s.arg(m_file.fileName(), m_file.errorString())};
}
