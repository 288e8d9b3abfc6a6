//! The facts of one code.

use alloc::string::String;
use core::fmt;
use core::hash::{Hash, Hasher};

use super::catalog_facts::page;
use super::row::Row;
use super::table::{Table, stated};
use super::{CatalogFacts, Category, Code, Deprecation, Detail, GrpcCode, Level};
use crate::text::constant::{equal, equal_options, find, is_at, value_of};

/// The facts of one code: its HTTP status, category, name, texts and policy.
///
/// It is `Copy` and has the size of two pointers. Two values are equal if all of their facts are equal.
///
/// ```
/// use studio_errors::{catalog::QuotaError, StudioErrorCode};
///
/// let info = QuotaError::InsufficientCredits.info();
/// assert_eq!(info.code(), "STUDIO_1601");
/// assert_eq!(info.http(), 402);
/// assert_eq!(info.category().slug(), "quota");
/// assert_eq!(info.name(), "INSUFFICIENT_CREDITS");
/// assert_eq!(info.description(), "Insufficient AI credits in wallet for this generation");
/// assert!(!info.retryable());
/// ```
#[derive(Clone, Copy)]
pub struct ErrorInfo {
    table: &'static Table,
    row: usize,
}

/// The category of a row whose category is unknown, which is a compile error elsewhere.
static NO_CATEGORY: Category = Category::new("", "", 0..=0);

impl ErrorInfo {
    #[inline]
    pub(crate) const fn new(table: &'static Table, row: usize) -> Self {
        Self { table, row }
    }

    pub(crate) const fn table(self) -> &'static Table {
        self.table
    }

    pub(crate) const fn catalog(self) -> &'static CatalogFacts {
        self.table.catalog
    }

    pub(crate) const fn place(self) -> usize {
        self.row
    }

    #[inline]
    const fn row(self) -> Row<'static> {
        self.table.row(self.row)
    }

    #[inline]
    const fn published(self, row: Row<'_>) -> Option<Self> {
        self.table.published(row)
    }

    /// The published code whose description and body replace those of the row.
    #[inline]
    const fn published_body(self, row: Row<'_>) -> Option<Self> {
        // Most rows are not published, so the cheaper check comes first.
        match self.published(row) {
            Some(published) if row.yields_description() => Some(published),
            _ => None,
        }
    }

    /// The code that clients match on.
    #[inline]
    #[must_use]
    pub const fn code(self) -> Code {
        let row = self.row();
        match self.published_body(row) {
            Some(published) => published.code(),
            None => Code::new(self.table.number_of(row), self.piece(row.code())),
        }
    }

    /// The HTTP status of the response, from 400 to 599.
    #[inline]
    #[must_use]
    pub const fn http(self) -> u16 {
        let row = self.row();
        if row.http() > 0 {
            return row.http();
        }
        match self.published(row) {
            Some(published) => published.http(),
            None if self.table.defaults.http > 0 => self.table.defaults.http,
            None => match self.table.stated_grpc(self.row) {
                Some(code) => code.http(),
                // The missing status is a compile error.
                None => 500,
            },
        }
    }

    /// The category that owns the number.
    #[inline]
    #[must_use]
    pub const fn category(self) -> &'static Category {
        match self.table.category(self.row()) {
            Some(category) => category,
            None => &NO_CATEGORY,
        }
    }

    /// The name, in `SCREAMING_SNAKE_CASE`.
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.piece(self.row().name())
    }

    /// The start and the length of the name in the texts of the table.
    pub(crate) const fn name_in_text(self) -> (usize, usize) {
        self.row().name()
    }

    /// Whether this is the name, in constant evaluation, where validating UTF-8 takes longer than this comparison.
    pub(crate) const fn is_named(self, name: &str) -> bool {
        let (start, len) = self.name_in_text();
        len == name.len() && is_at(self.table.text.bytes(), start, name.as_bytes())
    }

    /// The public message.
    #[inline]
    #[must_use]
    pub const fn description(self) -> &'static str {
        let row = self.row();
        match self.published_body(row) {
            Some(published) => published.description(),
            None => self.piece(row.description()),
        }
    }

    /// What the client can do. It is empty if nothing is stated.
    #[inline]
    #[must_use]
    pub const fn resolution(self) -> &'static str {
        let own = self.table.resolution(self.row);
        match self.published(self.row()) {
            Some(published) if own.1 == 0 || self.resolution_is_a_section() && !published.resolution().is_empty() => {
                published.resolution()
            }
            _ => self.piece(own),
        }
    }

    const fn resolution_is_a_section(self) -> bool {
        find!(row in self.table.rare.sections => *row == self.row).is_some()
    }

    /// Whether the same request may succeed later.
    ///
    /// By default, it depends on the status: 408, 425, 429, 500, 502, 503 and 504 are retryable ([RFC 9110, section
    /// 15](https://www.rfc-editor.org/rfc/rfc9110#section-15), [RFC 6585, section
    /// 4](https://www.rfc-editor.org/rfc/rfc6585#section-4), [RFC 8470, section
    /// 5.2](https://www.rfc-editor.org/rfc/rfc8470#section-5.2)).
    #[must_use]
    pub const fn retryable(self) -> bool {
        let row = self.row();
        let published = self.published(row);
        match (row.retryable(), published, self.table.defaults.retryable) {
            (1, ..) | (0, None, 1) => false,
            (2, ..) | (0, None, 2) => true,
            (_, Some(published), _) => published.retryable(),
            _ => is_retryable_status(self.http()),
        }
    }

    /// The level of the log event. By default, it is `Error` for a 5xx and `Debug` for a 4xx.
    #[must_use]
    pub const fn level(self) -> Level {
        match self.stated_level() {
            Some(level) => level,
            None => Level::of_status(self.http()),
        }
    }

    const fn stated_level(self) -> Option<Level> {
        let row = self.row();
        match (Level::from_number(row.level()), self.published(row)) {
            (None, Some(published)) if published.stated_level().is_some() => published.stated_level(),
            // If the published code states no level, that of the enum applies.
            (None, _) => Level::from_number(self.table.defaults.level),
            (stated, _) => stated,
        }
    }

    /// The code in gRPC: the stated one, otherwise that of the status.
    #[must_use]
    pub const fn grpc(self) -> GrpcCode {
        match self.stated_grpc() {
            Some(code) => code,
            None => GrpcCode::of_status(self.http()),
        }
    }

    /// Whether the code in gRPC is not that of the status.
    #[cfg(feature = "reference")]
    pub(crate) const fn states_grpc(self) -> bool {
        self.grpc().number() != GrpcCode::of_status(self.http()).number()
    }

    const fn stated_grpc(self) -> Option<GrpcCode> {
        match (self.table.stated_grpc(self.row), self.published(self.row())) {
            (None, Some(published)) => published.stated_grpc(),
            (stated, _) => stated,
        }
    }

    /// The members of `details` in the error body, in the order of the body: the fields of this variant with the key `detail`.
    ///
    /// Details are not facts of the code: another type can report the code with other details.
    #[must_use]
    pub const fn details(self) -> &'static [Detail] {
        match stated(self.table.details, self.row) {
            Some(details) => details,
            None => &[],
        }
    }

    /// The property of the code with this name, which the catalog declares in [`PROPERTIES`](crate::Catalog::PROPERTIES). `None` if
    /// the code does not state it.
    #[must_use]
    pub const fn property(self, name: &str) -> Option<&'static str> {
        let own = match stated(self.table.rare.properties, self.row) {
            Some(properties) => value_of(properties, name),
            None => None,
        };
        match (own, self.published(self.row())) {
            (None, Some(published)) if published.property(name).is_some() => published.property(name),
            (None, _) => value_of(self.table.rare.shared_properties, name),
            _ => own,
        }
    }

    /// The URL of the code in the reference, if the catalog has one: [`Catalog::DOCS`](crate::Catalog::DOCS).
    #[must_use]
    pub fn docs(self) -> Option<String> {
        Some(page(self.catalog().docs?, self.code().as_str()))
    }

    /// The `WWW-Authenticate` header: the stated one, and for a 401 that of the catalog.
    pub(crate) const fn challenge(self) -> Option<&'static str> {
        let own = stated(self.table.rare.challenges, self.row);
        match (own, self.published(self.row())) {
            (Some(challenge), _) => Some(challenge),
            (None, Some(published)) => published.challenge(),
            (None, None) if self.http() == 401 => self.catalog().challenge.scheme(),
            (None, None) => None,
        }
    }

    /// Whether the details are one object, with any members: the field with the key `details`.
    #[cfg(feature = "reference")]
    pub(crate) fn has_open_details(self) -> bool {
        self.table.rare.open_details.contains(&self.row)
    }

    /// The deprecation of the code. `None` if it is not deprecated.
    #[must_use]
    pub const fn deprecated(self) -> Option<Deprecation> {
        match (stated(self.table.deprecated, self.row), self.published(self.row())) {
            (None, Some(published)) => published.deprecated(),
            (stated, _) => stated,
        }
    }

    /// The error body before its message, the length of the message, and the body after it.
    #[inline]
    pub(crate) const fn around_message(self) -> (&'static str, usize, &'static str) {
        let row = self.row();
        if let Some(published) = self.published_body(row) {
            return published.around_message();
        }
        let ((start, body_len), (message, len)) = (row.body(), row.message());
        let end = message + len;
        let after = (start + body_len).saturating_sub(end);
        (self.piece((start, message - start)), len, self.piece((end, after)))
    }

    /// The error body with the description as its message.
    // Where the table is known, most of it is evaluated at compile time, so that a constant body takes half of the instructions.
    #[expect(clippy::inline_always)]
    #[inline(always)]
    pub(crate) const fn json(self) -> &'static str {
        let row = self.row();
        match self.table.published_with_body(row) {
            Some(published) if row.yields_description() => published.json,
            _ => self.piece(row.body()),
        }
    }

    /// The target of the log events: the one that the type states, otherwise its module.
    #[cfg(feature = "tracing")]
    pub(crate) const fn target(self) -> &'static str {
        if self.table.target.is_empty() { self.table.module } else { self.table.target }
    }

    /// Whether clients must receive only the description: for a 5xx, and for an internal gRPC code.
    #[inline]
    pub(crate) const fn is_internal(self) -> bool {
        self.http() >= 500 || matches!(self.stated_grpc(), Some(code) if code.is_internal())
    }

    /// Whether the facts are the same that must agree between types that report one code.
    pub(crate) const fn agrees(self, other: Self) -> bool {
        self.http() == other.http()
            && self.retryable() == other.retryable()
            && self.grpc().number() == other.grpc().number()
            && equal(self.name(), other.name())
            && equal(self.category().slug(), other.category().slug())
            && self.different_property(other).is_none()
    }

    /// The name of a property in which the two differ.
    pub(crate) const fn different_property(self, other: Self) -> Option<&'static str> {
        let properties = self.catalog().properties;
        match find!(of in properties => !equal_options(self.property(of.name()), other.property(of.name()))) {
            Some(property) => Some(property.name()),
            None => None,
        }
    }

    #[inline]
    const fn piece(self, piece: (usize, usize)) -> &'static str {
        self.table.text.piece(piece)
    }
}

/// Whether a status is retryable by default.
pub(crate) const fn is_retryable_status(http: u16) -> bool {
    matches!(http, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

impl PartialEq for ErrorInfo {
    fn eq(&self, other: &Self) -> bool {
        let texts = |info: &Self| (info.code(), info.name(), info.description(), info.resolution());
        let facts = |info: &Self| {
            (info.http(), info.grpc(), info.category(), info.retryable(), info.level(), info.deprecated())
        };
        texts(self) == texts(other)
            && facts(self) == facts(other)
            && self.different_property(*other).is_none()
            && other.different_property(*self).is_none()
    }
}

impl Eq for ErrorInfo {}

impl Hash for ErrorInfo {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

impl fmt::Debug for ErrorInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorInfo")
            .field("code", &self.code())
            .field("http", &self.http())
            .field("grpc", &self.grpc().as_str())
            .field("category", &self.category().slug())
            .field("name", &self.name())
            .field("description", &self.description())
            .field("resolution", &self.resolution())
            .field("retryable", &self.retryable())
            .field("level", &self.level())
            .field("deprecated", &self.deprecated())
            .finish()
    }
}
