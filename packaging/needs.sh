# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run and tests/run: installs what a build needs and this machine lacks.

# What it takes to build and run on Debian 12. No recommended packages: they would bring a whole desktop.
build_packages=(g++ cmake ninja-build qt6-base-dev qt6-charts-dev qt6-svg-dev libqt6opengl6-dev libqt6sql6-sqlite qt6-tools-dev
                qt6-l10n-tools libexpected-dev libmd4c-dev libyaml-dev
                libsqlite3-dev)

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "This needs to install packages. Run it as root, or install sudo, or install them yourself:"
        say "    $*"
        exit 1
    fi
}

# install_missing PACKAGE...: those that are not installed yet, in one go; nothing is looked up where all are there.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian or one of its relatives, so nothing can be installed from here."
        say "What is needed: CMake 3.25, Ninja, a C++20 compiler, Qt 6.4 (Widgets, Charts, Svg, Sql with SQLite, Test,"
        say "Linguist tools), SQLite, md4c, libyaml and tl-expected. Then: cmake --preset release && cmake --build --preset release"
        exit 1
    fi
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    say "Installing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"
}
