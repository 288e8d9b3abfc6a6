# The guide "Build a service" works as written: its files compile, its tests pass, its curl lines get the responses it shows.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
port=3918
# The profile is that of this workspace, so that dependencies are not built again.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$root/target} CARGO_PROFILE_DEV_DEBUG=0
work=$CARGO_TARGET_DIR/guide
rm -rf "$work"
mkdir -p "$work"
service=''
trap '[ -z "$service" ] || kill "$service"' EXIT
python3 - studio-errors/src/guide/service.md "$work" <<'PYTHON'
import pathlib, re, sys

page = pathlib.Path(sys.argv[1]).read_text()
work = pathlib.Path(sys.argv[2])
files = re.findall(r"^File `(.+?)`:\n\n```.*\n([\s\S]*?)^```$", page, re.M)
assert len(files) >= 10, f"only {len(files)} files"
for path, text in files:
    (work / path).parent.mkdir(parents=True, exist_ok=True)
    (work / path).write_text(text)
shell = "".join(re.findall(r"^```sh\n([\s\S]*?)^```$", page, re.M))
asked = re.findall(r"^\$ (curl .+)\n(.+)\n", shell, re.M)
assert len(asked) >= 5, f"only {len(asked)} requests"
(work / "asked").write_text("".join(f"{command}\n{answer}\n" for command, answer in asked))
PYTHON
cat >>"$work/Cargo.toml" <<TOML

[patch.crates-io]
studio-errors = { path = "$root/studio-errors" }
studio-errors-derive = { path = "$root/studio-errors-derive" }
TOML
cp Cargo.lock "$work"
sed -i "s/127.0.0.1:3000/127.0.0.1:$port/" "$work/orders/src/main.rs"
printf '#!/bin/sh\nexec "$@" -D warnings\n' >"$work/deny-warnings"
chmod +x "$work/deny-warnings"
# Another wrapper, such as sccache, does not know this one.
export RUSTC_WRAPPER= RUSTC_WORKSPACE_WRAPPER=$work/deny-warnings
cd "$work"
UPDATE_ERROR_CODES=1 cargo test --quiet -p acme-orders --test error_codes
cargo test --quiet
cargo build --quiet -p acme-orders
"$CARGO_TARGET_DIR/debug/acme-orders" >log &
service=$!
until curl -s "localhost:$port" >/dev/null; do sleep 0.1; done
while IFS= read -r command && IFS= read -r expected; do
    answer=$(bash -c "${command//localhost:3000/localhost:$port}")
    [ "$answer" = "$expected" ] || { printf 'request:  %s\nexpected: %s\nresponse: %s\n' "$command" "$expected" "$answer" >&2; exit 1; }
done <asked
id=$(curl -s "localhost:$port/orders/8" -o /dev/null -w '%header{x-request-id}')
grep -q "$id.*order 8 does not exist" log
grep -q 'postgres://acme:secret@db' log
# `grep -q` would end before curl has written everything.
curl -sf "localhost:$port/errors" | grep ACME_100 >/dev/null
curl -sf "localhost:$port/openapi.json" | grep ACME_100 >/dev/null
echo "$(($(wc -l <asked) / 2)) responses as written"
