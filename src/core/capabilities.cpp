// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "capabilities_p.h"

#include <QPointer>
#include <QTimer>
#include <QXmppClient.h>
#include <QXmppDiscoveryIq.h>
#include <QXmppDiscoveryManager.h>
#include <QXmppGlobal.h>
#include <QXmppPresence.h>
#include <QXmppTask.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace XmppPresence {

using namespace Qt::StringLiterals;

// How long one device may keep others waiting that announce the same.
static constexpr std::chrono::seconds maxSilence{30};

static QString versionOf(const QXmppPresence &stanza)
{
    return QString::fromLatin1(stanza.capabilityVer().toBase64());
}

static QString stringOf(const QXmppPresence &stanza)
{
    return stanza.capabilityHash() + u'\n' + versionOf(stanza);
}

// The node of all that a device has, unless it is of the days before XEP-0115 had hashes.
static QString nodeOf(const QXmppPresence &stanza)
{
    if (stanza.capabilityHash().isEmpty())
        return {};
    return stanza.capabilityNode() + u'#' + versionOf(stanza);
}

#if QXMPP_VERSION >= QT_VERSION_CHECK(1, 12, 0)
using Info = QXmppDiscoInfo;

// What QXmpp itself has kept is not asked for: it may be of a former device of that name.
static auto request(QXmppDiscoveryManager *discovery, const QString &fullJid, const QString &node)
{
    return discovery->info(fullJid, node, QXmppDiscoveryManager::CachePolicy::Strict);
}

static QByteArray versionOf(const Info &info)
{
    return info.calculateEntityCapabilitiesHash();
}

static QList<QXmppDataForm> formsOf(const Info &info)
{
    return info.dataForms();
}
#else
using Info = QXmppDiscoveryIq;

static auto request(QXmppDiscoveryManager *discovery, const QString &fullJid, const QString &node)
{
    return discovery->requestDiscoInfo(fullJid, node);
}

static QByteArray versionOf(const Info &info)
{
    return info.verificationString();
}

static QList<QXmppDataForm> formsOf(const Info &info)
{
    return {info.form()};
}
#endif

static bool hasSeparator(const QString &text)
{
    return text.contains(u'<');
}

// What a client says of itself (XEP-0232), if anything.
static bool isOfSoftware(const QXmppDataForm &form)
{
    const auto fields = form.fields();
    return form.isNull() || std::ranges::any_of(fields, [](const QXmppDataForm::Field &field) {
        return field.key() == "FORM_TYPE"_L1 && field.value().toString() == "urn:xmpp:dataforms:softwareinfo"_L1;
    });
}

// The string that is hashed has all parts joined by "<", and does not say which is a feature (XEP-0115, section 5.1):
// other answers may have the same hash.
static bool isUnambiguous(const Info &info)
{
    const auto identities = info.identities();
    return std::ranges::all_of(formsOf(info), isOfSoftware) && std::ranges::none_of(info.features(), hasSeparator)
        && std::ranges::none_of(identities, [](const auto &identity) {
               return hasSeparator(identity.category()) || hasSeparator(identity.type())
                   || hasSeparator(identity.language()) || hasSeparator(identity.name());
           });
}

bool Capabilities::supports(
    QXmppClient *client, const QString &fullJid, const QXmppPresence &stanza, const QString &feature)
{
    if (stanza.capabilityNode().isEmpty())
        return false;
    const auto string = stringOf(stanza);
    if (const auto *features = m_features.object(string))
        return features->contains(feature);
    if (const auto features = m_ownFeatures.constFind(fullJid);
        features != m_ownFeatures.constEnd() && features->string == string)
        return features->features.contains(feature);
    auto &question = m_questions[string];
    question.waiting.insert(fullJid);
    if (question.asked.isEmpty()) {
        question.asked = fullJid;
        question.number = ++m_asked;
        ask(client, fullJid, stanza);
    }
    return false;
}

void Capabilities::ask(QXmppClient *client, const QString &fullJid, const QXmppPresence &stanza)
{
    const auto string = stringOf(stanza);
    auto *discovery = client ? client->findExtension<QXmppDiscoveryManager>() : nullptr;
    if (!discovery) {
        m_questions.remove(string);
        return;
    }
    const auto number = m_questions.value(string).number;
    const auto isOpen = [this, string, number] { return m_questions.value(string).number == number; };
    QTimer::singleShot(maxSilence, this, [this, isOpen, string, fullJid, number] {
        if (isOpen())
            giveUp(string, fullJid, number);
    });
    request(discovery, fullJid, nodeOf(stanza)).then(this, [this, isOpen, fullJid, stanza, number](auto &&result) {
        const auto *error = std::get_if<QXmppError>(&result);
        if (const auto *info = std::get_if<Info>(&result))
            answer(fullJid, stanza, number, info->features(), isUnambiguous(*info) ? versionOf(*info) : QByteArray());
        else if (error->isStanzaError())
            answer(fullJid, stanza, number);
        else if (isOpen()) // the connection is lost, and nothing learned
            m_interrupted += m_questions.take(stringOf(stanza)).waiting;
    });
}

// What does not match the string is true of the device itself at most (XEP-0115, section 5.4).
void Capabilities::answer(const QString &fullJid, const QXmppPresence &stanza, quint64 number,
    const QStringList &features, const QByteArray &version)
{
    const auto string = stringOf(stanza);
    const bool isAsked = m_questions.value(string).asked == fullJid;
    const bool isVerified =
        stanza.capabilityHash() == "sha-1"_L1 && !version.isEmpty() && version == stanza.capabilityVer();
    const bool isShared = isVerified && m_features.insert(string, new QStringList(features), features.size() + 1);
    if (!isShared && (isAsked || m_ownFeatures.contains(fullJid))) // it has not gone meanwhile
        keep(fullJid, {string, features, number});
    if (isAsked)
        close(string);
    else
        tell({fullJid});
}

// Unless it is the answer to an older question, of what the device announced before.
void Capabilities::keep(const QString &fullJid, const OwnFeatures &features)
{
    if (m_ownFeatures.value(fullJid).number <= features.number)
        m_ownFeatures.insert(fullJid, features);
}

// Until it answers after all, the silent device is taken to have nothing, so that another one is asked next.
void Capabilities::giveUp(const QString &string, const QString &fullJid, quint64 number)
{
    keep(fullJid, {string, {}, number});
    m_questions[string].waiting.remove(fullJid);
    close(string);
}

// Whoever waited is to ask again: the answer is there, or another device is asked.
void Capabilities::close(const QString &string)
{
    tell(m_questions.take(string).waiting);
}

void Capabilities::resume()
{
    tell(std::exchange(m_interrupted, {}));
}

void Capabilities::tell(const QSet<QString> &fullJids)
{
    const QPointer guard(this);
    for (const auto &fullJid : fullJids) {
        if (guard)
            Q_EMIT learned(fullJid);
    }
}

void Capabilities::forget(const QString &fullJid)
{
    m_ownFeatures.remove(fullJid);
    m_interrupted.remove(fullJid);
    QStringList open;
    for (auto [string, question] : m_questions.asKeyValueRange()) {
        question.waiting.remove(fullJid);
        if (question.asked == fullJid)
            open.append(string);
    }
    const QPointer guard(this);
    for (const auto &string : std::as_const(open)) {
        if (guard)
            close(string);
    }
}

} // namespace XmppPresence
