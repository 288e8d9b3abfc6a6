//! Checks the counts in the text of a page: `44 error codes in 11 categories`.

use super::table::{Block, Passage, Rank};
use super::written::ungrouped;

/// A count that differs from the tables of its section.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) line: usize,
    pub(super) subject: &'static str,
    pub(super) stated: usize,
    pub(super) actual: usize,
}

/// What is counted.
const CODES: &str = "codes";
const CATEGORIES: &str = "categories";

/// Words that may be between a number and the counted noun.
const BETWEEN: &str = "error published documented unique distinct different api http numbered total public stable";

/// A section of the page whose end is not reached yet.
struct Section {
    rank: Rank,
    codes: usize,
    /// The counts that refer to the section, each with its line.
    stated: Vec<(usize, usize, &'static str)>,
}

/// Finds wrong counts in headings, and in the paragraphs before the first table of codes. `rows` has the number of codes of each
/// block, and `categories` is the number of categories on the page.
pub(super) fn wrong(blocks: &[Block], rows: &[usize], categories: usize) -> Vec<Wrong> {
    let all: usize = rows.iter().sum();
    let intro = rows.iter().position(|rows| *rows > 0).unwrap_or_default();
    let mut wrong = Vec::new();
    let mut open = vec![Section { rank: PAGE, codes: 0, stated: Vec::new() }];
    for (at, block) in blocks.iter().enumerate() {
        let rank = block.heading().map(|heading| heading.rank);
        if let Some(rank) = rank {
            close(&mut open, rank, all, categories, &mut wrong);
            open.push(Section { rank, codes: 0, stated: Vec::new() });
        }
        let Some(section) = open.last_mut() else { continue };
        section.codes += rows[at];
        if let Block::Text(Passage { line, text, .. }) = block
            && (rank.is_some() || at < intro)
        {
            section.stated.extend(stated(text).into_iter().map(|(number, subject)| (*line, number, subject)));
        }
    }
    close(&mut open, PAGE, all, categories, &mut wrong);
    wrong
}

/// The rank of the whole page, which is above that of every heading.
const PAGE: Rank = Rank::Heading(0);

/// Checks the counts of the sections that a heading of this rank ends. A count refers to the smallest section around it that has codes.
fn close(open: &mut Vec<Section>, rank: Rank, all: usize, categories: usize, wrong: &mut Vec<Wrong>) {
    while let Some(Section { codes, stated, .. }) = open.pop_if(|section| section.rank >= rank) {
        if let Some(around) = open.last_mut() {
            around.codes += codes;
            if codes == 0 {
                around.stated.extend(stated);
                continue;
            }
        }
        for (line, stated, subject) in stated {
            let actual = if subject == CODES { codes } else { categories };
            // A count of categories is checked only for the whole page.
            if stated != actual && codes > 0 && (subject == CODES || codes == all) {
                wrong.push(Wrong { line, subject, stated, actual });
            }
        }
    }
}

/// Returns the counts in a text, such as `44 error codes in eleven categories` or `Error codes: 44`.
fn stated(text: &str) -> Vec<(usize, &'static str)> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '*' | '[' | ']' | '"'))
        .filter(|word| !word.is_empty())
        .collect();
    let before_a_noun = words.iter().enumerate().filter_map(|(at, word)| {
        let ends_a_part = word.ends_with([',', '.', ';', ':']);
        let number = number(word).filter(|_| !ends_a_part && !is_of_a_status(&words, at))?;
        let mut after = words[at + 1..].iter().skip_while(|word| is_between(word));
        let noun = after.next()?;
        Some((number, counted(noun).or_else(|| errors(noun, after))?))
    });
    before_a_noun.chain(after_the_noun(text, &words)).collect()
}

/// `44 errors` at the end of the text, and `44 errors in 11 categories`. Elsewhere, errors are not codes.
fn errors<'w>(noun: &str, mut after: impl Iterator<Item = &'w &'w str>) -> Option<&'static str> {
    let is_noun = noun.trim_end_matches('.').eq_ignore_ascii_case("errors");
    let is_count = match after.next() {
        Some(word) => matches!(*word, "in" | "across") && after.next().is_some_and(|count| number(count).is_some()),
        None => true,
    };
    (is_noun && is_count).then_some(CODES)
}

/// Whether the word at this place follows `HTTP` or `status`.
fn is_of_a_status(words: &[&str], at: usize) -> bool {
    words[..at].last().is_some_and(|word| matches!(&*word.to_lowercase(), "http" | "status"))
}

/// `Error codes: 44`, `Error codes (44)`, `Number of codes: 44 in total`
fn after_the_noun(text: &str, words: &[&str]) -> Option<(usize, &'static str)> {
    let at = words.iter().position(|word| counted(word).is_some() && word.trim_end_matches(':').ends_with('s'))?;
    let (of, next) = (counted(words[at])?, words.get(at + 1)?);
    let is_label = words[at].ends_with(':') || text.contains(&format!("({next}"));
    let number = number(next).filter(|_| is_label && !is_of_a_status(words, at))?;
    // Otherwise, it may be the first number of a list or of a range.
    let ends = !next.ends_with(',');
    let total = words[at + 2..].iter().all(|word| matches!(&*word.to_lowercase(), "in" | "total"));
    (ends && total || next.ends_with('.')).then_some((number, of))
}

/// Removes a count from the end of a heading, such as `— 4 codes` or `(4 codes)`.
pub(super) fn without(heading: &str) -> &str {
    let mut starts = heading.char_indices().filter(|(_, c)| matches!(c, '(' | '[' | '-' | '–' | '—' | ':' | ','));
    let Some((start, _)) = starts.next_back() else { return heading };
    let (before, count) = heading.split_at(start);
    let is_count = count.split_whitespace().count() <= 5 && !stated(count).is_empty();
    if is_count && !before.trim().is_empty() { before } else { heading }
}

fn counted(word: &str) -> Option<&'static str> {
    match word.trim_end_matches([':', ',', '.', ';', '!']).to_lowercase().as_str() {
        "code" | "codes" => Some(CODES),
        "category" | "categories" => Some(CATEGORIES),
        _ => None,
    }
}

/// Whether a word may be between a number and the counted noun. The prefix of a catalog is in capital letters.
fn is_between(word: &str) -> bool {
    let is_prefix = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    is_prefix && word.starts_with(|c: char| c.is_ascii_uppercase()) || place(BETWEEN, &word.to_lowercase()).is_some()
}

/// Reads `44`, `1,044` and `forty-four`.
fn number(word: &str) -> Option<usize> {
    let word = word.trim_end_matches([',', '.', ';', ':']).to_lowercase();
    let digits = if word.contains(',') { ungrouped(&word)? } else { word.clone() };
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().ok();
    }
    let (tens, ones) = word.split_once('-').unwrap_or(("", &word));
    let ten = |word| place(TENS, word).map(|tens| 10 * (tens + 2));
    if !tens.is_empty() {
        return Some(ten(tens)? + place(ONES, ones).filter(|ones| (1..10).contains(ones))?);
    }
    // Smaller numbers are part of prose: `every error has one code`.
    place(ONES, ones).filter(|ones| *ones > 9).or_else(|| ten(ones))
}

const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
                    eighteen nineteen";
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

/// The position of a word in a text.
fn place(words: &str, word: &str) -> Option<usize> {
    words.split(' ').position(|known| known == word)
}
