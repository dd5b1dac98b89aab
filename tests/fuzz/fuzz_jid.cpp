// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Any text as a JID: what the fast paths and the buffers of Jid make of it is what ICU makes of its parts.

#include "fuzzing.h"

#include "jid_p.h"

#include <algorithm>
#include <array>

#include <unicode/uidna.h>
#include <unicode/usprep.h>

using namespace Qt::StringLiterals;
using namespace XmppPresence;

static constexpr qsizetype maxPartBytes = 1023;
using Buffer = std::array<char16_t, 8192>;

static bool isUsableSize(const QString &part)
{
    return !part.isEmpty() && part.toUtf8().size() <= maxPartBytes;
}

static UErrorCode prepared(const QString &part, UStringPrepProfileType type, QString &result)
{
    Buffer buffer;
    UErrorCode status = U_ZERO_ERROR;
    auto *const profile = usprep_openByType(type, &status);
    const auto size = usprep_prepare(profile, QStringView(part).utf16(), int32_t(part.size()), buffer.data(),
        int32_t(buffer.size()), USPREP_ALLOW_UNASSIGNED, nullptr, &status);
    usprep_close(profile);
    result = U_SUCCESS(status) ? QString(QStringView(buffer.data(), size)) : QString();
    return status;
}

static std::optional<QString> nodeByIcu(const QString &node)
{
    QString normal;
    if (!isUsableSize(node) || U_FAILURE(prepared(node, USPREP_RFC3920_NODEPREP, normal)) || !isUsableSize(normal))
        return {};
    return normal;
}

static bool isOfHostNames(const QString &domain)
{
    return std::ranges::all_of(
        domain, [](QChar c) { return c.unicode() >= 0x80 || c.isLower() || c.isDigit() || "-._"_L1.contains(c); });
}

static std::optional<QString> domainByIcu(const QString &domain)
{
    static constexpr uint32_t options =
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
    static constexpr uint32_t hyphens =
        UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
    UErrorCode status = U_ZERO_ERROR;
    static const auto *const idna = uidna_openUTS46(options, &status);
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    Buffer buffer;
    const auto size = uidna_nameToUnicode(idna, QStringView(domain).utf16(), int32_t(domain.size()), buffer.data(),
        int32_t(buffer.size()), &info, &status);
    if (!isUsableSize(domain) || U_FAILURE(status) || (info.errors & ~hyphens))
        return {};
    QString normal(QStringView(buffer.data(), size));
    if (normal.endsWith(u'.'))
        normal.chop(1);
    return isUsableSize(normal) && isOfHostNames(normal) ? std::optional(normal) : std::nullopt;
}

// Forbidden is what resourceprep forbids (RFC 6122, appendix B), but no direction of the text.
static bool isUsableResource(const QString &resource)
{
    QString ignored;
    const auto status = prepared(resource, USPREP_RFC3920_RESOURCEPREP, ignored);
    return isUsableSize(resource) && (U_SUCCESS(status) || status == U_STRINGPREP_CHECK_BIDI_ERROR);
}

static std::optional<QString> byIcu(const QString &text)
{
    const auto slash = text.indexOf(u'/');
    const auto bare = slash < 0 ? text : text.first(slash);
    const auto at = bare.indexOf(u'@');
    const auto node = at < 0 ? QString() : nodeByIcu(bare.first(at));
    const auto domain = domainByIcu(bare.sliced(at + 1));
    if (!node || !domain || (slash >= 0 && !isUsableResource(text.sliced(slash + 1))))
        return {};
    return (at < 0 ? QString() : *node + u'@') + *domain + (slash < 0 ? QString() : text.sliced(slash));
}

static void checkParts(const Jid &jid)
{
    const auto bare = jid.bare().toString();
    expectEqual(QString(bare + (jid.isBare() ? QString() : u'/' + jid.resource().toString())), jid.full(), "All parts");
    expect(!bare.contains(u'/'), "A bare JID has no slash");
    const auto again = Jid::fromString(jid.full());
    expectEqual(again ? again->full() : QString(), jid.full(), "The normal form of a normal form");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(QByteArrayView(data, qsizetype(size)));
    const auto jid = Jid::fromString(text);
    const auto domain = text.section(u'/', 0, 0).section(u'@', 1);
    const bool isLiteral = text.startsWith(u'[') || domain.startsWith(u'['); // of an IP address: QUrl decides
    if (!isLiteral)
        expectEqual(jid ? jid->full() : QString(), byIcu(text).value_or(QString()), "The normal form");
    if (jid)
        checkParts(*jid);
    return 0;
}
