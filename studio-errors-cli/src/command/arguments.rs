//! The arguments and the completions.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::builder::{EnumValueParser, PossibleValuesParser, ValueParser};
use clap::{Arg, Command, ValueHint, value_parser};
use clap_complete::Shell;

use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

use super::file::{internal, reference};

/// The arguments for the codes of `reference`.
pub(super) fn command(reference: &Reference) -> Command {
    let about = format!("Explains, lists and compares: {}", reference.title());
    tool(PossibleValuesParser::new(categories(reference)).into()).about(about)
}

/// The arguments before the codes are known. They accept any category.
pub(super) fn without_codes() -> Command {
    tool(ValueParser::string())
}

fn tool(category: ValueParser) -> Command {
    Command::new("studio-errors")
        .version(env!("CARGO_PKG_VERSION"))
        .styles(
            Styles::styled()
                .header(AnsiColor::Green.on_default().bold())
                .usage(AnsiColor::Green.on_default().bold())
                .literal(AnsiColor::Cyan.on_default().bold())
                .placeholder(AnsiColor::Cyan.on_default()),
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("explain")
                .about("Explain a code")
                .arg(
                    Arg::new("code")
                        .required(true)
                        .num_args(1..)
                        .allow_negative_numbers(true)
                        .help("A number, a code or a name, for example `1601`"),
                )
                .arg(internal())
                .arg(reference()),
        )
        .subcommand(
            Command::new("list")
                .about("List the codes that match")
                .arg(Arg::new("words").num_args(0..).help("Words of the code, name, description or resolution"))
                .arg(
                    Arg::new("category")
                        .long("category")
                        .short('c')
                        .value_parser(category)
                        .hide_possible_values(true)
                        .help("The slug of a category, for example `quota`"),
                )
                .arg(
                    Arg::new("http")
                        .long("http")
                        .value_parser(status)
                        .help("A status or a class of statuses, for example `402` or `4xx`"),
                )
                .arg(fact("retryable").help("The codes that are retryable; `--retryable=false`: those that are not"))
                .arg(
                    fact("deprecated").help("The codes that are deprecated; `--deprecated=false`: those that are not"),
                )
                .arg(reference()),
        )
        .subcommand(super::export::command())
        .subcommand(
            Command::new("compare")
                .about("Print the changes since a baseline, and fail if a change breaks clients")
                .arg(
                    Arg::new("baseline")
                        .required(true)
                        .value_parser(value_parser!(PathBuf))
                        .value_hint(ValueHint::FilePath)
                        .help("A file that `export --format json` wrote"),
                )
                .arg(reference()),
        )
        .subcommand(
            Command::new("check")
                .about("Compare references and OpenAPI documents, and fail if one number has two meanings or an operation has no codes")
                .arg(
                    Arg::new("references")
                        .required(true)
                        .num_args(1..)
                        .value_parser(value_parser!(PathBuf))
                        .value_hint(ValueHint::FilePath)
                        .help("Files that `export --format json` wrote, and OpenAPI documents; a single file is compared with the codes of this tool"),
                )
                .arg(
                    Arg::new("format")
                        .long("format")
                        .short('f')
                        .value_parser(["table", "json"])
                        .default_value("table")
                        .help("The format of the conflicts"),
                )
                .arg(reference()),
        )
        .subcommand(
            Command::new("completions")
                .about("Write the completions for a shell to standard output")
                .arg(Arg::new("shell").required(true).value_parser(EnumValueParser::<Shell>::new()))
                .arg(reference()),
        )
        .subcommand(super::page::import_command())
        .subcommand(super::page::verify_command().arg(reference()))
}

/// `--name` and `--name=true`, or `--name=false`.
fn fact(name: &'static str) -> Arg {
    let arg = Arg::new(name).long(name).value_parser(value_parser!(bool)).hide_possible_values(true);
    arg.num_args(0..=1).require_equals(true).default_missing_value("true").value_name("true|false")
}

/// The completions of `shell` for a tool with the file name `name`, with the codes and names of the reference.
pub(super) fn completions(reference: &Reference, shell: Shell, name: &str) -> Vec<u8> {
    let codes = reference.codes.iter().flat_map(|row| [row.code.as_ref(), row.name.as_ref()]);
    let categories = reference.categories.iter().map(|row| row.slug.as_ref());
    let mut command = command(reference)
        .mut_subcommand("explain", |explain| explain.mut_arg("code", |code| code.value_parser(words(codes))))
        .mut_subcommand("list", |list| list.mut_arg("category", |category| category.value_parser(words(categories))));
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    script
}

/// Keeps the words that need no quotes in any shell.
fn words<'a>(words: impl Iterator<Item = &'a str>) -> PossibleValuesParser {
    PossibleValuesParser::new(words.filter(|word| word.chars().all(is_plain)).map(ToString::to_string))
}

/// Returns `name` as one word, because completion scripts cannot quote the name of a command, and `clap_complete` panics at a
/// space.
pub(super) fn word(name: &str) -> String {
    name.chars().map(|c| if is_plain(c) || c == '.' { c } else { '-' }).collect()
}

const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

fn categories(reference: &Reference) -> Vec<String> {
    let mut slugs: Vec<_> = reference.categories.iter().map(|category| terminal(&category.slug).to_string()).collect();
    slugs.sort();
    slugs.dedup();
    slugs
}

/// Parses `402`, and `4xx` as `4`.
fn status(written: &str) -> Result<String, &'static str> {
    let digits = written.trim_end_matches(['x', 'X']);
    let is_status = written.len() == 3 && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_status { Ok(digits.into()) } else { Err("write `402`, or `4xx` for all statuses that begin with 4") }
}
