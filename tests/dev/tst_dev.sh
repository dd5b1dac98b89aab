#!/bin/sh
# SPDX-FileCopyrightText: 2026 The XmppPresence authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# shellcheck disable=SC2016 # what is in single quotes is for the fake programs to expand

# What cmake/dev decides, does and says, on machines made of fake programs.

set -eu

source=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
failures=0
mirror=
display=

# --- Machines ---------------------------------------------------------------------------------

# A machine with nothing but a shell and its everyday tools.
new_machine() {
    test=$1
    box="$work/$test"
    tree="$box/a tree"
    calls="$box/calls"
    cache="$box/home/.cache/xmpppresence"
    mkdir -p "$box/bin" "$box/home" "$tree/cmake"
    cp -R "$source/cmake/dev" "$source/cmake/packages" "$tree/cmake"
    : >"$calls"
    for tool in cat chmod dirname env flock grep head ln mkdir mv rm sed setpriv sh sha256sum \
        sleep sort sync tail touch uname; do
        ln -s "$(command -v "$tool")" "$box/bin"
    done
    uid 0
    fake true :
    fake df 'echo Avail; echo 9999999'
}

tools='abidw c++ clang++ cmake codespell gcovr git gnuplot ninja prosody erl reuse valgrind Xvfb'

# What it takes to make packages, and to try them.
has_packages() {
    has_qt_and_qxmpp
    has_apt 6.10
    has_mmdebstrap ''
    fake cmake 'mkdir -p build/packages; : >build/packages/one.deb; : >build/packages/two.deb'
    fake lintian :
    fake mmdebstrap :
}

# fake PROGRAM BODY: a program that notes how it was called, then does BODY.
fake() {
    printf '#!/bin/sh\necho "%s $*" >>"%s"\n%s\n' "$1" "$calls" "$2" >"$box/bin/$1"
    chmod +x "$box/bin/$1"
}

uid() { fake id "case \$1 in -u) echo $1 ;; -un) echo juliet ;; esac"; }

has_qt_and_qxmpp() {
    for tool in $tools; do
        fake "$tool" :
    done
    fake pkg-config :
}

# has_built PROGRAM BODY: the release build has this example.
has_built() {
    fake "$1" "$2"
    mkdir -p "$tree/build/release/examples/$1"
    mv "$box/bin/$1" "$tree/build/release/examples/$1"
}

# has_apt VERSION: apt offers this version of Qt and QXmpp.
has_apt() {
    fake apt-get "case \$1 in
        indextargets) printf '%s\n' 'Debian Debian-Security mirror:/security' \
            'Debian Debian cdrom://disc' 'Debian Debian mirror:/debian' 'Debian Debian mirror:/two' ;;
        esac"
    fake apt-cache "echo '  Candidate: $1'"
    fake apt-config :
    fake dpkg '[ "$(printf "%s\n" "$2" "$4" | sort -V | head -n 1)" = "$4" ]'
    fake dpkg-query :
    fake systemctl :
}

# has_mmdebstrap BODY: and bubblewrap; they do what they are asked, with no root around it.
has_mmdebstrap() {
    fake unshare 'while case $1 in --*) ;; *) false ;; esac; do shift; done; exec "$@"'
    fake bwrap 'while [ $# -gt 0 ] && [ "$1" != -- ]; do shift; done; [ $# = 0 ] || { shift; exec "$@"; }'
    fake mmdebstrap "$1"'
        while [ $# -gt 2 ]; do shift; done
        mkdir -p "$1/usr" "$1/etc" "$1/var/lib/dpkg"'
}

# --- Running and checking ---------------------------------------------------------------------

# in_box COMMAND...: becomes the command, with the machine's programs alone and no terminal.
in_box() {
    exec env -i PATH="$box/bin" HOME="$box/home" ${mirror:+XMPPPRESENCE_MIRROR="$mirror"} \
        ${display:+DISPLAY="$display" XAUTHORITY="$box/cookies"} "$@" </dev/null
}

dev() {
    status=0
    (in_box "$tree/cmake/dev" "$@" >"$box/out" 2>"$box/err") || status=$?
}

fail() {
    echo "FAIL $test: $*"
    sed 's/^/    /' "$box/err" "$box/calls"
    exit 1
}

exits() { [ "$status" = "$1" ] || fail "exit status is $status, not $1"; }
prints() { grep -qxF -- "$1" "$box/out" || fail "does not print: $1"; }
says() { grep -qF -- "$1" "$box/err" || fail "does not say: $1"; }
says_lines() { [ "$(grep -c '' "$box/err")" = "$1" ] || fail "does not say $1 lines"; }
called() { grep -qF -- "$1" "$calls" || fail "does not call: $1"; }
not_called() { ! grep -q "^$1" "$calls" || fail "calls: $1"; }
called_times() { [ "$(grep -c "^$2 " "$calls")" = "$1" ] || fail "does not call $2 $1 times"; }
wait_for() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        ! grep -q "^$1" "$calls" || return 0
        sleep 0.1
    done
    fail "does not call: $1"
}

roots() { find "$cache" -maxdepth 1 -name 'root-*' | grep -c '' || :; }
has_roots() { [ "$(roots)" = "$1" ] || fail "has $(roots) roots, not $1"; }
nothing_half_made() { [ ! -e "$cache/making" ] || fail "leaves something half-made"; }

# --- Tests ------------------------------------------------------------------------------------

test_usage_without_command() {
    new_machine "$1"
    dev
    exits 0
    grep -q '^usage: cmake/dev demo' "$box/out" || fail "prints no usage"
    dev --help
    exits 0
}

test_host_that_has_all_is_used() {
    new_machine "$1"
    has_qt_and_qxmpp
    cd "$box/home"
    dev sh -c 'echo "$PWD|$1|$2"; exit 42' sh 'two words' ''
    exits 42
    prints "$box/home|two words|"
    not_called bwrap
}

test_host_with_old_qxmpp_is_not_used() {
    new_machine "$1"
    has_qt_and_qxmpp
    fake pkg-config 'exit 1'
    dev true
    exits 1
    says 'this system offers no Qt 6.8 with QXmpp 1.10'
    says_lines 1
    called 'QXmppQt6 >= 1.10'
}

test_host_without_a_header_is_not_used() {
    new_machine "$1"
    has_qt_and_qxmpp
    fake c++ 'grep -v "<rapidcheck.h>"'
    dev true
    exits 0
    fake c++ '! grep "<rapidcheck.h>"'
    dev true
    exits 1
}

test_demo_and_test_are_workflows() {
    new_machine "$1"
    has_qt_and_qxmpp
    has_built contacts-qml :
    display=:7
    dev demo --dark
    display=
    exits 0
    says_lines 0
    called 'cmake --workflow --preset demo'
    called 'contacts-qml --seed 1 --dark'
    dev test
    exits 0
    called 'cmake --workflow --preset test'
}

test_bench_is_a_workflow() {
    new_machine "$1"
    has_qt_and_qxmpp
    dev bench
    exits 0
    called 'cmake --workflow --preset bench'
    dev bench update
    exits 1
    says 'bench runs them all'
}

test_fuzz_is_a_workflow() {
    new_machine "$1"
    has_qt_and_qxmpp
    fake cmake "echo \$XMPPPRESENCE_FUZZ_SECONDS seconds"
    dev fuzz
    exits 0
    called 'cmake --workflow --preset fuzz'
    prints '60 seconds'
    dev fuzz 3600
    prints '3600 seconds'
    for wrong in 1h '' 0; do
        dev fuzz "$wrong"
        exits 1
        says 'fuzz takes a number of seconds'
    done
}

test_demo_without_display_saves_a_picture() {
    new_machine "$1"
    has_qt_and_qxmpp
    has_built contacts-qml :
    dev demo --dark
    exits 0
    called 'contacts-qml --seed 1 --screenshot build/contacts.png --dark'
    says 'there is no display: saved build/contacts.png'
    says_lines 1
    dev demo --screenshot mine.png
    exits 0
    called 'contacts-qml --seed 1 --screenshot mine.png'
    says_lines 0
    dev demo --help
    exits 0
    called 'contacts-qml --seed 1 --help'
    says_lines 0
    has_built contacts-qml 'exit 6'
    dev demo
    exits 6
    says_lines 0
}

test_demo_of_an_account() {
    new_machine "$1"
    has_qt_and_qxmpp
    has_built contacts-qml :
    display=:7
    dev demo --jid juliet@localhost
    display=
    exits 0
    called 'contacts-qml --jid juliet@localhost'
}

test_display_is_there_in_the_root() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    : >"$box/cookies"
    display=:7
    dev sh -c 'echo "$DISPLAY $XAUTHORITY"'
    display=
    exits 0
    prints ":7 $box/cookies"
    called "--ro-bind $box/cookies $box/cookies"
    called '--bind /tmp /tmp'
}

test_demo_ends_where_building_fails() {
    new_machine "$1"
    has_qt_and_qxmpp
    fake cmake 'exit 5'
    dev demo
    exits 5
}

test_apt_installs_as_root() {
    new_machine "$1"
    has_apt 6.10
    fake apt-cache 'case $2 in qt6-base-dev) v=6.8.2+dfsg-9 ;; *) v=1.10.3-2 ;; esac; echo "  Candidate: $v"'
    mkdir "$box/offered"
    for tool in $tools pkg-config; do
        fake "$tool" :
        mv "$box/bin/$tool" "$box/offered"
    done
    fake apt-get "case \"\$*\" in
        indextargets*) echo 'Debian Debian mirror:/debian' ;;
        *install*) mv '$box'/offered/* '$box/bin' ;;
        esac"
    dev sh -c 'exit 3'
    exits 3
    says 'running apt-get install g++ cmake'
    called 'install g++ cmake ninja-build'
    called 'systemctl disable --now prosody'
    called 'systemctl disable --now ejabberd'
    not_called mmdebstrap
}

test_apt_needs_sudo() {
    new_machine "$1"
    uid 1000
    has_apt 6.10
    fake sudo 'exit 9'
    dev true
    exits 1
    says 'needed once: sudo apt-get install g++ cmake'
    says_lines 1
    ! grep -q 'y/N' "$box/err" || fail 'asks without a terminal'
    not_called sudo
    rm "$box/bin/sudo"
    dev true
    exits 1
    says 'needed once, as root: apt-get install g++ cmake'
    says_lines 1
}

test_apt_without_lists_reads_them_first() {
    new_machine "$1"
    has_apt 1.3
    has_mmdebstrap ''
    fake apt-get "case \$1 in
        indextargets) cat '$box/lists' 2>/dev/null ;;
        -q) [ \$2 != update ] || [ -e '$box/offline' ] || echo 'Debian Debian mirror:/debian' >'$box/lists' ;;
        esac"
    : >"$box/offline"
    dev true
    exits 1
    says 'apt-get update brought nothing'
    rm "$box/offline"
    dev true
    exits 0
    called 'mirror:/debian trixie main'
}

test_dnf_installs_as_root() {
    new_machine "$1"
    fake dnf "case \$* in
        *repoquery*) echo qxmpp ;;
        *install*) touch '$box/bin/prosody' && chmod +x '$box/bin/prosody' ;;
        esac"
    fake rpm 'exit 1'
    has_qt_and_qxmpp
    rm "$box/bin/prosody"
    dev sh -c 'exit 3'
    exits 3
    called 'repoquery --whatprovides pkgconfig(QXmppQt6) >= 1.10'
    called 'install gcc-c++'
    called 'pkgconfig(QXmppQt6)'
}

test_dnf_offers_too_little() {
    new_machine "$1"
    fake dnf :
    dev true
    exits 1
    says 'this system offers no Qt 6.8 with QXmpp 1.10'
    says_lines 1
}

test_pacman_needs_sudo() {
    new_machine "$1"
    uid 1000
    fake sudo :
    fake pacman 'case $1 in -Si) echo "Version         : 6.11.0-1" ;; -T) [ $2 = gcc ] ;; esac'
    fake vercmp 'echo 1'
    dev true
    exits 1
    says 'needed once: sudo pacman -S cmake ninja'
    says_lines 1
}

test_no_known_package_manager() {
    new_machine "$1"
    dev true
    exits 1
    says 'this system offers no Qt 6.8 with QXmpp 1.10'
}

test_root_is_made_once() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    dev sh -c 'echo "$1"; exit 42' sh 'two words'
    exits 42
    prints 'two words'
    says 'making a Debian trixie root'
    says_lines 1
    called '--include=libqxmppqt6-dev'
    called "signed-by="
    called 'mirror:/debian trixie main'
    dev true
    exits 0
    says_lines 0
    called_times 1 mmdebstrap
    has_roots 1
    nothing_half_made
}

test_mirror_can_be_named() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    fake apt-get 'case $1 in indextargets) echo "Ubuntu Ubuntu mirror:/ubuntu" ;; esac'
    dev true
    exits 1
    says 'name one in XMPPPRESENCE_MIRROR'
    says_lines 1
    mirror=mirror:/named
    dev true
    mirror=
    exits 0
    called 'mirror:/named trixie main'
}

test_suite_is_never_the_host() {
    new_machine "$1"
    has_qt_and_qxmpp
    has_apt 6.10
    has_mmdebstrap ''
    dev --suite sid sh -c 'echo "$1$XMPPPRESENCE_BUILD_SUFFIX"; exit 42' sh 'two words'
    exits 42
    prints 'two words-sid'
    says 'making a Debian sid root'
    says_lines 1
    called 'mirror:/debian sid main'
    called '--aptopt=Acquire::Check-Valid-Until "false"'
    called '--setenv CCACHE_DIR'
    dev --suite trixie true
    exits 0
    says 'making a Debian trixie root'
    called_times 2 mmdebstrap
    has_roots 2
    dev sh -c 'echo "dev${XMPPPRESENCE_BUILD_SUFFIX-}"'
    prints 'dev'
}

test_packages_are_tried_in_a_clean_debian() {
    new_machine "$1"
    has_packages
    dev packages
    exits 0
    called 'cmake --workflow --preset packages'
    called 'lintian --fail-on error build/packages/one.deb build/packages/two.deb'
    called 'build/packages/one.deb build/packages/two.deb /try'
    called 'trixie - deb '
    says 'they can be installed, used and removed'
}

test_packages_that_fail_are_told() {
    new_machine "$1"
    has_packages
    fake mmdebstrap 'exit 1'
    dev packages
    exits 1
    says 'the packages fail: see'
}

test_root_of_trixie_is_as_without_a_suite() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    dev true
    dev --suite trixie true
    exits 0
    says_lines 0
    has_roots 1
    called 'mirror:/debian trixie main'
    ! grep -q Check-Valid-Until "$calls" || fail "takes what is past its date"
}

test_suites_have_their_own_roots() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    mirror=mirror:/named
    dev --suite sid true
    mirror=
    called 'mirror:/named sid main'
    dev true
    has_roots 2
    echo strace >>"$tree/cmake/packages/debian"
    dev true
    has_roots 2
    dev --suite sid true
    has_roots 2
    called_times 4 mmdebstrap
}

test_suite_goes_with_every_word() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    fake cmake ': "$XMPPPRESENCE_BUILD_SUFFIX"'
    has_built contacts-qml :
    mv "$tree/build/release" "$tree/build/release-sid"
    for word in demo test bench fuzz; do
        dev --suite sid "$word"
        exits 0
        called "cmake --workflow --preset $word"
    done
    called 'contacts-qml --seed 1'
}

test_suite_has_a_name() {
    new_machine "$1"
    has_qt_and_qxmpp
    for wrong in '' test bookworm; do
        dev --suite $wrong
        exits 1
        says '--suite takes trixie or sid'
        says_lines 1
    done
    dev --suite sid packages
    exits 1
    says 'packages are made for trixie'
    dev --suite sid
    exits 0
    grep -q '^usage: cmake/dev demo' "$box/out" || fail "prints no usage"
    dev --suite sid true
    exits 1
    says 'a Debian root is made with apt'
    says_lines 1
}

test_changed_list_makes_root_anew() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    dev true
    echo '# only a comment' >>"$tree/cmake/packages/debian"
    dev true
    exits 0
    called_times 1 mmdebstrap
    : >"$calls"
    : >"$box/go on"
    in_box "$tree/cmake/dev" sh -c "while [ -e '$box/go on' ]; do sleep 0.05; done" 2>/dev/null &
    wait_for 'bwrap .* -- env'
    echo strace >>"$tree/cmake/packages/debian"
    dev true
    called '--include=strace'
    has_roots 2
    rm "$box/go on"
    wait "$!"
    echo ltrace >>"$tree/cmake/packages/debian"
    dev true
    has_roots 1
}

test_two_at_once_make_one_root() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap 'sleep 0.5'
    in_box "$tree/cmake/dev" true >"$box/out1" 2>"$box/err1" &
    other=$!
    wait_for 'mmdebstrap '
    dev true
    exits 0
    says 'another run is setting things up; waiting for it'
    wait "$other" || fail 'the first of two fails'
    called_times 1 mmdebstrap
    has_roots 1
}

test_killed_run_leaves_nothing_in_use() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap "mkdir '$cache/making/root'; exec sleep 60"
    in_box "$tree/cmake/dev" true >"$box/out1" 2>"$box/err1" &
    killed=$!
    wait_for 'mmdebstrap '
    kill -KILL "$killed"
    wait "$killed" 2>/dev/null || :
    has_roots 0
    has_mmdebstrap ''
    dev sh -c 'exit 4'
    exits 4
    has_roots 1
    nothing_half_made
}

test_leftovers_beside_a_good_root_go() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    dev true
    mkdir "$cache/making"
    dev true
    exits 0
    nothing_half_made
    called_times 1 mmdebstrap
}

# fails_with SAYS LOG: what is said when mmdebstrap fails with LOG.
fails_with() {
    has_mmdebstrap "echo '$2'; exit 25"
    dev true
    exits 1
    says "$1"
    says "(log: $cache/set-up.log)"
    says_lines 2
    has_roots 0
    nothing_half_made
}

test_failures_are_told_apart() {
    new_machine "$1"
    has_apt 1.3.2
    fails_with 'no room left in' 'dpkg: error: No space left on device'
    fails_with "cannot get Debian's packages from mirror:/debian" 'E: Failed to fetch mirror:/debian'
    fails_with 'the archive keyring is too old' 'W: GPG error: NO_PUBKEY 6ED0E7B82643E131'
    fails_with 'making the root failed' 'E: something else'
}

test_too_little_room() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    fake df 'echo Avail; echo 1048576'
    dev true
    exits 1
    says 'has 1024 MiB free, 3000 are needed'
    says_lines 1
    not_called mmdebstrap
}

test_no_namespaces() {
    new_machine "$1"
    has_apt 1.3.2
    has_mmdebstrap ''
    fake unshare 'exit 1'
    dev true
    exits 1
    says 'this container allows no namespaces'
    says_lines 1
    uid 1000
    fake newuidmap :
    dev true
    exits 1
    says 'juliet has no subordinate ids'
    says_lines 1
}

test_unwritable_cache() {
    new_machine "$1"
    has_apt 1.3.2
    : >"$box/home/.cache"
    dev true
    exits 1
    says "cannot write to $cache"
    says_lines 1
}

tests=$(sed -n 's/^\(test_[a-z_]*\)() {$/\1/p' "$0")
for name in $tests; do
    ("$name" "$name") || failures=$((failures + 1))
done
echo "$(echo "$tests" | grep -c '') tests, $failures failures"
[ "$failures" = 0 ]
