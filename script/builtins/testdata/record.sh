#!/bin/sh
# Records what CPython 3.13 prints for each program here. Run it in this folder.
for program in *.py; do
	[ "$program" = table.py ] && continue
	python3.13 -B -W ignore "$program" >"${program%.py}.out" || echo "$program failed" >&2
done
