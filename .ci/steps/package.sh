# All packages can be published: they and their documentation build without the repository.
set -euo pipefail
cargo package --quiet --workspace --no-verify --allow-dirty 2>/dev/null
# The packages are built in the target directory and with the profile of this workspace, so that dependencies are not built again.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target} CARGO_PROFILE_DEV_DEBUG=0
cargo package --quiet -p studio-errors -p studio-errors-cli -p studio-errors-derive --allow-dirty
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
document() {
    RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --all-features \
        --config "$patch-derive.path = '$(echo "$unpacked"/studio-errors-derive-[0-9]*)'" "$@"
}
cd "$unpacked"/studio-errors-[0-9]*
document
cd "$unpacked"/studio-errors-cli-[0-9]*
document --config "$patch.path = '$(echo "$unpacked"/studio-errors-[0-9]*)'"
