#!/bin/sh
# The limiter that processes share is tested with a real Redis: find it, or install Debian's.
set -eu
has() { command -v "$1" >/dev/null 2>&1; }
if has redis-server; then
    exit 0
fi
if has apt-get; then
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    echo "installing redis-server for the tests of the limiter"
    $sudo apt-get -qq update
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install -y --no-install-recommends \
        redis-server >/dev/null
    exit 0
fi
echo "the tests of the limiter need redis-server on the PATH" >&2
exit 1
