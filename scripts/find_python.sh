#!/bin/sh
# Print the path of a Python that gastvrij runs on, or say in one sentence why there is none.
# Every candidate is really run: a pyenv or asdf shim may exist without a Python behind it.
# Usage: find_python.sh [CANDIDATE]
set -u

seen=""
for candidate in ${1:-python3.12 python3.13 python3.11 python3}; do
  version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
  case "$version" in
    3.11 | 3.12 | 3.13) ;;
    *) seen="$seen $candidate is $version;"; continue ;;
  esac
  # Python 3.13.0 cannot save Plone's pages (python/cpython#125631, mended in 3.13.1)
  if ! "$candidate" -c 'import sys; sys.exit(sys.hexversion >> 8 == 0x030D00)' 2>/dev/null; then
    seen="$seen $candidate is 3.13.0, which cannot save Plone's pages: take 3.13.1 or newer;"
    continue
  fi
  if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
    exec "$candidate" -c 'import sys; print(sys.executable)'
  fi
  seen="$seen $candidate has no venv module (on Debian: apt install python$version-venv);"
done

echo "gastvrij needs Python 3.11, 3.12 or 3.13:${seen:- none found as ${1:-python3};} install one, or name one with PYTHON=/path/to/python3." >&2
exit 1
