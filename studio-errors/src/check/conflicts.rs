//! Conflicts: two types that report one code with different facts.
//!
//! The types are the parts of an enum or of a code set. Each part is compared with the parts before it, table by table. The
//! rows of a table are sorted, so two tables with separate numbers need only one comparison.

use super::report::{Report, refuse};
use super::verdict::Verdict;
use crate::code::table::Table;
use crate::code::{Code, CodeList, Detail, ErrorInfo};
use crate::text::constant::equal;

/// A part of a set: its name in a message, and its codes.
pub type Part = (&'static str, CodeList);

/// The maximum number of conflicts that a report lists.
const LISTED: usize = 12;

/// Whether each part conflicts with a part before it.
#[must_use]
pub const fn conflicting<const N: usize>(parts: &[Part; N]) -> [bool; N] {
    let mut conflicting = [false; N];
    let mut i = 1;
    while i < N {
        conflicting[i] = Conflicts::of(parts, i).count > 0;
        i += 1;
    }
    conflicting
}

/// Reports the conflicts of part `i` with the parts before it.
#[track_caller]
pub const fn conflicts(parts: &[Part], conflicting: &[bool], i: usize) {
    if !conflicting[i] {
        return;
    }
    let conflicts = Conflicts::of(parts, i);
    let mut report = Report::new();
    let mut j = 0;
    while j < LISTED {
        if let Some(conflict) = &conflicts.listed[j] {
            if j > 0 {
                report.text("\n");
            }
            conflict.describe(&mut report, parts, i);
        }
        j += 1;
    }
    if conflicts.count > LISTED {
        report.text("\nand more conflicts");
    }
    refuse(match conflicts.user_of_reserved(parts, i) {
        Some(user) => report.text("\nhelp: give it another code in ").quoted(user),
        None if conflicts.only_details() => report.text("\nhelp: give one of the details another name"),
        None => report.text("\nhelp: give one of them another code"),
    });
}

struct Conflicts {
    listed: [Option<Conflict>; LISTED],
    count: usize,
}

#[derive(Clone, Copy)]
struct Conflict {
    what: What,
    /// The index of the earlier part.
    earlier: usize,
}

#[derive(Clone, Copy)]
enum What {
    /// One code with different facts. The row of the earlier part is first.
    Facts(ErrorInfo, ErrorInfo),
    /// One code with two details of one name and different types. The detail of the earlier part is first.
    Details(ErrorInfo, Detail, Detail),
    /// A code that the earlier part reserves.
    ReservedEarlier(ErrorInfo),
    /// A code of the earlier part that this part reserves.
    ReservedHere(ErrorInfo),
}

impl What {
    const fn code(&self) -> Code {
        match self {
            Self::Facts(_, info) | Self::Details(info, ..) | Self::ReservedEarlier(info) | Self::ReservedHere(info) => {
                info.code()
            }
        }
    }
}

impl Conflicts {
    /// The conflicts of part `i` with the parts before it.
    const fn of(parts: &[Part], i: usize) -> Self {
        let mut conflicts = Self { listed: [None; LISTED], count: 0 };
        let mut earlier = 0;
        while earlier < i {
            conflicts.between(parts, earlier, parts[earlier].1, parts[i].1);
            earlier += 1;
        }
        conflicts
    }

    /// Compares each table of list `a`, of part `earlier`, with each table of list `b`.
    const fn between(&mut self, parts: &[Part], earlier: usize, a: CodeList, b: CodeList) {
        self.with(parts, earlier, a.own(), b);
        let mut j = 0;
        while j < a.nested().len() {
            self.between(parts, earlier, a.nested()[j], b);
            j += 1;
        }
    }

    const fn with(&mut self, parts: &[Part], earlier: usize, a: &'static Table, b: CodeList) {
        self.of_tables(parts, earlier, a, b.own());
        let mut j = 0;
        while j < b.nested().len() {
            self.with(parts, earlier, a, b.nested()[j]);
            j += 1;
        }
    }

    const fn of_tables(&mut self, parts: &[Part], earlier: usize, a: &'static Table, b: &'static Table) {
        if !may_meet(a, b) || !a.catalog.spells_like(b.catalog) || equal(a.path, b.path) {
            return;
        }
        let before = self.count;
        // Only the rows in the common range of numbers are compared.
        let mut i = match b.search(if a.distinct > 0 { a.number(0) } else { 0 }) {
            Ok(i) | Err(i) => i,
        };
        while i < b.distinct && a.distinct > 0 && b.number(i) <= a.number(a.distinct - 1) {
            if let Ok(j) = a.search(b.number(i)) {
                let (here, there) = (ErrorInfo::new(b, i), ErrorInfo::new(a, j));
                if is_sound(here) && is_sound(there) && !there.agrees(here) {
                    self.add(What::Facts(there, here), earlier);
                }
            }
            i += 1;
        }
        self.details(a, b, earlier);
        self.reserved(a, b, earlier, true);
        self.reserved(b, a, earlier, false);
        if self.count > before && meet_elsewhere(parts, a, b) {
            // The type that nests both reports the conflict.
            while self.count > before {
                self.count -= 1;
                if self.count < LISTED {
                    self.listed[self.count] = None;
                }
            }
        }
    }

    /// Adds the codes of `b` with a detail that has another type in `a`. Few tables have details.
    const fn details(&mut self, a: &'static Table, b: &'static Table, earlier: usize) {
        let mut i = 0;
        while i < b.details.len() {
            let (row, here) = b.details[i];
            let mut j = 0;
            while j < a.details.len() {
                let (other, there) = a.details[j];
                if b.number(row) == a.number(other)
                    && is_sound(ErrorInfo::new(b, row))
                    && is_sound(ErrorInfo::new(a, other))
                    && let Some((there, here)) = conflicting_detail(there, here)
                {
                    self.add(What::Details(ErrorInfo::new(b, row), there, here), earlier);
                }
                j += 1;
            }
            i += 1;
        }
    }

    /// Adds the codes of `user` that `reserver` reserves.
    const fn reserved(&mut self, reserver: &Table, user: &'static Table, earlier: usize, reserver_is_earlier: bool) {
        let mut r = 0;
        while r < reserver.reserved.len() {
            let (first, last) = reserver.reserved[r];
            let mut i = match user.search(first) {
                Ok(i) | Err(i) => i,
            };
            while i < user.distinct && user.number(i) <= last {
                let info = ErrorInfo::new(user, i);
                if is_sound(info) {
                    let what = if reserver_is_earlier { What::ReservedEarlier(info) } else { What::ReservedHere(info) };
                    self.add(what, earlier);
                }
                i += 1;
            }
            r += 1;
        }
    }

    /// Returns the part that uses a reserved number, if that is the only conflict.
    const fn user_of_reserved(&self, parts: &[Part], i: usize) -> Option<&'static str> {
        match &self.listed[0] {
            Some(conflict) if self.count == 1 => match conflict.what {
                What::Facts(..) | What::Details(..) => None,
                What::ReservedEarlier(_) => Some(parts[i].0),
                What::ReservedHere(_) => Some(parts[conflict.earlier].0),
            },
            _ => None,
        }
    }

    /// Whether all conflicts are about details.
    const fn only_details(&self) -> bool {
        let mut i = 0;
        while i < LISTED && i < self.count {
            if let Some(conflict) = &self.listed[i]
                && !matches!(conflict.what, What::Details(..))
            {
                return false;
            }
            i += 1;
        }
        true
    }

    const fn add(&mut self, what: What, earlier: usize) {
        // One conflict is reported for each code, because the earlier parts usually agree with each other.
        let mut i = 0;
        while i < LISTED {
            if let Some(conflict) = &self.listed[i]
                && equal(conflict.what.code().as_str(), what.code().as_str())
            {
                return;
            }
            i += 1;
        }
        if self.count < LISTED {
            self.listed[self.count] = Some(Conflict { what, earlier });
        }
        self.count += 1;
    }
}

/// Whether the two tables can have a common number. This excludes most pairs quickly.
const fn may_meet(a: &Table, b: &Table) -> bool {
    if !a.reserved.is_empty() || !b.reserved.is_empty() {
        return true;
    }
    a.distinct > 0
        && b.distinct > 0
        && a.number(0) <= b.number(b.distinct - 1)
        && b.number(0) <= a.number(a.distinct - 1)
}

/// Whether one part contains both types. The conflict is then reported in that part.
const fn meet_elsewhere(parts: &[Part], a: &Table, b: &Table) -> bool {
    let mut i = 0;
    while i < parts.len() {
        if parts[i].1.lists(a.path) && parts[i].1.lists(b.path) {
            return true;
        }
        i += 1;
    }
    false
}

/// The first two details that conflict.
const fn conflicting_detail(there: &[Detail], here: &[Detail]) -> Option<(Detail, Detail)> {
    let mut i = 0;
    while i < here.len() {
        let mut j = 0;
        while j < there.len() {
            if there[j].conflicts(here[i]) {
                return Some((there[j], here[i]));
            }
            j += 1;
        }
        i += 1;
    }
    None
}

/// Whether the row has no error. A row with an error is reported there, and not compared.
const fn is_sound(info: ErrorInfo) -> bool {
    Verdict::in_table(info.table(), info.table().row(info.place())).is_sound()
}

impl Conflict {
    const fn describe(&self, report: &mut Report, parts: &[Part], i: usize) {
        let (earlier, here) = (parts[self.earlier].0, parts[i].0);
        match self.what {
            What::Facts(there, info) => {
                let policy = there.retryable() != info.retryable();
                let grpc = there.grpc().number() != info.grpc().number() && there.http() == info.http();
                report.quoted(info.code().as_str()).text(" is two different errors: ");
                facts(report, there, earlier, policy, grpc);
                report.text(", ");
                facts(report, info, here, policy, grpc);
            }
            What::Details(info, there, detail) => {
                report.text("detail ").quoted(detail.name()).text(" of ").quoted(info.code().as_str());
                report.text(" has two types: ").text(there.value_type().as_str()).text(" in ").quoted(earlier);
                report.text(", ").text(detail.value_type().as_str()).text(" in ").quoted(here);
            }
            What::ReservedEarlier(info) => reserved(report, info, earlier, here),
            What::ReservedHere(info) => reserved(report, info, here, earlier),
        }
    }
}

const fn facts(report: &mut Report, info: ErrorInfo, part: &str, policy: bool, grpc: bool) {
    report.quoted(info.name()).text(" (http ").number(info.http() as u32).text(", ").quoted(info.category().slug());
    if policy {
        report.text(if info.retryable() { ", retryable" } else { ", not retryable" });
    }
    if grpc {
        report.text(", grpc ").quoted(info.grpc().as_str());
    }
    report.text(") in ").quoted(part);
}

const fn reserved(report: &mut Report, info: ErrorInfo, reserver: &str, user: &str) {
    report.quoted(info.code().as_str()).text(" is reserved by ").quoted(reserver);
    report.text(", and used by ").quoted(user).text(" as ").quoted(info.name());
}
