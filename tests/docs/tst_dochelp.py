#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Qt Creator and Assistant find in xmpppresence.qch what they look for: every page, and the classes and QML types by name.

usage: tst_dochelp.py FOLDER, which has html and xmpppresence.qch
"""

import pathlib
import sqlite3
import sys

folder = pathlib.Path(sys.argv[1])
help_file = sqlite3.connect(f"file:{folder}/xmpppresence.qch?mode=ro", uri=True)


def column(query):
    return {value for value, in help_file.execute(query)}


pages = {path.name for path in folder.glob("html/*.html")}
missing = pages - column("SELECT Name FROM FileNameTable")
assert pages and not missing, f"not in the help: {missing}"
assert {"style/style.css", "images/layers.svg"} <= column("SELECT Name FROM FileNameTable"), "no style, or no picture"
keywords = column("SELECT Name FROM IndexTable")
wanted = {"PresenceTracker", "ContactListModel", "PresenceDelegate", "LoopbackServer", "ContactList", "watchOnce", "showOffline"}
assert wanted <= keywords, f"not in the index: {wanted - keywords}"
namespaces = column("SELECT Name FROM NamespaceTable")
assert len(namespaces) == 1 and all(name.startswith("org.xmpppresence.") for name in namespaces), namespaces
