# The crate builds without features, with each feature alone, with all but one, and with all features of one `cfg`, which could otherwise
# name an item of a feature that is missing.
set -euo pipefail
sets=$(cargo metadata --no-deps --format-version 1 | python3 -c '
import json, pathlib, re, sys
features = next(p for p in json.load(sys.stdin)["packages"] if p["name"] == "studio-errors")["features"]
sets = {frozenset(), frozenset(features)}
for feature in features:
    sets |= {frozenset([feature]), frozenset(features) - {feature}}
for path in pathlib.Path("studio-errors/src").rglob("*.rs"):
    for condition in re.findall(r"cfg[a-z_]*!?\((.*?)\)[\]{ ]", path.read_text(), re.S):
        sets.add(frozenset(re.findall("feature = \"(.*?)\"", condition)))
print(*sorted(",".join(sorted(some)) for some in sets), sep="\n")')
while read -r features; do
    cargo check --quiet -p studio-errors --no-default-features --features "$features" ||
        { echo "the features are: ${features:-none}" >&2; exit 1; }
done <<<"$sets"
echo "$(wc -l <<<"$sets") sets of features build"
