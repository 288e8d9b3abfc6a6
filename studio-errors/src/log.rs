//! Log events whose target is that of a type.
//!
//! A subscriber filters an event by its metadata. `event!` of `tracing` has metadata with a constant target. Here, the target is that
//! of the type, so the metadata for each target and level is created when it is first used.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use std::sync::{PoisonError, RwLock};

use tracing::callsite::{Callsite, Identifier};
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
    let metadata = metadata(target, level);
    get_default(|subscriber| subscriber.enabled(metadata)).then_some(metadata)
}

/// Emits an event with some of the [`FIELDS`].
pub(crate) fn emit(metadata: &'static Metadata<'static>, values: &[(&str, &dyn Value)]) {
    let fields: Vec<_> = metadata.fields().iter().collect();
    // All metadata has these fields.
    let Ok(fields) = <[_; FIELDS.len()]>::try_from(fields) else { return };
    let value = |name| values.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    let values = fields.each_ref().map(|field| (field, value(field.name())));
    Event::dispatch(metadata, &metadata.fields().value_set(&values));
}

/// All metadata. A process has at most one for each level of each type.
static ALL: RwLock<BTreeMap<(&str, Level), &Metadata<'static>>> = RwLock::new(BTreeMap::new());

fn metadata(target: &'static str, level: Level) -> &'static Metadata<'static> {
    // A map stays valid if a thread panics.
    if let Some(metadata) = ALL.read().unwrap_or_else(PoisonError::into_inner).get(&(target, level)) {
        return metadata;
    }
    let metadata = Box::leak(Box::new(with_target(target, level)));
    // Another thread may have created the same metadata in the meantime.
    ALL.write().unwrap_or_else(PoisonError::into_inner).entry((target, level)).or_insert(metadata)
}

const fn with_target(target: &'static str, level: Level) -> Metadata<'static> {
    let fields = FieldSet::new(FIELDS, Identifier(&SITE));
    Metadata::new("error", target, level, None, None, Some(target), fields, Kind::EVENT)
}

/// The callsite of all events. It is not registered, so no interest is cached: `enabled` asks the subscriber for each event.
#[derive(Debug)]
struct Site(Metadata<'static>);

static SITE: Site = Site(with_target("studio_errors", Level::ERROR));

impl Callsite for Site {
    fn set_interest(&self, _: Interest) {}

    fn metadata(&self) -> &Metadata<'_> {
        &self.0
    }
}
