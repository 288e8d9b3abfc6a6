#!/usr/bin/env bash
# Makes the pictures of the README from real output. Needs chromium, and Python 3 with the package `rich`.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -c 'import rich' 2>/dev/null || {
    echo 'error: the Python package `rich` is missing; install it with `pip install rich`, in a virtual environment if needed' >&2
    exit 1
}
command -v chromium >/dev/null || {
    echo 'error: `chromium` is missing; on Debian or Ubuntu, install it with `apt-get install chromium`' >&2
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# compiler.svg: the README's enum with a wrong number, compiled in a separate crate.
mkdir -p "$work/src"
sed -n '/^```rust$/,/^```$/p' README.md | sed '1d;$d;s/code = 1601/code = 1701/' > "$work/src/main.rs"
cat > "$work/Cargo.toml" <<TOML
[package]
name = "wallet"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
studio-errors = { path = "$PWD/studio-errors" }
thiserror = "2"
TOML
CARGO_TARGET_DIR=target cargo check --quiet --color always --manifest-path "$work/Cargo.toml" 2> "$work/compiler.txt" || true
cargo run --quiet -p quickstart > "$work/quickstart.txt"
python3 - "$work" <<'PY'
import re, sys
from pathlib import Path
from rich.console import Console
from rich.text import Text

work = Path(sys.argv[1])
for name, title in (("compiler", "cargo check"), ("quickstart", "cargo run -p quickstart")):
    console = Console(record=True, width=130, file=open("/dev/null", "w"), force_terminal=True)
    text = (work / f"{name}.txt").read_text()
    if name == "compiler":
        text = text[:text.index("evaluation of") + 60].splitlines()
        text = "\n".join(line for line in text if "For more" not in line)
    console.print(Text.from_ansi(text))
    svg = console.export_svg(title=title)
    # The picture must not load a font: it uses the monospace font of the reader.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S).replace("Fira Code", "ui-monospace")
    Path(f"docs/{name}.svg").write_text(svg)
PY
cargo run --quiet -p studio-errors-cli -- export --format html > "$work/page.html"
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/chromium" --hide-scrollbars \
    --window-size=1200,800 --screenshot=docs/page.png "file://$work/page.html" 2> /dev/null
