# Each feature stands alone, without the default ones.
set -euo pipefail
features=$(cargo metadata --no-deps --format-version 1 |
    python3 -c 'import json,sys; print(*next(p for p in json.load(sys.stdin)["packages"] if p["name"] == "studio-errors")["features"])')
cargo check --quiet -p studio-errors --no-default-features
for feature in $features; do
    cargo check --quiet -p studio-errors --no-default-features --features "$feature"
done
