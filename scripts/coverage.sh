#!/usr/bin/env bash
# Prints the line coverage of each crate, and every line that no test runs. Examples in the documentation are not counted, because
# only a nightly toolchain can measure them. Constant evaluation is not counted either: a function that only constants call is
# reported as not run.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-llvm-cov >/dev/null || cargo install --locked cargo-llvm-cov
# Without the rustup component `llvm-tools`, Debian's LLVM 19 is used. LLVM 19 to 22 have the same version of raw profiles, 10.
if ! rustup component list --installed 2>/dev/null | grep -q llvm-tools; then
    command -v llvm-cov-19 >/dev/null || apt-get install -y -qq --no-install-recommends llvm-19 >/dev/null || {
        echo 'error: `llvm-cov` is missing; install it with `rustup component add llvm-tools`' >&2
        exit 1
    }
    export LLVM_COV=${LLVM_COV:-$(command -v llvm-cov-19)} LLVM_PROFDATA=${LLVM_PROFDATA:-$(command -v llvm-profdata-19)}
fi
report=$(mktemp)
trap 'rm -f "$report"' EXIT
cargo llvm-cov --workspace --exclude studio-errors-benches --all-features --text --output-path "$report" \
    --ignore-filename-regex '/(examples|properties|tests|cases)(\.rs|/)'
python3 - "$report" <<'PYTHON'
import collections, re, sys

lines = collections.defaultdict(dict)
for line in open(sys.argv[1]):
    if file := re.match(r"(/.*\.rs):$", line):
        lines_of = lines[re.sub(r".*/(studio-errors(-derive|-cli)?/src/)", r"\1", file[1])]
    # A generic function is listed once for each of its types. The line is covered if one of them runs.
    elif counted := re.match(r" *(\d+)\| *([\d.]+)[kMGTP]?\|(.*)", line):
        number, ran = int(counted[1]), counted[2] != "0"
        lines_of[number] = (ran or lines_of.get(number, (False,))[0], counted[3])
crates = collections.Counter(), collections.Counter()
for file, counted in sorted(lines.items()):
    missed = {number: text for number, (ran, text) in sorted(counted.items()) if not ran}
    for count, many in zip(crates, (len(counted), len(missed))):
        count[file.split("/")[0]] += many
    if missed:
        print(f"\n{file}: {len(missed)} of {len(counted)} lines do not run")
        for number, text in missed.items():
            print(f"{number:5} {text}")
print()
for crate, many in crates[0].items():
    print(f"{crate}: {many - crates[1][crate]} of {many} lines run, {100 * (many - crates[1][crate]) / many:.1f} %")
PYTHON
