//! The rows of a reference.

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use super::explanation::split;
use crate::code::envelope::DEFAULT;
use crate::code::{CodeList, CodeSet, Deprecation, Detail, DetailType, ErrorInfo, Property};
use crate::text::constant::MOST_DIGITS;

/// The reference of a code set.
///
/// The fields of this type and of its rows are the members of the JSON format, which [`Self::from_json`] reads and checks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// The catalogs of these codes, ordered by prefix.
    pub catalogs: Vec<CatalogRow>,
    /// Every code, each once, ordered by catalog and number, so that the codes of a category are consecutive.
    pub codes: Vec<CodeRow>,
    /// The categories of these codes, ordered by catalog and range.
    pub categories: Vec<CategoryRow>,
    /// The numbers that no code may have: ranges that neither overlap nor touch, ordered by catalog and number.
    pub reserved: Vec<ReservedRow>,
    /// The named sets of these codes, such as the codes of each operation.
    pub sets: Vec<SetRow>,
}

/// A named set of codes: see [`Reference::with_set`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetRow {
    /// The name, such as `CreateOrder`.
    pub name: Cow<'static, str>,
    /// The codes, in the order of the reference.
    pub codes: Vec<Cow<'static, str>>,
}

/// The format of the codes of a catalog: the prefix, the separator, and the number, padded with zeros to the width.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CatalogRow {
    /// The prefix, such as `STUDIO`. It can be empty.
    pub prefix: Cow<'static, str>,
    /// The text between the prefix and the number: `_` in `STUDIO_1601`. It can be empty.
    pub separator: Cow<'static, str>,
    /// The minimum number of digits.
    pub width: usize,
    /// The template of the error bodies, [`Catalog::ENVELOPE`](crate::Catalog::ENVELOPE); `None` if it is the published format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub envelope: Option<Cow<'static, str>>,
    /// The URL of the reference, [`Catalog::DOCS`](crate::Catalog::DOCS).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub docs: Option<Cow<'static, str>>,
    /// The domain of the gRPC errors, if it is not the prefix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<Cow<'static, str>>,
    /// The challenge of a 401.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Cow<'static, str>>,
    /// The name of the header that contains the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_header: Option<Cow<'static, str>>,
}

/// One code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeRow {
    /// The code that clients match on, such as `STUDIO_1601`.
    pub code: Cow<'static, str>,
    /// The prefix of the catalog, such as `STUDIO`.
    pub catalog: Cow<'static, str>,
    /// The number in the code, such as `1601`.
    pub number: i64,
    /// The HTTP status, from 400 to 599.
    pub http: u16,
    /// The slug of the category.
    pub category: Cow<'static, str>,
    /// The name, in `SCREAMING_SNAKE_CASE`.
    pub name: Cow<'static, str>,
    /// The public message.
    pub description: Cow<'static, str>,
    /// What the client can do. It is empty if nothing is stated.
    pub resolution: Cow<'static, str>,
    /// The explanation, in Markdown: the rest of the doc comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Cow<'static, str>>,
    /// The explanation for operators, in Markdown: the section `# Internal` of the doc comment. Only [`Reference::internal`] has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub internal: Option<Cow<'static, str>>,
    /// Whether the same request may succeed later.
    pub retryable: bool,
    /// The properties that the code states, [`Catalog::PROPERTIES`](crate::Catalog::PROPERTIES), by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<Cow<'static, str>, Cow<'static, str>>,
    /// The challenge that the code states, the `WWW-Authenticate` of its responses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge: Option<Cow<'static, str>>,
    /// The gRPC code, such as `already_exists`, if it is not that of the status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grpc: Option<Cow<'static, str>>,
    /// The deprecation, if the code is deprecated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<DeprecatedRow>,
    /// The details: values that the error body contains in addition to the message, in the order of the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<DetailRow>,
    /// Whether the details are an object with any members.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub open_details: bool,
}

/// One value in the `details` of an error body. Its `Display` text is `need (integer)` or `need (integer, optional)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DetailRow {
    /// The name of the member.
    pub name: Cow<'static, str>,
    /// `integer`, `number`, `string`, `boolean`, `array`, `violations`, or `any`. Any other word means `any`.
    #[serde(rename = "type")]
    pub kind: Cow<'static, str>,
    /// Whether the body can lack it.
    #[serde(default)]
    pub optional: bool,
}

/// The deprecation of a code. Its `Display` text is `deprecated since 1.2.0: use STUDIO_1601`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeprecatedRow {
    /// The version that deprecated the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Cow<'static, str>>,
    /// The reason, or what to use instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'static, str>>,
}

impl fmt::Display for DeprecatedRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deprecated")?;
        if let Some(since) = &self.since {
            write!(f, " since {since}")?;
        }
        self.note.as_ref().map_or(Ok(()), |note| write!(f, ": {note}"))
    }
}

/// One category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CategoryRow {
    /// The prefix of the catalog, such as `STUDIO`.
    pub catalog: Cow<'static, str>,
    /// The word for the category in attributes.
    pub slug: Cow<'static, str>,
    /// The title of the category.
    pub title: Cow<'static, str>,
    /// The numbers of the category, in ascending order.
    pub ranges: Vec<RangeRow>,
}

/// Consecutive numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RangeRow {
    /// The first number.
    pub first: i64,
    /// The last number.
    pub last: i64,
}

/// Numbers that no code may have, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReservedRow {
    /// The prefix of the catalog, such as `STUDIO`.
    pub catalog: Cow<'static, str>,
    /// The first of these numbers.
    pub first: i64,
    /// The last of these numbers.
    pub last: i64,
}

impl Reference {
    /// The reference of every code that `T` can report.
    #[must_use]
    pub fn of<T: CodeSet + ?Sized>() -> Self {
        Self::internal::<T>().public()
    }

    /// The same reference with the sections `# Internal` of the explanations, for the operators of the service.
    ///
    /// ```
    /// use studio_errors::StudioErrorCode;
    /// use studio_errors::reference::Reference;
    ///
    /// #[derive(StudioErrorCode)]
    /// #[studio(category = "quota")]
    /// enum WalletError {
    ///     /// The wallet is frozen
    ///     ///
    ///     /// # Internal
    ///     ///
    ///     /// Ask the team of the ledger.
    ///     #[studio(code = 1650, http = 423)]
    ///     Frozen,
    /// }
    ///
    /// assert!(Reference::internal::<WalletError>().to_html().contains("the ledger"));
    /// assert!(!Reference::of::<WalletError>().to_html().contains("the ledger"));
    /// ```
    #[must_use]
    pub fn internal<T: CodeSet + ?Sized>() -> Self {
        let mut reference = Self::from(T::CODES);
        for row in &mut reference.codes {
            let Some(explanation) = T::EXPLANATIONS.get(&row.code) else { continue };
            let (text, included) = split(explanation.text());
            let internal = match (explanation.internal(), &*included) {
                (internal, "") => internal.into(),
                ("", _) => included.into(),
                (internal, included) => format!("{internal}\n\n{included}").into(),
            };
            row.explanation = Some(text).filter(|text| !text.is_empty());
            row.internal = Some(internal).filter(|text: &Cow<'_, str>| !text.is_empty());
        }
        reference
    }

    /// The reference without the explanations for operators.
    #[must_use]
    pub fn public(mut self) -> Self {
        for row in &mut self.codes {
            row.internal = None;
            // A file can contain any text.
            if let Some(text) = &row.explanation
                && let (text, internal) = split(text)
                && !internal.is_empty()
            {
                row.explanation = Some(text.into_owned().into());
            }
        }
        self
    }

    /// The codes without an explanation or without a resolution, for a test:
    ///
    /// ```
    /// use studio_errors::catalog::RenderError;
    /// use studio_errors::reference::Reference;
    ///
    /// let reference = Reference::of::<RenderError>();
    /// let codes: Vec<_> = reference.unexplained().map(|row| &*row.code).collect();
    /// assert_eq!(codes, ["STUDIO_1500", "STUDIO_1501", "STUDIO_1502"]);
    /// ```
    pub fn unexplained(&self) -> impl Iterator<Item = &CodeRow> {
        self.codes.iter().filter(|row| row.explanation.is_none() || row.resolution.is_empty())
    }

    /// Adds a named set of codes, such as those of one operation. Codes that the reference lacks are added to it.
    ///
    /// The set is a member of `sets` in the JSON, and a type of this name in `OpenAPI` and in the clients for TypeScript and Python. A
    /// set that is added twice replaces the first one.
    ///
    /// ```
    /// use studio_errors::catalog::{QuotaError, RenderError};
    /// use studio_errors::code_set;
    /// use studio_errors::reference::Reference;
    ///
    /// code_set! { CreateImage: QuotaError::{INSUFFICIENT_CREDITS, FEATURE_DISABLED} }
    ///
    /// let reference = Reference::of::<RenderError>().with_set::<CreateImage>("CreateImage");
    /// assert_eq!(reference.sets[0].codes, ["STUDIO_1601", "STUDIO_1603"]);
    /// assert_eq!(reference.get("STUDIO_1601").unwrap().http, 402);
    /// ```
    #[must_use]
    pub fn with_set<S: CodeSet + ?Sized>(mut self, name: &str) -> Self {
        let set = Self::of::<S>();
        self.sets.retain(|other| other.name != name);
        let codes = set.codes.iter().map(|row| row.code.clone()).collect();
        self.sets.push(SetRow { name: String::from(name).into(), codes });
        add(&mut self.catalogs, set.catalogs, |row| (row.prefix.clone(), row.separator.clone(), row.width));
        add(&mut self.codes, set.codes, |row| (row.catalog.clone(), row.number, row.code.clone()));
        let first = |row: &CategoryRow| row.ranges.first().map(|range| range.first);
        add(&mut self.categories, set.categories, |row| (row.catalog.clone(), first(row), row.slug.clone()));
        self.reserved.extend(set.reserved);
        self.reserved = united(self.reserved);
        self
    }

    /// The row of `code`, such as `"STUDIO_1601"`.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&CodeRow> {
        self.codes.iter().find(|row| row.code == code)
    }

    pub(crate) fn code_of(&self, catalog: &str, number: impl fmt::Display) -> String {
        match self.catalogs.iter().find(|row| row.prefix == catalog) {
            Some(row) => row.code_of(number),
            None => format!("{catalog}_{number}"),
        }
    }

    /// The catalog of a code. Catalogs with one prefix can have different separators or widths.
    pub(crate) fn catalog_of(&self, code: &CodeRow) -> Option<&CatalogRow> {
        let named = || self.catalogs.iter().filter(|row| row.prefix == code.catalog);
        named().find(|row| row.code_of(code.number) == *code.code).or_else(|| named().next())
    }

    pub(crate) fn envelope_of(&self, code: &CodeRow) -> &str {
        self.catalog_of(code).map_or(DEFAULT, CatalogRow::template)
    }

    /// The categories by catalog and slug. A reference from a file may lack the category of a code.
    pub(crate) fn categories_by_slug(&self) -> BTreeMap<(&str, &str), &CategoryRow> {
        self.categories.iter().map(|row| ((&*row.catalog, &*row.slug), row)).collect()
    }
}

impl CatalogRow {
    pub(crate) fn template(&self) -> &str {
        self.envelope.as_deref().unwrap_or(DEFAULT)
    }

    /// What identifies a catalog.
    pub(crate) fn key(&self) -> (&str, &str, usize) {
        (&self.prefix, &self.separator, self.width)
    }

    /// The code with this number.
    #[must_use]
    pub fn code_of(&self, number: impl fmt::Display) -> String {
        format!("{}{}{number:0width$}", self.prefix, self.separator, width = self.width.min(MOST_DIGITS))
    }
}

impl From<CodeList> for Reference {
    fn from(list: CodeList) -> Self {
        Self {
            catalogs: catalogs(list),
            codes: list.iter().map(|info| CodeRow { details: details(list, info), ..CodeRow::from(info) }).collect(),
            categories: categories(list),
            reserved: reserved(list),
            sets: Vec::new(),
        }
    }
}

/// Adds the rows whose key is new, and orders all rows by their keys.
fn add<T, K: Ord>(rows: &mut Vec<T>, others: Vec<T>, key: impl Fn(&T) -> K) {
    let known: BTreeSet<_> = rows.iter().map(&key).collect();
    rows.extend(others.into_iter().filter(|row| !known.contains(&key(row))));
    rows.sort_by_key(key);
}

impl From<ErrorInfo> for CodeRow {
    fn from(info: ErrorInfo) -> Self {
        Self {
            code: info.code().as_str().into(),
            catalog: info.catalog().prefix.into(),
            number: info.code().number(),
            http: info.http(),
            category: info.category().slug().into(),
            name: info.name().into(),
            description: info.description().into(),
            resolution: info.resolution().into(),
            explanation: None,
            internal: None,
            retryable: info.retryable(),
            properties: {
                let names = info.catalog().properties.iter().map(Property::name);
                names.filter_map(|name| Some((name.into(), info.property(name)?.into()))).collect()
            },
            challenge: info
                .challenge()
                .filter(|own| info.http() != 401 || info.catalog().challenge.scheme() != Some(own))
                .map(Cow::from),
            grpc: info.states_grpc().then(|| info.grpc().as_str().into()),
            deprecated: info.deprecated().map(DeprecatedRow::from),
            details: info.details().iter().map(DetailRow::from).collect(),
            open_details: info.has_open_details(),
        }
    }
}

impl From<Deprecation> for DeprecatedRow {
    fn from(deprecation: Deprecation) -> Self {
        Self { since: deprecation.since().map(Cow::from), note: deprecation.note().map(Cow::from) }
    }
}

impl From<&Detail> for DetailRow {
    fn from(detail: &Detail) -> Self {
        Self { name: detail.name().into(), kind: detail.value_type().as_str().into(), optional: detail.is_optional() }
    }
}

impl fmt::Display for DetailRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}{})", self.name, self.kind, if self.optional { ", optional" } else { "" })
    }
}

/// The details of every variant that reports the code. Each is optional unless all of these variants have it.
fn details(list: CodeList, info: ErrorInfo) -> Vec<DetailRow> {
    let variants = list.variants_of(info);
    let mut rows: Vec<DetailRow> = Vec::new();
    for detail in variants.iter().flat_map(|variant| variant.details()) {
        match rows.iter_mut().find(|row| row.name == detail.name()) {
            // Two different known types do not compile.
            Some(row) if row.kind != detail.value_type().as_str() => row.kind = DetailType::Any.as_str().into(),
            Some(_) => {}
            None => rows.push(DetailRow::from(detail)),
        }
    }
    for row in &mut rows {
        let is_always_there = |variant: &ErrorInfo| {
            variant.details().iter().any(|detail| detail.name() == row.name && !detail.is_optional())
        };
        row.optional = !variants.iter().all(is_always_there);
    }
    rows
}

fn catalogs(list: CodeList) -> Vec<CatalogRow> {
    let mut rows: Vec<CatalogRow> = Vec::new();
    for catalog in list.iter().map(ErrorInfo::catalog) {
        let key = (catalog.prefix, catalog.separator, catalog.width);
        // The codes of a catalog are almost always consecutive.
        if !rows.iter().rev().any(|row| row.key() == key) {
            rows.push(CatalogRow {
                prefix: catalog.prefix.into(),
                separator: catalog.separator.into(),
                width: catalog.width,
                envelope: catalog.envelope.map(|template| template.text().into()),
                docs: catalog.docs.map(Cow::from),
                domain: Some(catalog.domain).filter(|domain| *domain != catalog.prefix).map(Cow::from),
                challenge: catalog.challenge.scheme().map(Cow::from),
                code_header: catalog.code_header.map(Cow::from),
            });
        }
    }
    rows
}

fn categories(list: CodeList) -> Vec<CategoryRow> {
    let mut rows: Vec<CategoryRow> = Vec::new();
    for info in list {
        let (catalog, category) = (info.catalog().prefix, info.category());
        // The codes of a category with several ranges need not be consecutive.
        if !rows.iter().any(|row| row.catalog == catalog && row.slug == category.slug()) {
            rows.push(CategoryRow {
                catalog: catalog.into(),
                slug: category.slug().into(),
                title: category.title().into(),
                ranges: category.ranges().map(|range| RangeRow { first: *range.start(), last: *range.end() }).collect(),
            });
        }
    }
    rows
}

fn reserved(list: CodeList) -> Vec<ReservedRow> {
    let row = |(catalog, range): (&'static str, core::ops::RangeInclusive<i64>)| ReservedRow {
        catalog: catalog.into(),
        first: *range.start(),
        last: *range.end(),
    };
    united(list.reserved().map(row).collect())
}

/// Orders ranges, and unites those that overlap or touch.
fn united(mut ranges: Vec<ReservedRow>) -> Vec<ReservedRow> {
    ranges.sort_unstable_by(|a, b| (&a.catalog, a.first, a.last).cmp(&(&b.catalog, b.first, b.last)));
    let mut rows: Vec<ReservedRow> = Vec::new();
    for range in ranges {
        match rows.last_mut() {
            Some(row) if row.catalog == range.catalog && range.first <= row.last.saturating_add(1) => {
                row.last = row.last.max(range.last);
            }
            _ => rows.push(range),
        }
    }
    rows
}
