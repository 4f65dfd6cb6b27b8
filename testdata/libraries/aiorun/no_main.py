# signal: SIGTERM@1s
from _lines import outcome
from aiorun import run

outcome(run)
