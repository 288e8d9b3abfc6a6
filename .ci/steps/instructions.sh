# The run-time targets, in instructions under callgrind: they do not depend on the load of the machine.
set -euo pipefail
command -v valgrind >/dev/null || { apt-get update -qq && apt-get install -qq --no-install-recommends valgrind >/dev/null; }
python3 benches/instructions.py --check
