// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include "fuzzing.h"
#include "modelmirror.h"

#include <XmppPresence/PresenceItemModel>

// What a view and its model tester see of a model.
struct Observed : ModelMirror
{
    explicit Observed(XmppPresence::PresenceItemModel *model)
        : ModelMirror(model, rolesOf(*model))
    {
    }

    // A tool tip tells an age, which grows by itself.
    static QList<int> rolesOf(const XmppPresence::PresenceItemModel &model)
    {
        auto roles = model.roleNames().keys();
        roles.removeOne(Qt::ToolTipRole);
        return roles;
    }

    void check() const { expect(isRight(), "What a model has told is what it answers"); }
};
