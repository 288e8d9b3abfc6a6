# The public interface is equal to docs/public-api.txt. `UPDATE_EXPECT=1 bash .ci/steps/public-api.sh` updates the file.
set -euo pipefail
cd "$(dirname "$0")/../.."
# Each release of Rust has its own format of rustdoc JSON. This version of the tool reads the format of Rust 1.95.
case $(rustc --version) in
'rustc 1.95.'*) ;;
*) echo "skipped: the listing is made with Rust 1.95, this is $(rustc --version)"; exit 0 ;;
esac
tool=0.52.0
[ "$(cargo public-api --version 2>/dev/null)" = "cargo-public-api $tool" ] ||
    CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target} CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --locked --debug "cargo-public-api@$tool"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
list() { RUSTC_BOOTSTRAP=1 cargo public-api -ss --color never "${@:2}" >"$work/$1" 2>"$work/output" || { cat "$work/output" >&2; exit 1; }; }
list default --package studio-errors
list all --package studio-errors --all-features
list cli --package studio-errors-cli
list derive --package studio-errors-derive
python3 - "$work" >"$work/public-api.txt" <<'PYTHON'
import pathlib, re, sys

def items(name):
    """Yields one line for each item. The line of an impl covers its methods, but not its associated types."""
    of = None
    for line in (pathlib.Path(sys.argv[1]) / name).read_text().splitlines():
        if line.startswith("impl"):
            of = re.search(r" for (.+?)(?: where .*)?$", line)
            if "StructuralPartialEq" in line:
                continue
        elif of and re.match(rf"pub (?:async |const |fn )+{re.escape(of[1])}::", line):
            continue
        yield line

default, all = list(items("default")), list(items("all"))
lost = [line for line in default if line not in all]
assert not lost, f"a feature takes away: {lost}"
print("# The public interface: .ci/steps/public-api.sh")
print("\n## studio-errors, default features\n", *default, sep="\n")
print("\n## studio-errors, what the other features add\n", *(line for line in all if line not in default), sep="\n")
print("\n## studio-errors-cli\n", *items("cli"), sep="\n")
print("\n## studio-errors-derive\n", *items("derive"), sep="\n")
PYTHON
if [ "${UPDATE_EXPECT:-}" ]; then
    cp "$work/public-api.txt" docs/public-api.txt
else
    diff -u docs/public-api.txt "$work/public-api.txt" || {
        echo 'the public interface has changed: see CONTRIBUTING.md, "Change the public interface"' >&2
        exit 1
    }
fi
grep -c '^pub\|^impl' docs/public-api.txt | sed 's/$/ public items/'
