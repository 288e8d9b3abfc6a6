//! The explanations of codes: import, verify, the option `--internal`, and the comments of the clients.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use studio_errors::catalog::{QuotaError, StudioError};
use studio_errors::reference::Reference;
use studio_errors_cli::client::{to_python, to_typescript};
use studio_errors_cli::page::{Column, Kind, Page, PageFormat};

/// The rest of the doc comment of each variant with one, by the number of its code.
fn explanations(page: &str, format: PageFormat) -> BTreeMap<String, String> {
    let page = Page::parse(page, format).unwrap();
    let imported = page.to_rust("Acme").unwrap();
    assert!(imported.left_out.is_empty(), "{:?}", imported.left_out);
    let mut found = BTreeMap::new();
    let (mut lines, mut is_rest) = (Vec::new(), false);
    for line in imported.rust.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            if is_rest {
                lines.push(text.strip_prefix(' ').unwrap_or(text).to_owned());
            }
            is_rest |= text.is_empty();
        } else if let Some((_, code)) = line.split_once("code = ") {
            if is_rest {
                let number = code.chars().take_while(char::is_ascii_digit).collect();
                found.insert(number, lines.join("\n"));
            }
            (lines, is_rest) = (Vec::new(), false);
        }
    }
    found
}

fn map(explanations: &[(&str, &str)]) -> BTreeMap<String, String> {
    explanations.iter().map(|(code, text)| ((*code).to_owned(), (*text).to_owned())).collect()
}

const TABLE: &str = "# Errors\n\n## Cards (1001-1099)\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n\
     | 1001 | 400 | ALPHA | Bad alpha |\n| 1002 | 404 | BETA | No beta |\n";

#[test]
fn text_below_the_heading_of_a_code_is_its_explanation() {
    for (text, expected) in [
        (
            "\n## Causes\n\n### 1001 ALPHA\n\nOne *cause* and `code`.\n\n- a\n- b\n\n#### Log\n\nMore.\n\n### 1002\n\nTwo.\n\n## Other\n\nText.\n",
            map(&[("1001", "One *cause* and `code`.\n\n- a\n- b\n\n# Log\n\nMore."), ("1002", "Two.")]),
        ),
        // One heading is enough, and a table in the text is a part of it.
        (
            "\n### 1001: Bad alpha\n\n| Status | Cause |\n|---|---|\n| 500 | x |\n",
            map(&[("1001", "| Status | Cause |\n|---|---|\n| 500 | x |")]),
        ),
        // The text of two headings is united, and a heading without text explains nothing.
        ("\n### 1001\n\nOne.\n\n### 1002\n\n### 1001\n\nTwo.\n", map(&[("1001", "One.\n\nTwo.")])),
        // The derive would compare a section `Resolution` with the resolution, and rustdoc would compile code.
        (
            "\n### 1001\n\n```\nlet a\n```\n\n#### Resolution\n\nWait.\n",
            map(&[("1001", "```text\nlet a\n```\n\n# **Resolution**\n\nWait.")]),
        ),
        // A line of code is no heading.
        (
            "\n### 1001\n\n```sh\n# Resolution\n```\n\n#### Log\n\n- ##### Resolution\n",
            map(&[("1001", "```sh\n# Resolution\n```\n\n# Log\n\n- ## **Resolution**")]),
        ),
        // rustdoc compiles no block of code, and a language that it does not know stays.
        (
            "\n### 1001\n\n```rust\na\n```\n\n~~~json\n# b\n~~~\n\n- c\n\n      d\n\n> e\n> ```should_panic\n> f\n> ```\n",
            map(&[(
                "1001",
                "```text\na\n```\n\n```json\n# b\n```\n\n- c\n\n  ```text\n  d\n  ```\n\n> e\n>\n> ```text\n> f\n> ```",
            )]),
        ),
        (
            "\n### 1001\n\n3. a  \n   b\n4. ![c](d.png) ~~e~~\n\n***\n\n\u{7}\\\u{202e}\n",
            map(&[("1001", "3. a\\\n   b\n4. ![c](d.png) ~~e~~\n\n***\n\n\\\\u{7}\\\\\\\\u{202e}")]),
        ),
        // Tags become Markdown, and a comment is not text of the page.
        ("\n### 1001\n\n<a id=\"x\"></a>One <b>b</b>. <!-- c -->\n", map(&[("1001", "One **b**.")])),
        (
            "\n<details>\n<summary>1001 ALPHA</summary>\n\nOne.\n\n</details>\n<details>\n<summary>1002 BETA</summary>\n\nTwo.\n\n</details>\n",
            map(&[("1001", "One."), ("1002", "Two.")]),
        ),
        ("\n### Other\n\nText.\n", map(&[])),
    ] {
        assert_eq!(explanations(&format!("{TABLE}{text}"), PageFormat::Markdown), expected, "{text}");
    }
}

#[test]
fn a_page_of_headings_and_a_heading_with_other_codes_are_read_as_before() {
    let page = "# Errors\n\n## 1001 ALPHA (400)\n\nBad alpha\n\n## 1002 BETA (404)\n\nNo beta\n";
    assert_eq!(explanations(page, PageFormat::Markdown), map(&[]));
    // The heading is also the title of other codes.
    let other = "\n## 1001 Orders\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 2001 | 400 | GAMMA | c |\n";
    let imported = Page::parse(&format!("{TABLE}{other}"), PageFormat::Markdown).unwrap().to_rust("Acme").unwrap();
    assert!(imported.rust.contains("code = 2001"), "{}", imported.rust);
    // A table without statuses is completed below the headings.
    let page = "| Code | Message |\n|---|---|\n| 1001 | Bad alpha |\n| 1002 | No beta |\n\n## 1001\n\nHTTP status: 400\n\n## 1002\n\nHTTP status: 404\n";
    let imported = Page::parse(page, PageFormat::Markdown).unwrap().to_rust("Acme").unwrap();
    assert!(imported.rust.contains("http = 404") && imported.left_out.is_empty(), "{:?}", imported.left_out);
}

#[test]
fn html_becomes_markdown() {
    let table = "<h1>Errors</h1><table><tr><th>Code<th>HTTP<th>Name<th>Message<tr><td>1001<td>400<td>ALPHA<td>Bad alpha<tr><td>1002<td>404<td>BETA<td>No beta</table>";
    for (text, expected) in [
        (
            "<section><h2>1001 ALPHA</h2><div><p>One <b>cause</b>,\n <code>a|b</code> and <a href=\"https://a.b/c\">link</a>.</p><ul><li>a<li>b<ol><li>c</ol></ul><pre>x\n  y</pre></div></section><h2>1002</h2><p>2 * 3 &lt;b&gt; [a] &amp;amp; _x_<br>- c</p><h2>Other</h2><p>Text</p>",
            map(&[
                (
                    "1001",
                    "One **cause**,\n`a|b` and [link](https://a.b/c).\n\n- a\n- b\n  1. c\n\n```text\nx\n  y\n```",
                ),
                ("1002", "2 \\* 3 \\<b> \\[a\\] &amp; \\_x\\_\\\n\\- c"),
            ]),
        ),
        (
            "<h2>1001</h2><table><tr><th>Where<th>Cause<tr><td>a | b<td><p>c</p><p>d</p></table>",
            map(&[("1001", "| Where | Cause |\n|---|---|\n| a \\| b | c d |")]),
        ),
        // A cell has one line.
        (
            "<h2>1001</h2><table><tr><th>Where<th>Cause<tr><td><h3>a</h3><ul><li>b<li>c</ul><td><blockquote>d</blockquote><hr><pre>e\nf</pre></table>",
            map(&[("1001", "| Where | Cause |\n|---|---|\n| a b c | d `e f` |")]),
        ),
        ("<nav><h2>1001</h2></nav><h2>Causes</h2><h3>1002 BETA</h3><p>Two</p>", map(&[("1002", "Two")])),
    ] {
        let expected: BTreeMap<_, _> =
            expected.into_iter().map(|(code, text)| (code, text.replace("&amp;", "\\&amp;"))).collect();
        assert_eq!(explanations(&format!("{table}{text}"), PageFormat::Html), expected, "{text}");
    }
    // An explanation in a cell, as in the reference.
    let row = table.replace("Bad alpha", "Bad alpha<details><summary>Details</summary><p>One</p></details>");
    assert_eq!(explanations(&row, PageFormat::Html), map(&[("1001", "One")]));
}

/// The published reference with another explanation, and a section for operators.
fn explained(explanation: &str) -> Reference {
    let mut reference: Value = serde_json::from_str(&Reference::of::<QuotaError>().to_json()).unwrap();
    let members = json!({"explanation": explanation, "internal": "Look at the secret dashboard."});
    let Value::Object(members) = members else { panic!("not an object") };
    reference["codes"][1].as_object_mut().unwrap().extend(members);
    Reference::from_json(&reference.to_string()).unwrap()
}

const FORMATS: [PageFormat; 3] = [PageFormat::Markdown, PageFormat::Html, PageFormat::Json];

fn page(reference: &Reference, format: PageFormat) -> String {
    match format {
        PageFormat::Markdown => reference.to_markdown(),
        PageFormat::Html => reference.to_html(),
        _ => reference.to_json(),
    }
}

#[test]
fn verify_compares_explanations() {
    let reference = Reference::of::<StudioError>();
    for format in FORMATS {
        let text = page(&reference, format);
        let findings = |text: &str| Page::parse(text, format).unwrap().verify(&reference).findings().to_vec();
        assert_eq!(findings(&text), [], "{format:?}");
        let own = "The limits are 50 MB for images and 500 MB for video.";
        let found = findings(&text.replace(own, "The limits are 5 MB."));
        let [finding] = &*found else { panic!("{format:?} {found:?}") };
        assert_eq!((finding.kind, &*finding.subject), (Kind::Explanation, "STUDIO_1902"));
        assert_eq!((&*finding.page, &*finding.code), ("The limits are 5 MB.", own));
        let found = findings(&text.replace(own, ""));
        let found: Vec<_> = found.iter().map(|finding| (finding.kind, &*finding.page)).collect();
        assert_eq!(found, [(Kind::Explanation, "")], "{format:?}");
    }
    // A page without any explanation states none.
    let mut without = reference.clone();
    without.codes.iter_mut().for_each(|row| row.explanation = None);
    for format in FORMATS {
        let verification = Page::parse(&page(&without, format), format).unwrap().verify(&reference);
        assert_eq!(verification.findings(), [], "{format:?}");
    }
}

#[test]
fn a_wrong_name_in_the_heading_of_an_explanation_is_a_finding() {
    let reference = Reference::of::<StudioError>();
    let text = reference.to_markdown();
    let names = |heading: &str| {
        let page = text.replace("### `STUDIO_1902` `FILE_TOO_LARGE`", heading);
        let verification = Page::parse(&page, PageFormat::Markdown).unwrap().verify(&reference);
        let found = verification.findings().iter();
        found.map(|finding| (finding.kind, finding.page.clone(), finding.code.clone())).collect::<Vec<_>>()
    };
    let wrong = (Kind::Fact(Column::Name), "FILE_TOO_SMALL".to_owned(), "FILE_TOO_LARGE".to_owned());
    assert_eq!(names("### `STUDIO_1902` `FILE_TOO_SMALL`"), [wrong]);
    // A title is not a name.
    for heading in ["### STUDIO_1902", "### STUDIO_1902 Limits", "### STUDIO_1902: the file is too large"] {
        assert_eq!(names(heading), [], "{heading}");
    }
}

#[test]
fn the_section_for_operators_stays_one() {
    let hostile = "One [a](javascript:x) <div>\n\n# STUDIO_1600 RATE_LIMIT_EXCEEDED\n\n![b](https://a.b/c.png) ``` \u{202e}\n\n<script>x</script>";
    let reference = explained(hostile);
    for format in FORMATS {
        let text = page(&reference, format);
        let parsed = Page::parse(&text, format).unwrap();
        assert_eq!(parsed.verify(&reference).findings(), [], "{format:?}\n{text}");
        assert_eq!(parsed.verify(&reference.clone().public()).findings(), [], "{format:?}\n{text}");
        let rust = parsed.to_rust("Acme").unwrap().rust;
        let internal = rust.lines().skip_while(|line| !line.trim().ends_with("# Internal")).take(3);
        let internal: Vec<_> = internal.map(str::trim).collect();
        assert!(internal.first().is_some_and(|line| line.starts_with("/// #")), "{format:?}\n{rust}");
        assert_eq!(internal[1..], ["///", "/// Look at the secret dashboard."], "{format:?}\n{rust}");
    }
}

#[test]
fn the_option_internal_shows_the_section_for_operators() {
    let file = tempfile(&explained("Public text.").to_json());
    let out = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_hostile-errors")).args(args).output().unwrap();
        assert!(output.status.success(), "{args:?} {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let commands = [
        vec!["explain", "1601", "--reference", &file],
        vec!["export", "--format", "markdown", "--reference", &file],
        vec!["export", "--format", "html", &file],
        vec!["export", "--format", "json", &file],
        vec!["export", "--format", "openapi", "--reference", &file],
    ];
    for mut command in commands {
        let public = out(&command);
        assert!(public.contains("Public text.") && !public.contains("secret"), "{command:?}\n{public}");
        command.push("--internal");
        let internal = out(&command);
        assert!(internal.contains("Public text.") && internal.contains("secret dashboard"), "{command:?}\n{internal}");
    }
    fs::remove_file(file).unwrap();
}

/// Writes a file with a name of its own.
fn tempfile(text: &str) -> String {
    let path = std::env::temp_dir().join(format!("studio-errors-explanations-{}.json", std::process::id()));
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_explanation_cannot_end_the_comments_of_the_clients() {
    let reference = explained("a */ b\n\n\"\"\" c \\\n\u{202e}d \\\"\"\"\n/");
    let typescript = to_typescript(&reference);
    let comment = "  /**\n   * a *\\/ b\n   *\n   * \"\"\" c \\\n   * \\u{202e}d \\\"\"\"\n   * /\n   */\n";
    assert!(typescript.contains(comment), "{typescript}");
    let python = to_python(&reference);
    let docstring = "    a */ b\n\n    \\\"\\\"\\\" c \\\\\n    \\\\u{202e}d \\\\\\\"\\\"\\\"\n    /\n";
    assert!(python.contains(docstring), "{python}");
    assert!(!typescript.contains("secret") && !python.contains("secret"));
}
