use studio_errors::{Catalog, Category, CodeList, CodeSet, StudioErrorCode};

/// The catalog of codes such as `ACME_2_1`.
#[derive(Clone, Copy, Debug)]
pub struct Acme;

impl Catalog for Acme {
    const PREFIX: &'static str = "ACME_2";
    const CATEGORIES: &'static [Category] = &[
        Category::new("<b>\"bold\"", "Bold <b>& \"brave\"</b>", 1..=99),
        Category::new("rtl", "\u{202e}desrever", 100..=199),
    ];
    const PUBLISHED: CodeList = <AcmeError as CodeSet>::CODES;
}

/// Any error of the catalog `Acme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, published, from_code)]
pub enum AcmeError {
    /// A category.
    #[studio(transparent)]
    BBold(BBoldError),
    /// A category.
    #[studio(transparent)]
    Rtl(RtlError),
}

/// The published errors 1 to 99.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, category = "<b>\"bold\"", published)]
pub enum BBoldError {
    /// The code `ACME_2_1`.
    #[studio(
        code = 1,
        http = 400,
        description = "</script></td></style><script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">",
        resolution = "*/ \"; `${alert(1)}` ''' --> ]]> {{ 7 * 7 }} {% x %} &lt;"
    )]
    Closing,
    /// The code `ACME_2_2`.
    #[studio(
        code = 2,
        http = 500,
        description = "a | b\n| c \\| `d` *e* _f_ [g](javascript:alert(1)) ~~h~~ # i $j$ &amp; <k>",
        resolution = "\n\n# not a heading\n- not a list"
    )]
    Tabular,
}

/// The published errors 100 to 199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = Acme, category = "rtl", published)]
pub enum RtlError {
    /// The code `ACME_2_100`.
    #[studio(
        code = 100,
        http = 599,
        description = "\u{202e}txet desrever\u{202c} \u{2066}left open",
        resolution = "הודעה בעברית 1601 STUDIO"
    )]
    Turning,
    /// The code `ACME_2_101`.
    #[studio(
        code = 101,
        http = 503,
        description = "\u{1b}[2J\u{1b}]0;owned\u{7}bell \0 nul \u{9b}31m c1",
        resolution = "\n     compile_error!(\"code that rustdoc runs\");\ttab\rgone"
    )]
    Driving,
}
