# Tests the HTML page in headless Chromium: search, filters, anchors, keyboard, accessibility rules, hostile text, 5,000 codes.
set -euo pipefail
command -v npm >/dev/null || { echo 'error: `npm` is missing; install Node.js 20 or later' >&2; exit 1; }
command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } ||
    { echo 'error: `chromium` is missing; install it with the package manager of your system' >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet --workspace --bins --tests
bin=${CARGO_TARGET_DIR:-target}/debug
"$bin/studio-errors" export --format html >"$work/studio.html"
"$bin/hostile-errors" export --format html >"$work/hostile.html"
"$bin/hostile-errors" export --format json >"$work/hostile.json"
"$bin/thousands" >"$work/thousands.html"
cp .ci/reference/* "$work"
cd "$work"
npm install --silent --no-audit --no-fund --no-package-lock
PAGES=$work node --test --test-reporter spec page.test.mjs
