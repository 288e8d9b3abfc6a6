//! A service with two catalogs and hostile texts, which every output must escape.

use studio_errors::catalog::StudioError;
use studio_errors::{Catalog, Category, StudioErrorCode};

/// The catalog with hostile texts.
#[derive(Clone, Copy, Debug)]
pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME_2";
    const CATEGORIES: &'static [Category] = &[
        Category::new("<b>\"bold\"", "Bold <b>& \"brave\"</b>", 1..=99),
        Category::new("rtl", "\u{202e}desrever", 100..=199),
    ];
}

/// Errors with hostile texts.
#[derive(Clone, Copy, Debug, StudioErrorCode)]
#[studio(catalog = Acme)]
pub enum HostileError {
    /// Closes elements, strings and comments.
    #[studio(
        code = 1,
        http = 400,
        category = "<b>\"bold\"",
        description = "</script></td></style><script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">",
        resolution = "*/ \"; `${alert(1)}` ''' --> ]]> {{ 7 * 7 }} {% x %} &lt;"
    )]
    Closing,
    /// Ends rows and tables.
    #[studio(
        code = 2,
        http = 500,
        category = "<b>\"bold\"",
        description = "a | b\n| c \\| `d` *e* _f_ [g](javascript:alert(1)) ~~h~~ # i $j$ &amp; <k>",
        resolution = "\n\n# not a heading\n- not a list"
    )]
    Tabular,
    /// Changes the direction of the text.
    #[studio(
        code = 100,
        http = 599,
        category = "rtl",
        description = "\u{202e}txet desrever\u{202c} \u{2066}left open",
        resolution = "הודעה בעברית 1601 STUDIO"
    )]
    Turning,
    /// Controls a terminal.
    #[studio(
        code = 101,
        http = 503,
        category = "rtl",
        description = "\u{1b}[2J\u{1b}]0;owned\u{7}bell \u{0} nul \u{9b}31m c1",
        resolution = "\n     compile_error!(\"code that rustdoc runs\");\ttab\rgone"
    )]
    Driving,
}

/// Errors of both catalogs.
#[derive(Clone, Copy, Debug, StudioErrorCode)]
pub enum ServiceError {
    /// The published errors.
    #[studio(transparent)]
    Studio(StudioError),
    /// The hostile errors.
    #[studio(transparent)]
    Hostile(HostileError),
}
