// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "jid_p.h"

#include <QUrl>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <string_view>

#include <unicode/uidna.h>
#include <unicode/usprep.h>

namespace XmppPresence {

using namespace Qt::StringLiterals;

static constexpr qsizetype maxPartBytes = 1023; // RFC 7622, section 3.1

// UTF-16 never has more code units than UTF-8 has bytes, so a text in such a buffer that overflows is too long anyway.
using PartBuffer = QVarLengthArray<char16_t, maxPartBytes + 1>;

static bool isUsableSize(QStringView part)
{
    return !part.isEmpty() && part.size() <= maxPartBytes && part.toUtf8().size() <= maxPartBytes;
}

// The fast path: what is ASCII and normal already, which nearly every JID from a server is.

// Some of the ASCII characters. Every JID that comes is asked for each of its characters: a look-up is several times
// faster than comparisons.
class CharSet
{
public:
    consteval explicit CharSet(bool (*has)(char16_t))
    {
        for (size_t c = 0; c < m_has.size(); ++c)
            m_has[c] = has(char16_t(c));
    }
    constexpr bool contains(QChar c) const { return c.unicode() < m_has.size() && m_has[c.unicode()]; }

private:
    std::array<bool, 128> m_has{};
};

static constexpr CharSet printable([](char16_t c) { return c >= u' ' && c <= u'~'; });
static constexpr CharSet plainNode([](char16_t c) {
    constexpr std::u16string_view forbidden = u" \"&'/:<>@";
    const bool isUpperCase = c >= u'A' && c <= u'Z';
    return printable.contains(c) && !isUpperCase && forbidden.find(c) == std::u16string_view::npos;
});
static constexpr CharSet plainDomain([](char16_t c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.' || c == u'_';
});

static bool isPlain(QStringView part, const CharSet &set)
{
    return !part.isEmpty() && part.size() <= maxPartBytes
        && std::ranges::all_of(part, [&set](QChar c) { return set.contains(c); });
}

// No plain label is empty, begins with "xn--" or has, for simplicity, two hyphens in a row.
static bool isPlainDomain(QStringView domain)
{
    QChar last = u'.';
    for (const auto c : domain) {
        const bool isDoubled = c == last && (c == u'.' || c == u'-');
        if (isDoubled || !plainDomain.contains(c))
            return false;
        last = c;
    }
    return last != u'.' && domain.size() <= maxPartBytes;
}

// The slow path: ICU decides.

// Stringprep knows Unicode 3.2; what is newer passes, as in servers: this is a query (RFC 3454, section 7).
static UErrorCode prepare(QStringView part, const UStringPrepProfile *profile, PartBuffer &prepared)
{
    UErrorCode status = U_ZERO_ERROR;
    prepared.resize(prepared.capacity());
    const auto size = usprep_prepare(profile, part.utf16(), int32_t(part.size()), prepared.data(),
        int32_t(prepared.size()), USPREP_ALLOW_UNASSIGNED, nullptr, &status);
    prepared.resize(U_SUCCESS(status) ? size : 0);
    return status;
}

static const UStringPrepProfile *openProfile(UStringPrepProfileType type)
{
    UErrorCode status = U_ZERO_ERROR;
    return usprep_openByType(type, &status);
}

static std::optional<QString> normalNode(QStringView node)
{
    static const auto *const nodeprep = openProfile(USPREP_RFC3920_NODEPREP);
    PartBuffer prepared;
    if (!isUsableSize(node) || U_FAILURE(prepare(node, nodeprep, prepared)) || !isUsableSize(prepared))
        return {};
    return QString(prepared);
}

static std::optional<QString> normalIpLiteral(QStringView domain)
{
    QUrl url;
    url.setHost(domain.toString());
    if (!url.isValid() || url.host().isEmpty())
        return {};
    return QString(u'[' + url.host() + u']');
}

static const UIDNA *openIdna()
{
    UErrorCode status = U_ZERO_ERROR;
    return uidna_openUTS46(
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
        &status);
}

static bool isDomainCharOrUnicode(QChar c)
{
    return plainDomain.contains(c) || c > u'\x7f';
}

static std::optional<QString> normalDomain(QStringView domain)
{
    if (!isUsableSize(domain))
        return {};
    if (domain.startsWith(u'['))
        return normalIpLiteral(domain);

    static const auto *const idna = openIdna();
    // Host names with hyphens in odd places exist, whatever IDNA thinks of them.
    constexpr uint32_t harmless = UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
    PartBuffer buffer(maxPartBytes + 1);
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto size = uidna_nameToUnicode(
        idna, domain.utf16(), int32_t(domain.size()), buffer.data(), int32_t(buffer.size()), &info, &status);
    if (U_FAILURE(status) || (info.errors & ~harmless))
        return {};

    QStringView normal(buffer.constData(), size);
    if (normal.endsWith(u'.')) // RFC 7622, section 3.2
        normal.chop(1);
    if (!isUsableSize(normal) || !std::ranges::all_of(normal, isDomainCharOrUnicode))
        return {};
    return normal.toString();
}

// A resource is never changed, only refused; the forbidden code points are those of RFC 6122, appendix B.
static bool isUsableResource(QStringView resource)
{
    if (isPlain(resource, printable))
        return true;
    static const auto *const resourceprep = openProfile(USPREP_RFC3920_RESOURCEPREP);
    PartBuffer prepared;
    if (!isUsableSize(resource))
        return false;
    // People mix scripts in a nickname: the direction of the text is no reason to refuse it.
    const auto status = prepare(resource, resourceprep, prepared);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR || status == U_STRINGPREP_CHECK_BIDI_ERROR;
}

static bool isNormalBare(QStringView bare)
{
    const auto at = bare.indexOf(u'@');
    return (at < 0 || isPlain(bare.first(at), plainNode)) && isPlainDomain(bare.sliced(at + 1));
}

static std::optional<QString> normalBare(QStringView bare)
{
    const auto at = bare.indexOf(u'@');
    auto domain = normalDomain(bare.sliced(at + 1));
    if (at < 0 || !domain)
        return domain;
    const auto node = normalNode(bare.first(at));
    if (!node)
        return {};
    return QString(*node + u'@' + *domain);
}

bool Jid::hasUsableResource() const
{
    return isBare() || isUsableResource(resource());
}

std::optional<Jid> Jid::fromString(const QString &text)
{
    auto jid = asItIs(text);
    if (!jid.hasUsableResource())
        return {};
    if (isNormalBare(jid.bare()))
        return jid;
    const auto normal = normalBare(jid.bare());
    return normal ? std::optional(Jid(*normal + QStringView(text).sliced(jid.bare().size()), normal->size()))
                  : std::nullopt;
}

} // namespace XmppPresence
