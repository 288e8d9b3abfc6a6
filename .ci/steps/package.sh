# Every package can be packed, and what is packed builds and documents alone.
set -euo pipefail
cargo package --quiet --workspace --no-verify --allow-dirty 2>/dev/null
cargo package --quiet -p studio-errors -p studio-errors-derive --allow-dirty
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
for package in studio-errors studio-errors-derive; do
    tar xzf target/package/$package-[0-9]*.crate -C "$unpacked"
done
! grep -rn "$HOME\|$PWD" "$unpacked" || { echo "a path of this machine is in a package"; exit 1; }
cd "$unpacked"/studio-errors-[0-9]*
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --all-features --target-dir "$OLDPWD/target/package-doc" \
    --config "patch.crates-io.studio-errors-derive.path = '$(echo "$unpacked"/studio-errors-derive-[0-9]*)'"
