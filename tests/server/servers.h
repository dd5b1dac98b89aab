// SPDX-FileCopyrightText: 2026 The XmppPresence authors
// SPDX-License-Identifier: LGPL-2.1-or-later

#pragma once

#include <chrono>
#include <memory>

class TestServer;

// Global test data (initTestCase_data()): each test runs on Prosody and on ejabberd.
void addServers();

// One as the running test is to have it: it keeps streams for this long.
std::unique_ptr<TestServer> newServer(std::chrono::seconds resumption);
