# The tests detect a sample of the mutants in the lines that the last ten commits changed. In a clone without history, the sample is
# of all mutants. A missed mutant is printed; more than four fail the step, because some mutants have no effect that a test can
# detect. `scripts/mutants.py` without arguments tests all mutants.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=27.1.0
[ "$(cargo mutants --version 2>/dev/null)" = "cargo-mutants $tool" ] ||
    CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target} CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --locked --debug "cargo-mutants@$tool"
since=$(git rev-list --first-parent --max-count=11 HEAD | tail -n 1)
changed=()
[ "$since" = "$(git rev-parse HEAD)" ] || changed=("--changed=$since")
python3 scripts/mutants.py "${changed[@]}" --at-most=10 --accept=4
