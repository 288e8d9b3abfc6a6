//! The one event of an error that becomes a response.

use core::error::Error;
use core::fmt::{self, Write};

use crate::code::ErrorInfo;
use crate::text::escape::Terminal;

pub(crate) fn emit(info: ErrorInfo, error: &dyn fmt::Display, source: Option<&(dyn Error + 'static)>) {
    macro_rules! event {
        ($level:ident) => {
            tracing::event!(
                target: "studio_errors",
                tracing::Level::$level,
                {
                    error.type = info.code().as_str(),
                    http.response.status_code = info.http(),
                    name = info.name(),
                    category = info.category().slug(),
                    exception.message = ?Quoted(error),
                    sources = ?Sources(source),
                },
                "{}",
                Terminal(info.description())
            )
        };
    }
    if info.is_internal() {
        event!(ERROR);
    } else {
        event!(DEBUG);
    }
}

/// Every source, the innermost last.
struct Sources<'a>(Option<&'a (dyn Error + 'static)>);

impl fmt::Debug for Sources<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        let mut next = self.0;
        while let Some(source) = next {
            list.entry(&Quoted(&source));
            next = source.source();
        }
        list.finish()
    }
}

/// `Display` text as `Debug` prints a string: on one line, in quotes.
struct Quoted<'a>(&'a dyn fmt::Display);

impl fmt::Debug for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        // An error whose text fails half way must not take the rest of the event with it.
        let _ = write!(Escaped(f), "{}", self.0);
        f.write_char('"')
    }
}

struct Escaped<'a, 'f>(&'a mut fmt::Formatter<'f>);

impl Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        write!(self.0, "{}", text.escape_debug())
    }
}
