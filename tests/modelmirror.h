// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QHash>
#include <QStringList>

// Lets models tell what they have gathered.
inline void turn()
{
    QCoreApplication::processEvents();
}

inline QStringList column(const QAbstractItemModel &model, int role)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data(role).toString());
    return texts;
}

// A view that believes every signal of a model and looks at nothing else: the roles that dataChanged names, the rows
// that rowsInserted brings. It comes with Qt's own tester of models.
class ModelMirror : public QObject
{
    Q_OBJECT

public:
    using Row = QHash<int, QVariant>;

    explicit ModelMirror(QAbstractItemModel *model)
        : ModelMirror(model, model->roleNames().keys())
    {
    }

    ModelMirror(QAbstractItemModel *model, const QList<int> &watchedRoles)
        : m_tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , m_model(model)
        , m_roles(watchedRoles)
    {
        connect(model, &QAbstractItemModel::modelReset, this, [this] { reset(); });
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] { reset(); }); // sorting proxies do that
        connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            log(QStringLiteral("insert"), first, last);
            for (int row = first; row <= last; ++row)
                rows.insert(row, read(row));
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            log(QStringLiteral("remove"), first, last);
            rows.remove(first, last - first + 1);
        });
        connect(model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int first, int last, const QModelIndex &, int to) {
                log(QStringLiteral("move"), first, to);
                auto moved = rows.mid(first, last - first + 1);
                rows.remove(first, moved.size());
                auto at = to > first ? to - int(moved.size()) : to;
                for (auto &row : moved)
                    rows.insert(at++, std::move(row));
            });
        connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) {
                log(QStringLiteral("change"), topLeft.row(), bottomRight.row());
                changedRoles = roles;
                for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
                    for (const int role : roles)
                        take(row, role);
                }
            });
        reset();
    }

    // What the model says now, if asked for everything.
    QList<Row> truth() const
    {
        QList<Row> all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(read(row));
        return all;
    }

    bool isRight() const { return rows == truth(); }

    QStringList takeLog() { return std::exchange(m_log, {}); }

    QList<Row> rows;
    QList<int> changedRoles; // of the last dataChanged

private:
    void reset()
    {
        rows = truth();
        m_log.append(QStringLiteral("reset"));
    }
    Row read(int row) const
    {
        Row data;
        for (const int role : m_roles)
            data.insert(role, m_model->index(row, 0).data(role));
        return data;
    }
    void take(int row, int role)
    {
        if (rows[row].contains(role))
            rows[row][role] = m_model->index(row, 0).data(role);
    }
    void log(const QString &what, int first, int last)
    {
        m_log.append(QStringLiteral("%1 %2 %3").arg(what).arg(first).arg(last));
    }

    QAbstractItemModelTester m_tester;
    QAbstractItemModel *m_model;
    QList<int> m_roles;
    QStringList m_log;
};
