# The crate builds without features, with each feature alone, and with each pair, always without default features.
set -euo pipefail
sets=$(cargo metadata --no-deps --format-version 1 | python3 -c '
import itertools, json, sys
features = sorted(next(p for p in json.load(sys.stdin)["packages"] if p["name"] == "studio-errors")["features"])
print(*(",".join(some) for size in (0, 1, 2) for some in itertools.combinations(features, size)), sep="\n")')
while read -r features; do
    cargo check --quiet -p studio-errors --no-default-features --features "$features" ||
        { echo "the features are: ${features:-none}" >&2; exit 1; }
done <<<"$sets"
echo "$(wc -l <<<"$sets") sets of features build"
