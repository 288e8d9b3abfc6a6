//! Whether the parts of a set say the same of each code.
//!
//! All parts are walked once, at compile time. A code finds who said something of it before in a table with a slot for
//! every number, so the cost grows with the number of codes and not with that of the parts.

use crate::code::ErrorInfo;
use crate::code::{CodeList, Reserved};
use crate::text::constant::Buffer;

/// A part of a set: what to call it in a message, and its codes.
pub type Part = (&'static str, CodeList);

/// What one part says, and a part before it says otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Disagreement {
    what: What,
    /// Who said something before.
    before: &'static str,
    /// Who says otherwise.
    holder: &'static str,
}

#[derive(Clone, Copy, Debug)]
enum What {
    /// One code, two errors: what was said before, and what is said.
    Facts(ErrorInfo, ErrorInfo),
    /// The code was reserved before.
    WasReserved(ErrorInfo),
    /// The code was held before.
    IsReserved(ErrorInfo),
}

impl Disagreement {
    /// The first disagreement of each part with the parts before it.
    // The stack is the compiler's.
    #[allow(clippy::large_stack_arrays)]
    #[must_use]
    pub const fn of<const N: usize>(parts: &[Part; N]) -> [Option<Self>; N] {
        let mut table = Table([None; SLOTS]);
        let mut found = [None; N];
        // Few parts reserve numbers: only these are set beside all others.
        let (mut reserving, mut reserve) = ([0; N], 0);
        let mut i = 0;
        while i < N {
            let (before, part) = (parts.split_at(i).0, parts[i]);
            found[i] = in_facts(&mut table, before, part, part.1);
            let mut j = 0;
            while found[i].is_none() && j < reserve {
                found[i] = was_reserved(parts[reserving[j]], part);
                j += 1;
            }
            if part.1.reserves() {
                reserving[reserve] = i;
                reserve += 1;
                if found[i].is_none() {
                    found[i] = is_reserved(before, part);
                }
            }
            i += 1;
        }
        found
    }

    pub(crate) const fn report<const N: usize>(&self) -> Buffer<N> {
        let report = Buffer::new().text("`");
        match self.what {
            What::Facts(other, info) => {
                let report = report.text(info.code().as_str()).text("` is two different errors: ");
                let report = facts(report, other, self.before).text(", ");
                facts(report, info, self.holder).text("\nhelp: give one of them another code")
            }
            What::WasReserved(info) => reserved(report, info, self.before, self.holder),
            What::IsReserved(info) => reserved(report, info, self.holder, self.before),
        }
    }
}

const fn facts<const N: usize>(report: Buffer<N>, info: ErrorInfo, holder: &str) -> Buffer<N> {
    report
        .text("`")
        .text(info.name())
        .text("` (http ")
        .number(info.http())
        .text(", `")
        .text(info.category().slug())
        .text("`) in `")
        .text(holder)
        .text("`")
}

const fn reserved<const N: usize>(report: Buffer<N>, info: ErrorInfo, reserver: &str, holder: &str) -> Buffer<N> {
    report
        .text(info.code().as_str())
        .text("` is reserved by `")
        .text(reserver)
        .text("`, and used by `")
        .text(holder)
        .text("` as `")
        .text(info.name())
        .text("`\nhelp: give it another code in `")
        .text(holder)
        .text("`")
}

const SLOTS: usize = 1 << 16;

/// Who spoke first of each code: a slot for every number, moved on by the prefix so that catalogs seldom meet in one.
struct Table([Option<ErrorInfo>; SLOTS]);

const fn offset(prefix: &str) -> u16 {
    let mut hash: u16 = 0;
    let mut i = 0;
    while i < prefix.len() {
        hash = hash.wrapping_mul(40503).wrapping_add(prefix.as_bytes()[i] as u16);
        i += 1;
    }
    hash
}

/// The first code of `list`, which is of `part`, that a part before it gives other facts.
const fn in_facts(table: &mut Table, before: &[Part], part: Part, list: CodeList) -> Option<Disagreement> {
    let own = list.own();
    let offset = offset(list.reserved_own().prefix);
    let mut i = 0;
    while i < own.len() {
        let info = ErrorInfo(&own[i]);
        // A code with a mistake of its own has no number, and is reported where it stands.
        if info.code().number() > 0 {
            let slot = &mut table.0[info.code().number().wrapping_add(offset) as usize];
            match *slot {
                None => *slot = Some(info),
                Some(first) if first.code().equals(info.code()) && first.agrees(info) => {}
                // The slot is another catalog's, or somebody says otherwise: a part before this one, or this one itself,
                // which its own type reports.
                Some(_) => {
                    if let Some((holder, other)) = other_facts(before, info) {
                        return Some(Disagreement { what: What::Facts(other, info), before: holder, holder: part.0 });
                    }
                }
            }
        }
        i += 1;
    }
    let mut i = 0;
    while i < list.nested().len() {
        let found = in_facts(table, before, part, list.nested()[i]);
        if found.is_some() {
            return found;
        }
        i += 1;
    }
    None
}

const fn other_facts(parts: &[Part], info: ErrorInfo) -> Option<(&'static str, ErrorInfo)> {
    let mut i = 0;
    while i < parts.len() {
        if let Some(other) = parts[i].1.find_const(info.code())
            && !other.agrees(info)
        {
            return Some((parts[i].0, other));
        }
        i += 1;
    }
    None
}

/// The first code of `part` that a part before it reserves.
const fn was_reserved((before, list): Part, part: Part) -> Option<Disagreement> {
    match first_reserved(list, part.1) {
        Some(info) => Some(Disagreement { what: What::WasReserved(info), before, holder: part.0 }),
        None => None,
    }
}

/// The first code that `part` reserves and a part before it holds.
const fn is_reserved(before: &[Part], part: Part) -> Option<Disagreement> {
    let mut i = 0;
    while i < before.len() {
        if let Some(info) = first_reserved(part.1, before[i].1) {
            return Some(Disagreement { what: What::IsReserved(info), before: before[i].0, holder: part.0 });
        }
        i += 1;
    }
    None
}

/// The first code of `held` that `list` reserves.
const fn first_reserved(list: CodeList, held: CodeList) -> Option<ErrorInfo> {
    let Reserved { prefix, ranges } = list.reserved_own();
    let mut i = 0;
    while i < ranges.len() {
        let found = held.first_within(prefix, ranges[i]);
        if found.is_some() {
            return found;
        }
        i += 1;
    }
    let mut i = 0;
    while i < list.nested().len() {
        let found = first_reserved(list.nested()[i], held);
        if found.is_some() {
            return found;
        }
        i += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Studio;
    use crate::code::Catalog;
    use crate::code::Category;
    use crate::code::Code;
    use crate::code::Row;

    const QUOTA: &Category = &Studio::CATEGORIES[6];

    const fn info(code: Code, name: &'static str) -> Row {
        Row { code, http: 402, category: QUOTA, name, description: "", resolution: "", json: "" }
    }

    const A_1: Row = info(Code::new(1, "A_1"), "ONE");
    const A_1_OTHER: Row = info(Code::new(1, "A_1"), "OTHER");
    const A_2: Row = info(Code::new(2, "A_2"), "TWO");
    const MISTAKEN: Row = info(Code::new(0, "A_1"), "ONE");
    const MISTAKEN_OTHER: Row = info(Code::new(0, "A_1"), "OTHER");
    const NOTHING: &[(u16, u16)] = &[];

    const fn list(own: &'static [Row], ranges: &'static [(u16, u16)], nested: &'static [CodeList]) -> CodeList {
        CodeList::new(own, Reserved { prefix: "A", ranges }, nested)
    }

    /// What each part is told.
    fn told<const N: usize>(lists: [CodeList; N]) -> [alloc::string::String; N] {
        let names = ["P", "Q", "R", "S"];
        let parts: [Part; N] = core::array::from_fn(|i| (names[i], lists[i]));
        Disagreement::of(&parts)
            .map(|found| found.map_or_else(Default::default, |found| found.report::<256>().as_str().into()))
    }

    const ONE: CodeList = list(&[A_1], NOTHING, &[]);
    const OTHER: CodeList = list(&[A_1_OTHER], NOTHING, &[]);
    const RESERVES: CodeList = list(&[A_2], &[(7, 9), (1, 1)], &[]);
    const NESTS: CodeList = list(&[], NOTHING, &[list(&[A_2], NOTHING, &[]), list(&[A_2, A_1_OTHER], NOTHING, &[])]);
    const NESTS_RESERVED: CodeList = list(&[], NOTHING, &[list(&[], &[(3, 3)], &[]), RESERVES]);
    const FACTS: &str =
        "`A_1` is two different errors: `ONE` (http 402, `quota`) in `P`, `OTHER` (http 402, `quota`) in ";

    #[test]
    fn the_later_part_is_told() {
        let help = "\nhelp: give one of them another code";
        assert_eq!(told([ONE, ONE]), ["", ""]);
        assert_eq!(told([ONE, OTHER]), ["", &alloc::format!("{FACTS}`Q`{help}")]);
        assert_eq!(told([ONE, list(&[A_2], NOTHING, &[]), OTHER]), ["", "", &alloc::format!("{FACTS}`R`{help}")]);
        assert_eq!(told([ONE, NESTS]), ["", &alloc::format!("{FACTS}`Q`{help}")]);
        // Behind one that agrees, too.
        assert_eq!(told([ONE, list(&[A_2], NOTHING, &[ONE, OTHER])]), ["", &alloc::format!("{FACTS}`Q`{help}")]);
    }

    #[test]
    fn a_mistake_of_a_part_is_no_disagreement() {
        assert_eq!(told([list(&[MISTAKEN], NOTHING, &[]), list(&[MISTAKEN_OTHER], NOTHING, &[])]), ["", ""]);
        // A part that contradicts itself is told so by its own type.
        assert_eq!(told([list(&[A_1], NOTHING, &[OTHER])]), [""]);
        assert_eq!(told([list(&[A_1], &[(1, 1)], &[])]), [""]);
    }

    #[test]
    fn a_reserved_number_is_held_by_no_other_part() {
        let told_of = |holder: &str, reserver: &str| {
            alloc::format!(
                "`A_1` is reserved by `{reserver}`, and used by `{holder}` as `ONE`\nhelp: give it another code in `{holder}`"
            )
        };
        assert_eq!(told([ONE, RESERVES]), ["", &told_of("P", "Q")]);
        assert_eq!(told([RESERVES, ONE]), ["", &told_of("Q", "P")]);
        let between = list(&[A_2], NOTHING, &[]);
        assert_eq!(told([between, ONE, RESERVES, between]), ["", "", &told_of("Q", "R"), ""]);
        assert_eq!(told([between, list(&[], &[(3, 3)], &[]), RESERVES, ONE]), ["", "", "", &told_of("S", "R")]);
        assert_eq!(told([NESTS_RESERVED, ONE]), ["", &told_of("Q", "P")]);
        assert_eq!(told([ONE, NESTS_RESERVED]), ["", &told_of("P", "Q")]);
        let others = CodeList::new(&[], Reserved { prefix: "B", ranges: &[(1, 1)] }, &[]);
        assert_eq!(told([ONE, others, ONE]), ["", "", ""]);
    }

    #[test]
    fn catalogs_seldom_meet_in_one_slot() {
        let mut offsets = ["STUDIO", "ACME", "A", "B", "AB", "BA", ""].map(offset);
        offsets.sort_unstable();
        assert!(offsets.windows(2).all(|two| two[0] != two[1]), "{offsets:?}");
    }
}
