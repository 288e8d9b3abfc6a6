# All packages can be published: they and their documentation build without the repository.
set -euo pipefail
# The packages are built in the target directory and with the profile of this workspace, so that dependencies are not built again.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target} CARGO_PROFILE_DEV_DEBUG=0
# The packages are unpacked and built below, because the verification of Cargo reuses a `studio-errors-derive` of the same version that
# it once unpacked in the home directory of Cargo.
cargo package --quiet --no-verify -p studio-errors -p studio-errors-cli -p studio-errors-derive --allow-dirty
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
for package in studio-errors studio-errors-cli studio-errors-derive; do
    tar xzf "$CARGO_TARGET_DIR"/package/$package-[0-9]*.crate -C "$unpacked"
done
! grep -rn "$HOME\|$PWD" "$unpacked" || { echo "a path of this machine is in a package"; exit 1; }
# crates.io and docs.rs show the packaged README, so its links must be absolute. Links into the repository must lead to a file.
for readme in "$unpacked"/*/README.md; do
    python3 - "$readme" <<'PYTHON'
import pathlib, re, sys

HOSTS = "https://github.com/studio-service/studio-errors/blob/main/", "https://raw.githubusercontent.com/studio-service/studio-errors/main/"
links = re.findall(r"\]\((.*?)\)", pathlib.Path(sys.argv[1]).read_text())
assert links, "no links"
for link in links:
    assert link.startswith("https://"), f"`{link}` is relative"
    for host in HOSTS:
        if link.startswith(host):
            assert pathlib.Path(link[len(host):].split("?")[0]).is_file(), f"`{link}` leads to no file"
PYTHON
done
patch=patch.crates-io.studio-errors
derive=$patch-derive.path="'$(echo "$unpacked"/studio-errors-derive-[0-9]*)'"
runtime=$patch.path="'$(echo "$unpacked"/studio-errors-[0-9]*)'"
build() {
    cd "$unpacked"/$1-[0-9]*
    shift
    cargo check --quiet "$@"
    RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --all-features "$@"
}
build studio-errors-derive
build studio-errors --config "$derive"
build studio-errors-cli --config "$derive" --config "$runtime"
