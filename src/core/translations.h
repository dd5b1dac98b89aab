// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "xmpppresence_core_export.h"

#include <QLocale>

namespace XmppPresence {

/*!
    \relates XmppPresence::PresenceItemModel

    Has the texts of this library and of its QML module in the language of \a locale, instead of that of an earlier
    call. Returns false if it has none of the languages of \a locale: the texts are then in English.

    There are English, German, French, Spanish and Arabic. Call it when there is an application, and before there are
    views; QQmlEngine::retranslate() reaches those that are there.

    \snippet values.cpp translations
*/
XMPPPRESENCE_CORE_EXPORT bool installTranslations(const QLocale &locale = QLocale());

} // namespace XmppPresence
