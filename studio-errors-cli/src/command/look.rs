//! Colors and fonts in the terminal.

use std::io::{self, Write};

use clap::builder::styling::{AnsiColor, Style};

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const QUIET: Style = Style::new().dimmed();
pub(super) const DEPRECATED: Style = AnsiColor::Magenta.on_default();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();

/// One color for errors of the client, and one for errors of the server.
pub(super) const fn http(status: u16) -> Style {
    if status < 500 { AnsiColor::Yellow.on_default() } else { AnsiColor::Red.on_default() }
}

/// Writes a line whose label has a color: `error: `, `help: ` or `note: `.
pub(super) fn labelled(line: &str, err: &mut impl Write) -> io::Result<()> {
    let styles = [("error:", ERROR), ("help:", HELP), ("note:", HELP)];
    match styles.iter().find_map(|(label, style)| Some((label, style, line.strip_prefix(label)?))) {
        Some((label, style, text)) => writeln!(err, "{style}{label}{style:#}{text}"),
        None => writeln!(err, "{line}"),
    }
}
