//! Log events whose target is that of a type.
//!
//! A subscriber filters an event by the metadata of its callsite. `tracing` creates a callsite with a constant target for each
//! `event!`. Here, the target is that of the type, so a callsite is created for each target and level when it is first used.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use std::sync::{OnceLock, PoisonError, RwLock};

use tracing::callsite::{Callsite, Identifier, register};
use tracing::dispatcher::get_default;
use tracing::field::FieldSet;
use tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};
use tracing::metadata::Kind;
use tracing::subscriber::Interest;
use tracing::{Event, Level, Metadata, Value};

/// The fields of all events.
const FIELDS: &[&str] = &[
    "message",
    "error.type",
    "http.response.status_code",
    "name",
    "category",
    "exception.message",
    "sources",
    "exception.stacktrace",
    "detail",
    "set",
    "request_id",
    "code.file.path",
    "code.line.number",
];

/// The metadata of the events with this target and level. `None` if the subscriber does not want them.
pub(crate) fn enabled(target: &'static str, level: Level) -> Option<&'static Metadata<'static>> {
    if level > STATIC_MAX_LEVEL || level > LevelFilter::current() {
        return None;
    }
    let metadata = site(target, level);
    get_default(|subscriber| subscriber.enabled(metadata)).then_some(metadata)
}

/// Emits an event with some of the [`FIELDS`].
pub(crate) fn emit(metadata: &'static Metadata<'static>, values: &[(&str, &dyn Value)]) {
    let fields: Vec<_> = metadata.fields().iter().collect();
    // `site` creates all metadata with these fields.
    let Ok(fields) = <[_; FIELDS.len()]>::try_from(fields) else { return };
    let value = |name| values.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    let values = fields.each_ref().map(|field| (field, value(field.name())));
    Event::dispatch(metadata, &metadata.fields().value_set(&values));
}

/// All callsites. A process has at most one for each level of each type.
static SITES: RwLock<BTreeMap<(&str, Level), &Metadata<'static>>> = RwLock::new(BTreeMap::new());

fn site(target: &'static str, level: Level) -> &'static Metadata<'static> {
    // A map stays valid if a thread panics.
    if let Some(metadata) = SITES.read().unwrap_or_else(PoisonError::into_inner).get(&(target, level)) {
        return metadata;
    }
    let site: &'static Site = Box::leak(Box::default());
    let fields = FieldSet::new(FIELDS, Identifier(site));
    let metadata =
        site.0.get_or_init(|| Metadata::new("error", target, level, None, None, Some(target), fields, Kind::EVENT));
    register(site);
    // Another thread may have created the same site in the meantime.
    SITES.write().unwrap_or_else(PoisonError::into_inner).entry((target, level)).or_insert(metadata)
}

#[derive(Debug, Default)]
struct Site(OnceLock<Metadata<'static>>);

impl Callsite for Site {
    // `enabled` asks the subscriber for each event, because errors are rare.
    fn set_interest(&self, _: Interest) {}

    fn metadata(&self) -> &Metadata<'_> {
        // A site is registered after its metadata is set.
        self.0.get().unwrap_or(&NONE)
    }
}

static NONE: Metadata<'static> = Metadata::new(
    "error",
    "studio_errors",
    Level::ERROR,
    None,
    None,
    None,
    FieldSet::new(&[], Identifier(&EMPTY)),
    Kind::EVENT,
);

static EMPTY: Site = Site(OnceLock::new());
