# rustdoc shows hostile descriptions as plain text, each in its cell and paragraph. `cargo test --workspace` checks that no
# description becomes an example that is run. With the default features, every link leads to an item too.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-$PWD/target}
# The command of .ci/run, which has then built the pages.
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --workspace --all-features --no-deps
cargo build --quiet --workspace --bins --tests
"$target/debug/hostile-errors" export --format json >"$target/hostile.json"
python3 - "$target/hostile.json" "$target/doc/studio_errors_tests/hostile/enum.HostileError.html" <<'PYTHON'
import html.parser, json, re, sys

class Page(html.parser.HTMLParser):
    """Collects the cells of each row, the paragraphs, and the tags inside them."""
    def __init__(self):
        super().__init__()
        self.rows, self.paragraphs, self.inside, self.text = [], [], [], None

    def handle_starttag(self, tag, attributes):
        if self.text is not None:
            self.inside.append((tag, attributes))
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "p"):
            self.text = ""

    def handle_endtag(self, tag):
        if tag in ("td", "p") and self.text is not None:
            (self.rows[-1] if tag == "td" else self.paragraphs).append(self.text)
            self.text = None

    def handle_data(self, text):
        if self.text is not None:
            self.text += text

# rustdoc replaces quotes and dashes with typographic ones.
TYPESET = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---"})

def words(text):
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text.translate(TYPESET)).split())

page = Page()
source = open(sys.argv[2]).read()
page.feed(source)
assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", source), "a control character"
# Rows are found by name, because the code has the prefix that the derive guesses.
rows = {row[2]: [words(cell) for cell in row] for row in page.rows if len(row) == 5}
paragraphs = {words(text) for text in page.paragraphs}
allowed = {"code", "a"}
assert {tag for tag, _ in page.inside} <= allowed, page.inside
assert not [attributes for tag, attributes in page.inside if tag == "a" and "javascript" in str(attributes)], page.inside
codes = [code for code in json.load(open(sys.argv[1]))["codes"] if code["code"].startswith("ACME_2_")]
assert len(codes) == 4
for code in codes:
    description, resolution = words(code["description"]), words(code["resolution"])
    shown = rows[code["name"]]
    assert shown[1:] == [str(code["http"]), code["name"], description, resolution], shown
    assert f'{shown[0]}, HTTP {code["http"]}: {description}' in paragraphs, code["name"]
    assert resolution in paragraphs, code["name"]
print(f"{len(codes)} codes with hostile text are shown unchanged")
PYTHON
# The default features do not contain every item of the documentation.
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --package studio-errors --no-deps
