// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Any bytes as what a server may send: the children of a stream, read by QXmpp and handed to tracker and models. These
// keep to what views rely on, and no text for display has anything in it that it must not have.

#include "fuzzing.h"
#include "observed.h"
#include "presenceextension_p.h"
#include "rosterclient.h"

#include <QXmlStreamReader>

#include <QXmppE2eeMetadata.h>

#include <XmppPresence/ContactListModel>
#include <XmppPresence/LeaveReason>
#include <XmppPresence/PresenceModel>
#include <XmppPresence/PresenceTracker>
#include <XmppPresence/PresenceWatcher>
#include <XmppPresence/ResourceModel>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace XmppPresence;
using Role = PresenceItemModel::Role;

static const auto juliet = u"juliet@example.org"_s;

class Application
{
public:
    explicit Application(QXmppClient *client)
        : m_client(client)
        , m_tracker(client)
        , m_peers(&m_tracker)
        , m_devices(&m_tracker, juliet)
        , m_watcher(&m_tracker, juliet)
    {
        m_contacts.setTracker(&m_tracker);
        m_contacts.setShowStrangers(true);
        m_contacts.setSections(ContactListModel::Sections::ByAvailability);
        wholeTurn(); // the tracker extends the client
    }

    void receive(const QDomElement &element);
    void check();

private:
    QXmppClient *m_client;
    PresenceTracker m_tracker;
    PresenceModel m_peers;
    ResourceModel m_devices;
    ContactListModel m_contacts;
    PresenceWatcher m_watcher;
    Observed m_observedPeers{&m_peers};
    Observed m_observedDevices{&m_devices};
    Observed m_observedContacts{&m_contacts};
};

static void checkPlain(const QString &text)
{
    static constexpr qsizetype longest = 10'000; // several texts in one, at most
    const auto isForbidden = [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
            || (c >= u'\u202a' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
    };
    expect(text.size() <= longest && std::ranges::none_of(text, isForbidden), "A text is fit for display");
}

// Rich text of our own, in which the network has written nothing but text.
static void checkToolTip(const QString &html)
{
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement)
            expect(reader.name() == "p"_L1 || reader.name() == "br"_L1, "A tool tip has our own elements alone");
    }
    expect(!reader.hasError() || html.isEmpty(), "A tool tip is well-formed");
}

static void checkRow(const QModelIndex &index)
{
    static constexpr std::array texts{int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Role::NameRole),
        int(Role::AvailabilityTextRole), int(Role::StatusTextRole), int(Role::ResourceRole), int(Role::ErrorTextRole),
        int(Role::ErrorConditionRole), int(Role::PhotoHashRole), int(Role::CapabilitiesNodeRole),
        int(Role::CapabilitiesVersionRole), int(Role::SectionRole), int(Role::NicknameRole), int(Role::RealJidRole)};
    for (const int role : texts)
        checkPlain(index.data(role).toString());
    checkToolTip(index.data(Qt::ToolTipRole).toString());
    const int priority = index.data(Role::PriorityRole).toInt();
    expect(priority >= -128 && priority <= 127, "A priority is one of RFC 6121");
    for (const int role : {int(Role::SinceRole), int(Role::IdleSinceRole)}) {
        const auto time = index.data(role).toDateTime();
        expect(!time.isValid() || (time.toMSecsSinceEpoch() >= 0 && time <= QDateTime::currentDateTimeUtc()),
            "A time is between 1970 and now");
    }
}

static void checkModel(const PresenceItemModel &model, const Observed &observed)
{
    observed.check();
    for (int row = 0; row < model.rowCount(); ++row)
        checkRow(model.index(row));
}

void Application::receive(const QDomElement &element)
{
    m_client->findExtension<PresenceExtension>()->handleStanza(element, {});
    if (element.tagName() != "presence"_L1)
        return;
    QXmppPresence stanza;
    stanza.parse(element);
    leaveReason(stanza);
    Q_EMIT m_client->presenceReceived(stanza);
    m_tracker.supports(stanza.from(), u"urn:xmpp:jingle:1"_s);
}

void Application::check()
{
    wholeTurn();
    checkModel(m_peers, m_observedPeers);
    checkModel(m_devices, m_observedDevices);
    checkModel(m_contacts, m_observedContacts);
    checkPlain(m_watcher.statusText());
    checkPlain(m_watcher.errorText());
    const auto peers = m_tracker.peers();
    expectEqual(m_peers.rowCount(), int(peers.size()), "The rows of a PresenceModel");
    for (const auto &peer : peers)
        expectEqual(m_tracker.resources(peer).isEmpty(), !m_tracker.mostAvailable(peer), "Nobody is most available");
}

// It lives as long as the process.
static RosterClient &clientWithContact()
{
    auto *client = new RosterClient;
    client->push(juliet, u"subscription='both' name='Juliet'"_s);
    return *client;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static RosterClient &client = clientWithContact();

    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
    QDomDocument document;
    if (!document.setContent(
            "<stream xmlns='jabber:client'>" + bytes + "</stream>", QDomDocument::ParseOption::UseNamespaceProcessing))
        return -1;

    Application application(&client);
    for (auto element = document.documentElement().firstChildElement(); !element.isNull();
        element = element.nextSiblingElement()) {
        application.receive(element);
        if (element.tagName() == "turn"_L1) // of the event loop: models gather what comes in one
            application.check();
    }
    application.check();
    return 0;
}
