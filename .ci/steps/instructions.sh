# The run time meets its targets, and the compile time of code sets its bounds, in instructions counted by callgrind, which do not
# depend on the load of the machine.
set -euo pipefail
command -v valgrind >/dev/null || { apt-get update -qq && apt-get install -qq --no-install-recommends valgrind >/dev/null; } ||
    { echo 'error: `valgrind` is missing; install it with the package manager of your system' >&2; exit 1; }
python3 benches/instructions.py --check
python3 benches/compile-time.py shapes --check
