#!/bin/sh
# The load on the mock comes from wrk: find it, or install Debian's.
set -eu
has() { command -v "$1" >/dev/null 2>&1; }
if has wrk; then
    exit 0
fi
if has apt-get; then
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    echo "installing wrk for the benchmark of the mock"
    $sudo apt-get -qq update
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install -y --no-install-recommends wrk >/dev/null
    exit 0
fi
echo "the benchmark of the mock needs wrk on the PATH: install it with the packages of your system" >&2
exit 2
