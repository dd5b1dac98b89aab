// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QFont>
#include <QModelIndex>
#include <QRect>
#include <QStyleOptionViewItem>

namespace XmppPresence {

// What a row says.
struct RowTexts
{
    explicit RowTexts(const QModelIndex &index);

    QString name;
    QString status;
    QString age;
    QString devices;
};

// Where the parts of a row are, from left to right.
class RowLayout
{
public:
    RowLayout(const QStyleOptionViewItem &option, const RowTexts &texts);

    QSize size() const;
    void place(const QRect &rect);

    QFont nameFont;
    QFont smallFont;
    QRect icon;
    QRect name;
    QRect status;
    QRect age;
    QRect devices;

private:
    int m_hMargin;
    int m_vMargin;
    QSize m_icon;
    QSize m_name;
    QSize m_status;
    QSize m_age;
    QSize m_devices;
};

const QStyle *styleOf(const QStyleOptionViewItem &option);

} // namespace XmppPresence
