# The imports for key completion in rust-analyzer resolve, for every key that the tests use.
set -euo pipefail
# The flag is only for the packages of the workspace, so that their dependencies are not built again.
wrapper=$(mktemp)
trap 'rm "$wrapper"' EXIT
printf '#!/bin/sh\nexec "$@" --cfg rust_analyzer\n' >"$wrapper"
chmod +x "$wrapper"
# Another wrapper, such as sccache, does not know this one.
RUSTC_WRAPPER= RUSTC_WORKSPACE_WRAPPER=$wrapper cargo check --quiet -p studio-errors-tests
