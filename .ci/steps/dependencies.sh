# The default dependency tree has one version of `syn`, all licences are on a list, and every dependency is used.
set -euo pipefail
cd "$(dirname "$0")/../.."
twice=$(cargo tree --duplicates --edges normal --package studio-errors --prefix none | grep '^syn ' || true)
[ -z "$twice" ] || { printf 'two versions of syn in the default tree:\n%s\n' "$twice" >&2; exit 1; }
cargo metadata --format-version 1 --all-features >"${TMPDIR:-/tmp}/metadata-$$.json"
trap 'rm -f "${TMPDIR:-/tmp}/metadata-$$.json"' EXIT
python3 - "${TMPDIR:-/tmp}/metadata-$$.json" <<'PYTHON'
import json, pathlib, re, sys

# MPL-2.0 is the licence of the parser that `scraper` uses (`studio-errors-cli`). It does not extend to crates that use the parser.
ALLOWED = {"MPL-2.0", "MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "0BSD",
           "Unicode-3.0", "Unlicense", "BSL-1.0", "CC0-1.0", "MIT-0", "CDLA-Permissive-2.0"}
metadata = json.load(open(sys.argv[1]))
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
ours = [package for package in packages.values() if package["name"] in ("studio-errors", "studio-errors-cli", "studio-errors-derive")]

# All packages that a user of any feature builds, without dependencies of the tests.
reached, todo = set(), [package["id"] for package in ours]
while todo:
    id = todo.pop()
    if id not in reached:
        reached.add(id)
        todo += [dep["pkg"] for dep in nodes[id]["deps"] if any(kind["kind"] != "dev" for kind in dep["dep_kinds"])]

# `A OR B` needs one allowed licence; `A AND B` needs both.
def allowed(licence):
    parts = re.sub(r"[()]", "", licence).replace("/", " OR ").split(" AND ")
    return all(any(name.strip() in ALLOWED for name in part.split(" OR ")) for part in parts)

refused = [f'{packages[id]["name"]}: {packages[id]["license"]}' for id in sorted(reached) if not allowed(packages[id]["license"] or "none")]
assert not refused, "licences that are not on the list: " + ", ".join(refused)

# A dependency is used if a source file or an example of the guide contains its name.
for package in ours:
    root = pathlib.Path(package["manifest_path"]).parent
    files = [path for path in root.rglob("*") if path.suffix in (".rs", ".md") and "target" not in path.parts]
    source = "\n".join(path.read_text() for path in files)
    for dependency in package["dependencies"]:
        name = (dependency["rename"] or dependency["name"]).replace("-", "_")
        assert re.search(rf"\b{name}\b", source), f'{package["name"]} does not use {name}'
print(f"{len(reached)} packages, licences allowed, one syn, every dependency used")
PYTHON
