# The oldest versions that the manifests allow build: every dependency that is named at its minimum, the others as they are in
# Cargo.lock, so that a release of somebody else breaks nothing here. Another cargo command may be given:
# `bash .ci/steps/minimal-versions.sh test -p studio-errors-tests`.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}/minimal
# Old versions of macros trip other lints; clippy has judged the code with the new ones.
export RUSTFLAGS="--cap-lints allow"
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy"
cargo metadata --no-deps --format-version 1 | python3 -c '
import json, pathlib, re, sys
named = {dependency["name"] for package in json.load(sys.stdin)["packages"] for dependency in package["dependencies"]}
lock = pathlib.Path("Cargo.lock")
head, *packages = lock.read_text().split("[[package]]\n")
free = [p for p in packages if re.match("name = \"(.*)\"", p)[1] not in named or "source = " not in p]
lock.write_text("[[package]]\n".join([head, *free]))'
# What this asks of cargo is still unstable; the build is not.
RUSTC_BOOTSTRAP=1 cargo -Z direct-minimal-versions metadata --quiet --format-version 1 >/dev/null
[ $# -gt 0 ] || set -- check --quiet -p studio-errors --all-features
cargo "$@"
