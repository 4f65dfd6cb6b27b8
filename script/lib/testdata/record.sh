#!/usr/bin/env bash
# Records what CPython 3.13 prints for the checks named, or for all.
set -euo pipefail
cd "$(dirname "$0")"
python=${PYTHON313:-python3.13}
[ $# -gt 0 ] || set -- $(cd checks && ls ./*.py | sed 's|^\./||; s|\.py$||')
for module in "$@"; do
	"$python" -I check.py "$module" >"recorded/$module.txt"
done
