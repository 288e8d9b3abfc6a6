//! The guide page about transports.

/// Checks that the guide contains the item of `source` that begins with `start`.
pub(crate) fn contains(source: &str, start: &str) {
    let page = include_str!("../../../../studio-errors/src/guide/transports.md");
    let from = source.find(&format!("\n{start}")).expect("the item is in the source") + 1;
    let end = from + source[from..].find("\n}").expect("the item ends") + 2;
    let item = &source[from..end];
    assert!(page.contains(item), "the guide page about transports does not contain\n{item}");
}
