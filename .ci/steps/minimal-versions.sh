# The crates build with the oldest versions that the manifests allow. Direct dependencies have their minimum version. Indirect
# dependencies have the version in Cargo.lock, so that a new release of another crate does not break this check. The arguments
# replace the cargo command: `bash .ci/steps/minimal-versions.sh test -p studio-errors-tests`.
set -euo pipefail
cd "$(dirname "$0")/../.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
copy=$CARGO_TARGET_DIR/minimal-versions
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy"
# Old versions of macros generate code with lint warnings. The clippy step checks the code with the current versions.
printf '#!/bin/sh\nexec "$@" --cap-lints allow\n' >allow-warnings
chmod +x allow-warnings
# Another wrapper, such as sccache, does not know this one.
export RUSTC_WRAPPER= RUSTC_WORKSPACE_WRAPPER=$PWD/allow-warnings
# Its servers and clients need newer versions of other crates than this crate does.
rm -r tests/crates/transports
cargo metadata --no-deps --format-version 1 | python3 -c '
import json, pathlib, re, sys
named = {dependency["name"] for package in json.load(sys.stdin)["packages"] for dependency in package["dependencies"]}
lock = pathlib.Path("Cargo.lock")
head, *packages = lock.read_text().split("[[package]]\n")
free = [p for p in packages if re.match("name = \"(.*)\"", p)[1] not in named or "source = " not in p]
lock.write_text("[[package]]\n".join([head, *free]))'
# The option is unstable in cargo, but the build uses stable Rust.
RUSTC_BOOTSTRAP=1 cargo -Z direct-minimal-versions metadata --quiet --format-version 1 >/dev/null
[ $# -gt 0 ] || set -- check --quiet -p studio-errors -p studio-errors-cli --all-features
cargo "$@"
