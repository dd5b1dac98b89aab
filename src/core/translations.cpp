// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#include "translations.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

// Must not be in a namespace.
static void initResources()
{
    Q_INIT_RESOURCE(xmpppresence_translations);
}

namespace XmppPresence {

using namespace Qt::StringLiterals;

bool installTranslations(const QLocale &locale)
{
    initResources();
    static QPointer<QTranslator> translator;
    delete translator;
    translator = new QTranslator(QCoreApplication::instance());
    return translator->load(locale, u"xmpppresence"_s, u"_"_s, u":/i18n"_s)
        && QCoreApplication::installTranslator(translator);
}

} // namespace XmppPresence
