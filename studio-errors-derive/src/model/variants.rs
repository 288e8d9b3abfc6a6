//! Reads one variant after another, and builds the model from them.

use std::collections::HashSet;

use syn::ext::IdentExt;
use syn::{Attribute, Expr, Fields, Ident, parse_quote};

use super::reader::Reader;
use super::{Coded, Fault, Keys, Kind, Model, Variant};
use crate::attr::Attr;
use crate::given::Given;
use crate::key::Place;
use crate::name;
use crate::value::GeneratedName;

/// The constants of the traits that the derive implements.
pub(crate) const OF_TRAITS: [&str; 2] = ["CODES", "EXPLANATIONS"];

impl Reader<'_> {
    pub(super) fn variant(
        &mut self,
        ident: &Ident,
        attrs: &[Attribute],
        fields: &Fields,
        mut attr: Attr,
        discriminant: Option<&Expr>,
    ) {
        let (retry_after, mut details) = self.roles(fields, &mut attr);
        let kind = match attr.transparent.span() {
            Some(span) => self.transparent(ident, fields, &attr, span),
            None => None,
        };
        let kind = kind.unwrap_or_else(|| {
            let row = self.coded(ident, attrs, fields, attr, discriminant);
            self.refuse_internal(&mut details, self.rows[row].internal());
            Kind::Coded { row, display: self.rows[row].attr.display.span() }
        });
        let is_copied = !self.attr.kind.is_absent() || !self.attr.received.is_absent();
        self.variants.push(Variant {
            ident: ident.clone(),
            is_unit: fields.is_empty(),
            is_path: matches!(fields, Fields::Unit),
            kind,
            deprecated: attrs.iter().find(|attr| is_copied && attr.path().is_ident("deprecated")).cloned(),
            retry_after,
            details,
        });
    }

    pub(super) fn finish(mut self, place: Place) -> Model {
        let attr = self.attr;
        self.refuse_other_types();
        let from_code = self.has_from_code(place);
        let own = self.input.ident.unraw();
        let kind = self.generated(&attr.kind, &format!("{own}Kind"), "kind");
        let received = self.generated(&attr.received, &format!("Received{own}"), "received type");
        let non_exhaustive = self.input.attrs.iter().find(|attr| attr.path().is_ident("non_exhaustive"));
        let category = match &attr.category {
            Given::Value(slug, at) if !attr.catalog.is_refused() => {
                Some((self.category_place(slug.0.clone()), at.value))
            }
            _ => None,
        };
        self.refuse_in_grpc();
        if place == Place::Enum {
            self.hide_constants();
        }
        refuse_far(&mut self.rows);
        let (rows, distinct, places) = sorted(self.rows);
        for variant in &mut self.variants {
            if let Kind::Coded { row, .. } = &mut variant.kind {
                *row = places[*row];
            }
        }
        Model {
            krate: attr.krate.value().map_or_else(|| parse_quote!(::studio_errors), |path| path.0.clone()),
            ident: self.input.ident.clone(),
            vis: self.input.vis.clone(),
            generics: self.input.generics.clone(),
            attr: attr.clone(),
            from_code,
            kind,
            received,
            non_exhaustive: non_exhaustive.cloned(),
            is_struct: place == Place::Struct,
            variants: self.variants,
            rows: rows.into(),
            distinct,
            categories: self.categories,
            category,
            keys: Keys { types: attr.written.clone(), ..self.keys },
        }
    }

    /// Finds the constants that have the name of a variant, or of a constant of a trait.
    fn hide_constants(&mut self) {
        let variants = self.variants.iter().map(|variant| variant.ident.unraw().to_string());
        let mut variants: HashSet<_> = variants.filter(|variant| name::is_sound(variant)).collect();
        variants.extend(OF_TRAITS.map(str::to_owned));
        for row in &mut self.rows {
            row.is_hidden = variants.contains(&row.name.text);
        }
    }

    /// Whether `FromCode` is implemented: for enums of unit variants, and with `from_code`.
    fn has_from_code(&mut self, place: Place) -> bool {
        let Some(span) = self.attr.from_code.span() else {
            let unit = |variant: &Variant| variant.is_unit && matches!(variant.kind, Kind::Coded { .. });
            return place == Place::Enum && self.variants.iter().all(unit);
        };
        let help = if self.attr.kind.is_absent() {
            "write `kind`, which generates a type without fields"
        } else {
            "remove `from_code`"
        };
        let with_fields = |variant: &&Variant| !variant.is_unit && matches!(variant.kind, Kind::Coded { .. });
        if let Some(variant) = self.variants.iter().find(with_fields) {
            let name = variant.ident.unraw();
            let fact = format!("`from_code` cannot create `{name}`: a code has no values for its fields");
            self.diagnostics.at(span, &fact, help);
        }
        true
    }

    /// Returns the name of a generated type, if it is generated. A refused name is replaced by the default name.
    fn generated(&mut self, key: &Given<Option<GeneratedName>>, default: &str, what: &str) -> Option<Ident> {
        if key.is_absent() {
            return None;
        }
        let own = self.input.ident.unraw();
        let default = Ident::new(default, key.span().unwrap_or_else(|| own.span()));
        match key.value() {
            Some(Some(GeneratedName(name))) if name.unraw() == own => {
                let fact = format!("`{own}` is the type itself, not its {what}");
                self.diagnostics.at(name.span(), &fact, &format!("write `\"{default}\"`"));
                Some(default)
            }
            Some(Some(GeneratedName(name))) => Some(name.clone()),
            _ => Some(default),
        }
    }
}

/// Refuses the numbers that are too far from the others: a row has 32 bits for the distance from the first number of the table.
fn refuse_far(rows: &mut [Coded]) {
    let mut numbers: Vec<_> = rows.iter().filter_map(|row| row.number).collect();
    numbers.sort_unstable();
    let last = |first: i64| first.saturating_add(u32::MAX.into());
    // The first range that contains the most numbers.
    let in_range = |i: usize| numbers.partition_point(|number| *number <= last(numbers[i])) - i;
    let Some(i) = (0..numbers.len()).rev().max_by_key(|i| in_range(*i)) else { return };
    let range = numbers[i]..=last(numbers[i]);
    // The variant from whose number the others are too far.
    let near = rows.iter().find(|row| row.number == Some(numbers[i])).map(|row| row.ident.unraw().to_string());
    let near = near.unwrap_or_default();
    for row in rows {
        if let Some(number) = row.number.take_if(|number| !range.contains(number)) {
            let digits = number.to_string();
            row.fault = Some(Fault::Outside { digits, number: Some(number), near: near.clone() });
        }
    }
}

/// Sorts the rows into the order of the table. Returns them, the number of distinct codes, and the new index of each row.
fn sorted(rows: Vec<Coded>) -> (Vec<Coded>, usize, Vec<usize>) {
    let mut rows: Vec<_> = rows.into_iter().enumerate().collect();
    // The sort is stable: of several rows with one number, the first in the source stays first.
    rows.sort_by_key(|(_, row)| row.number);
    let mut last = None;
    // A row without a number does not count as a distinct code.
    let is_first = |(_, row): &(usize, Coded)| row.number.is_some() && last.replace(row.number) != Some(row.number);
    let (mut rows, repeating): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_first);
    let distinct = rows.len();
    rows.extend(repeating);
    let mut places = vec![0; rows.len()];
    for (place, (at, _)) in rows.iter().enumerate() {
        places[*at] = place;
    }
    (rows.into_iter().map(|(_, row)| row).collect(), distinct, places)
}
