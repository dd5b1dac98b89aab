// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <chrono>
#include <memory>

class TestServer;

// Global test data (initTestCase_data()): each test runs on Prosody, and with XMPPPRESENCE_EJABBERD set in the
// environment on ejabberd, too, which on a busy machine hangs once in a while as it starts.
void addServers();

// One as the running test is to have it: it keeps streams for this long.
std::unique_ptr<TestServer> newServer(std::chrono::seconds resumption);
