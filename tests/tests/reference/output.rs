//! Escaped texts and tables, for a tool that shows a reference.

use studio_errors::reference::output::{cell, json, line, terminal, two_cells};

#[test]
fn invisible_characters_are_escaped() {
    for hidden in ['\u{7}', '\u{1b}', '\u{7f}', '\u{9b}', '\u{61c}', '\u{200e}', '\u{202e}', '\u{2069}'] {
        assert_eq!(json(format!("\"{hidden}\"\n")), format!("\"\\u{:04x}\"\n", u32::from(hidden)));
        assert_eq!(terminal(&format!("a{hidden}b")).to_string(), format!("a{}b", hidden.escape_unicode()));
    }
    for separator in ['\u{2028}', '\u{2029}'] {
        let text = format!("a{separator}b");
        assert_eq!(json(text.clone()), format!("a\\u{:04x}b", u32::from(separator)));
        assert_eq!([terminal(&text).to_string(), line(&text).to_string()], ["a b"; 2]);
    }
    assert_eq!(line("a\tb\u{202e}\u{7}").to_string(), "a b\u{202e}\\u{7}");
    assert_eq!(json("{\n  \"é 世\"\n}".into()), "{\n  \"é 世\"\n}");
}

#[test]
fn a_long_text_is_truncated() {
    assert_eq!(cell("a\nb\u{7}"), "a b\\u{7}");
    assert_eq!(cell(&"é".repeat(40)), "é".repeat(40));
    assert_eq!(cell(&"é".repeat(41)), "é".repeat(39) + "…");
}

#[test]
fn two_long_texts_show_their_first_difference() {
    assert_eq!(two_cells("abc", "abd"), ["abc", "abd"]);
    let same = "x".repeat(60);
    let [a, b] = two_cells(&(same.clone() + "a"), &(same.clone() + "b" + &same));
    assert_eq!(a, format!("…{}a", "x".repeat(12)));
    assert_eq!(b, format!("…{}b{}…", "x".repeat(12), "x".repeat(25)));
    // The shorter text may end before the part that is shown.
    assert_eq!(two_cells("", &same)[0], "");
}
