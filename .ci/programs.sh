#!/usr/bin/env bash
# Other people's programs that the tests make documents with; what a bare machine lacks is installed.
# CI_DRY_RUN=1 says what would be installed and does nothing.
set -uo pipefail

# program (or, for fonts, a family that fontconfig knows) -> Debian package
lacking=()
need() { command -v "$1" > /dev/null 2>&1 || lacking+=("$2"); }
need soffice libreoffice-writer-nogui
[ -e /usr/lib/libreoffice/program/libsclo.so ] || lacking+=(libreoffice-calc-nogui)
need chromium chromium
need pdftotext poppler-utils
need fc-list fontconfig
# Debian keeps the server out of the PATH.
ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || need initdb postgresql
# Read whole: grep that stops early would make fc-list fail.
families=$(fc-list 2> /dev/null)
case "$families" in *'Noto Serif CJK'*) ;; *) lacking+=(fonts-noto-cjk) ;; esac

[ ${#lacking[@]} -eq 0 ] && exit 0
echo "Lacking: ${lacking[*]}"
[ -n "${CI_DRY_RUN:-}" ] && exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo > /dev/null 2>&1 && sudo -n true 2> /dev/null; then run=(sudo -n)
  else
    echo "Install them first (Debian, Ubuntu): apt-get install --no-install-recommends ${lacking[*]}"
    exit 1
  fi
fi
command -v apt-get > /dev/null 2>&1 || {
  echo "No apt-get here. Install LibreOffice Writer and Calc, Chromium, poppler-utils, PostgreSQL 15+, Noto CJK."
  exit 1
}
export DEBIAN_FRONTEND=noninteractive
"${run[@]}" apt-get update -q < /dev/null &&
  "${run[@]}" apt-get install -qy --no-install-recommends "${lacking[@]}" < /dev/null || {
  echo "apt-get could not install: ${lacking[*]}"
  exit 1
}
