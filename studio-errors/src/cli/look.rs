//! What things look like in a terminal that has colours.

use clap::builder::styling::{AnsiColor, Style};

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const QUIET: Style = Style::new().dimmed();
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(super) const HELP: Style = AnsiColor::Cyan.on_default().bold();

/// The client's fault, or the server's.
pub(super) const fn http(status: u16) -> Style {
    if status < 500 { AnsiColor::Yellow.on_default() } else { AnsiColor::Red.on_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_the_client_s_or_the_server_s() {
        let (client, server) = (AnsiColor::Yellow.on_default(), AnsiColor::Red.on_default());
        assert_eq!([http(400), http(499), http(500), http(599)], [client, client, server, server]);
    }
}
