//! Conflicts: two types that report one code with different facts.
//!
//! The types are the parts of an enum or of a code set. A conflict is reported at the later part.

use super::report::{LISTED, Report, say};
use super::verdict::Verdict;
use crate::code::table::Table;
use crate::code::{CodeList, Codes, Detail, ErrorInfo};
use crate::text::constant::{each, equal, find};

/// A part of a set: its name in a message, and its codes.
pub type Part = (&'static str, CodeList);

/// A code of a type, and the part that contains the type.
#[derive(Clone, Copy)]
pub(super) struct CodeOfPart {
    pub(super) codes: Codes,
    pub(super) index: usize,
    pub(super) part: usize,
}

impl CodeOfPart {
    pub(super) const NONE: Self = Self { codes: Codes::NONE, index: 0, part: 0 };

    const fn info(self) -> ErrorInfo {
        self.codes.info(self.index)
    }

    pub(super) const fn number(self) -> i64 {
        self.codes.number(self.index)
    }

    /// Whether two codes with one number agree in everything that can conflict. This is an equivalence.
    pub(super) const fn agrees(self, other: Self) -> bool {
        let (one, two) = (self.info(), other.info());
        one.catalog().spells_like(two.catalog()) && one.agrees(two) && self.has_the_details_of(other)
    }

    /// Whether the first variants have the same details, and no other variants share the codes.
    const fn has_the_details_of(self, other: Self) -> bool {
        if !self.has_details() && !other.has_details() {
            return true;
        }
        let (one, two) = (self.info().details(), other.info().details());
        let mut i = 0;
        while i < one.len() && i < two.len() {
            if !one[i].is_like(two[i]) {
                return false;
            }
            i += 1;
        }
        one.len() == two.len() && self.variant(1).is_none() && other.variant(1).is_none()
    }

    const fn has_details(self) -> bool {
        !self.codes.table().details.is_empty()
    }

    /// Variant `i` of those that report the code.
    const fn variant(self, i: usize) -> Option<ErrorInfo> {
        self.codes.variant(self.index, i)
    }
}

/// The conflicts that a visit of all codes finds.
pub(super) struct Conflicts<'a> {
    /// Empty if the codes are those of one type.
    parts: &'a [Part],
    /// Whether each part has a conflict with an earlier one. Empty if only those of one part are listed.
    conflicting: &'a mut [bool],
    /// The part whose conflicts are listed.
    listed_part: usize,
    listed: [Option<Conflict>; LISTED],
    count: usize,
}

#[derive(Clone, Copy)]
struct Conflict {
    what: What,
    /// The code of the earlier part, and that of the listed part. They are one code if one of the parts reserves it.
    codes: (ErrorInfo, ErrorInfo),
    /// The index of the earlier part.
    earlier: usize,
}

#[derive(Clone, Copy)]
pub(super) enum What {
    /// One code with different facts.
    Facts,
    /// One code with two details of one name and different types. The detail of the earlier part is first.
    Details(Detail, Detail),
    /// A code that the earlier part reserves.
    ReservedEarlier,
    /// A code of the earlier part that this part reserves.
    ReservedHere,
    /// Two codes with one name, where clients have only the name.
    Names,
    /// A code of each of two catalogs with one prefix.
    Catalogs,
}

impl What {
    const fn help(&self) -> &'static str {
        match self {
            Self::Facts | Self::ReservedEarlier | Self::ReservedHere => ANOTHER_CODE,
            Self::Details(..) => "\nhelp: give one of the details another name",
            Self::Names => ONE_NAME,
            Self::Catalogs => "\nhelp: give one of the catalogs another `PREFIX`",
        }
    }
}

const ANOTHER_CODE: &str = "\nhelp: give one of them another code";

impl<'a> Conflicts<'a> {
    /// `listed_part` is the part whose conflicts are listed, if there is such a part.
    pub(super) const fn new(parts: &'a [Part], conflicting: &'a mut [bool], listed_part: usize) -> Self {
        Self { parts, conflicting, listed_part, listed: [None; LISTED], count: 0 }
    }

    /// Adds the conflict between two codes with one number, if there is one.
    pub(super) const fn between(&mut self, earlier: CodeOfPart, later: CodeOfPart) -> bool {
        let (there, here) = (earlier.info(), later.info());
        if !there.catalog().spells_like(here.catalog()) || !is_sound(there) || !is_sound(here) {
            return false;
        }
        let what = if !there.agrees(here) {
            What::Facts
        } else if let Some((there, here)) = conflicting_details(earlier, later) {
            What::Details(there, here)
        } else {
            return false;
        };
        self.add(what, (there, here), (there.table(), earlier.part), (here.table(), later.part))
    }

    /// Adds the conflict between a code and the type of part `reserving` that reserves its number, if there is one.
    pub(super) const fn reserved(&mut self, reserver: &'static Table, reserving: usize, user: CodeOfPart) {
        let info = user.info();
        if reserver.catalog.spells_like(info.catalog()) && is_sound(info) {
            let (reserver, using) = ((reserver, reserving), (info.table(), user.part));
            if reserving < user.part {
                self.add(What::ReservedEarlier, (info, info), reserver, using);
            } else {
                self.add(What::ReservedHere, (info, info), using, reserver);
            }
        }
    }

    /// Adds the conflict between two codes, each with its part.
    pub(super) const fn pair(&mut self, what: What, a: (ErrorInfo, usize), b: (ErrorInfo, usize)) {
        let ((there, earlier), (here, later)) = if a.1 <= b.1 { (a, b) } else { (b, a) };
        if is_sound(there) && is_sound(here) {
            self.add(what, (there, here), (there.table(), earlier), (here.table(), later));
        }
    }

    /// Adds a conflict between a type of an earlier and a type of a later part, unless one part contains both types: then it is
    /// reported in that part.
    const fn add(
        &mut self,
        what: What,
        codes: (ErrorInfo, ErrorInfo),
        earlier: (&Table, usize),
        later: (&Table, usize),
    ) -> bool {
        if !self.parts.is_empty() && (earlier.1 == later.1 || earlier.0.is_same(later.0)) {
            return false;
        }
        each!((_, list) in self.parts => {
            if list.lists_type(earlier.0) && list.lists_type(later.0) {
                return false;
            }
        });
        if later.1 < self.conflicting.len() {
            self.conflicting[later.1] = true;
        }
        // One conflict is reported for each code, because the earlier parts usually agree with each other.
        let conflict = Conflict { what, codes, earlier: earlier.1 };
        if later.1 == self.listed_part && !self.lists(&conflict) {
            if self.count < LISTED {
                self.listed[self.count] = Some(conflict);
            }
            self.count += 1;
        }
        true
    }

    /// Whether a conflict about the same code, or about two catalogs, is listed.
    const fn lists(&self, conflict: &Conflict) -> bool {
        each!(listed in &self.listed => {
            let Some(listed) = listed else { return false };
            let ((_, one), (_, other)) = (listed.codes, conflict.codes);
            let are_catalogs = matches!((listed.what, conflict.what), (What::Catalogs, What::Catalogs));
            let is_same = one.code().number() == other.code().number();
            if are_catalogs || is_same && one.catalog().spells_like(other.catalog()) {
                return true;
            }
        });
        false
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.count == 0
    }

    const fn part(&self, i: usize) -> &'static str {
        if self.parts.is_empty() { "" } else { self.parts[i].0 }
    }

    /// Reports the conflicts of the listed part.
    #[track_caller]
    pub(super) const fn report(&self) {
        let mut report = Report::new();
        let mut separator = "";
        each!(conflict in &self.listed => {
            let Some(conflict) = conflict else { break };
            report.text(separator);
            conflict.describe(&mut report, self.part(conflict.earlier), self.part(self.listed_part));
            separator = "\n";
        });
        if self.count > LISTED {
            report.text("\nand more conflicts");
        }
        match self.user_of_reserved() {
            Some(user) => say!(report; "\nhelp: give it another code in " [user]).refuse(),
            None => report.text(self.help()).refuse(),
        }
    }

    /// Returns the part that uses a reserved number, if that is the only conflict.
    const fn user_of_reserved(&self) -> Option<&'static str> {
        match (&self.listed[0], self.count) {
            (Some(Conflict { what: What::ReservedEarlier, .. }), 1) => Some(self.part(self.listed_part)),
            (Some(Conflict { what: What::ReservedHere, earlier, .. }), 1) => Some(self.part(*earlier)),
            _ => None,
        }
    }

    /// The help for all conflicts. If they are of several kinds, another code solves them.
    const fn help(&self) -> &'static str {
        let mut help = "";
        each!(conflict in &self.listed => {
            let Some(Conflict { what, .. }) = conflict else { break };
            if !help.is_empty() && !equal(help, what.help()) {
                return ANOTHER_CODE;
            }
            help = what.help();
        });
        help
    }
}

/// The first two details of two codes that conflict.
const fn conflicting_details(earlier: CodeOfPart, later: CodeOfPart) -> Option<(Detail, Detail)> {
    if !earlier.has_details() || !later.has_details() {
        return None;
    }
    let mut i = 0;
    while let Some(here) = later.variant(i) {
        let mut j = 0;
        while let Some(there) = earlier.variant(j) {
            let found = conflicting_detail(there.details(), here.details());
            if found.is_some() {
                return found;
            }
            j += 1;
        }
        i += 1;
    }
    None
}

const fn conflicting_detail(there: &[Detail], here: &[Detail]) -> Option<(Detail, Detail)> {
    each!(&here in here => {
        if let Some(&there) = find!(there in there => there.conflicts(here)) {
            return Some((there, here));
        }
    });
    None
}

/// Whether the row has no error. A row with an error is reported there, and not compared.
const fn is_sound(info: ErrorInfo) -> bool {
    Verdict::in_table(info.table(), info.place()).is_sound()
}

impl Conflict {
    const fn describe(&self, report: &mut Report, earlier: &str, here: &str) {
        let (there, info) = self.codes;
        match self.what {
            What::Facts => {
                say!(report; [info.code().as_str()] " is two different errors: ");
                facts(report, there, earlier, self.codes);
                report.text(", ");
                facts(report, info, here, self.codes);
            }
            What::Details(there, detail) => {
                say!(report; "detail " [detail.name()] " of " [info.code().as_str()] " has two types: ");
                let (there, detail) = (there.value_type().as_str(), detail.value_type().as_str());
                say!(report; {there} " in " [earlier] ", " {detail} " in " [here]);
            }
            What::ReservedEarlier => reserved(report, info, earlier, here),
            What::ReservedHere => reserved(report, info, here, earlier),
            What::Names | What::Catalogs => {
                place(report, there, earlier);
                report.text(" and ");
                place(report, info, here);
                if matches!(self.what, What::Names) {
                    return one_name(report, info);
                }
                say!(report; " are codes of two catalogs with the prefix " [info.catalog().prefix]);
                if let Some(constant) = there.catalog().difference(info.catalog()) {
                    say!(report; ", whose " [constant] " differs");
                }
            }
        }
    }
}

/// Adds a code, and its part if there is one.
const fn place(report: &mut Report, info: ErrorInfo, part: &str) {
    say!(report; [info.code().as_str()]);
    if !part.is_empty() {
        say!(report; " in " [part]);
    }
}

/// Adds the facts of one of two codes: those in which codes mostly differ, and the others in which these two differ.
const fn facts(report: &mut Report, info: ErrorInfo, part: &str, (there, here): (ErrorInfo, ErrorInfo)) {
    say!(report; [info.name()] " (http " (info.http() as i64) ", " [info.category().slug()]);
    if there.retryable() != here.retryable() {
        report.text(if info.retryable() { ", retryable" } else { ", not retryable" });
    }
    if there.grpc().number() != here.grpc().number() && there.http() == here.http() {
        say!(report; ", grpc " [info.grpc().as_str()]);
    }
    if let Some(name) = there.different_property(here) {
        match info.property(name) {
            Some(value) => say!(report; ", " {name} " " [value]),
            None => say!(report; ", no " {name}),
        };
    }
    say!(report; ") in " [part]);
}

/// The help for two codes with one name.
const ONE_NAME: &str =
    "\nhelp: give one of them another name, as in `name = \"..\"`\nhelp: or add `{code}` to the envelope";

/// Adds that two codes have the name of `info`, as it is sent.
const fn one_name(report: &mut Report, info: ErrorInfo) {
    report.text(" are both sent as `");
    if let Some(style) = info.catalog().key_style() {
        let mut name = style.bytes(info.name());
        while let Some(byte) = name.advance() {
            report.byte(byte);
        }
    }
    report.text("`, and the envelope has no other value that tells them apart");
}

const fn reserved(report: &mut Report, info: ErrorInfo, reserver: &str, user: &str) {
    say!(report; [info.code().as_str()] " is reserved by " [reserver] ", and used by " [user] " as " [info.name()]);
}
