#!/bin/sh
# The documentation is tested in a real browser: find one, or install Debian's.
set -eu
has() { command -v "$1" >/dev/null 2>&1; }
if { has chromium || has google-chrome || has chromium-browser; } && has chromedriver; then
    exit 0
fi
if has apt-get; then
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    echo "installing chromium for the tests of the documentation"
    $sudo apt-get -qq update
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install -y --no-install-recommends \
        chromium chromium-driver fonts-noto-cjk >/dev/null
    exit 0
fi
echo "the tests of the documentation need chromium (or Chrome) and chromedriver on the PATH" >&2
exit 1
