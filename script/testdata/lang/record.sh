#!/bin/sh
# Records what CPython 3.13 does with each program here: its output, what it
# writes to stderr and its exit status. Run it in this folder.
for program in *.py; do
	errors=$(mktemp)
	{
		python3.13 -X utf8 "$program" </dev/null 2>"$errors"
		status=$?
		echo "== stderr"
		cat "$errors"
		echo "== status $status"
	} | sed "s#$PWD/##g" >"${program%.py}.out"
	rm -f "$errors"
done
