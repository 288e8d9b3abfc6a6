//! The commands `import` and `verify`: convert a published page to Rust, and compare it with the code.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::failure::Failure;
use super::look::labelled;
use crate::page::{Column, NotImported, Page, Remark};
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

fn file() -> Arg {
    Arg::new("file")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .help("A page of error codes: `.md`, `.mdx`, `.html`, `.csv`, `.tsv`, or `.json`")
}

/// The arguments that state what a page does not.
fn stated() -> [Arg; 3] {
    [
        Arg::new("http")
            .long("http")
            .value_name("STATUS")
            .value_parser(value_parser!(u16).range(400..=599))
            .help("The http status of the rows that state none, for example `400`"),
        Arg::new("prefix").long("prefix").value_name("PREFIX").help("Only the codes with this prefix, for example `USER`"),
        Arg::new("column")
            .long("column")
            .value_name("FACT=HEADING")
            .action(ArgAction::Append)
            .value_parser(column)
            .help("The heading of the column with a fact, for example `code=Id` or `http='HTTP response'`; can be repeated"),
    ]
}

fn column(written: &str) -> Result<(Column, String), String> {
    let (fact, heading) = written.split_once('=').ok_or("write a fact and a heading, for example `code=Id`")?;
    let unknown = || {
        let names: Vec<_> = Column::ALL.iter().map(|column| format!("`{}`", column.name())).collect();
        format!("unknown fact; the facts are {}", names.join(", "))
    };
    Ok((Column::named(fact).ok_or_else(unknown)?, heading.into()))
}

pub(super) fn import_command() -> Command {
    Command::new("import")
        .about("Write a page of error codes as Rust to standard output")
        .arg(file())
        .arg(
            Arg::new("catalog")
                .long("catalog")
                .required(true)
                .value_name("NAME")
                .help("The name of the catalog: `Acme`"),
        )
        .args(stated())
}

pub(super) fn verify_command() -> Command {
    Command::new("verify")
        .about("Compare a page of error codes with the code, and fail if they do not agree")
        .arg(file())
        .arg(
            Arg::new("format")
                .long("format")
                .short('f')
                .value_parser(PossibleValuesParser::new(["table", "json"]))
                .default_value("table")
                .help("The format of the findings"),
        )
        .args(stated())
}

pub(super) fn import(matches: &ArgMatches, err: &mut impl Write) -> Result<(), Failure> {
    let page = read(matches)?;
    let catalog = matches.get_one::<String>("catalog").map_or("", String::as_str);
    let imported = page.to_rust(catalog).map_err(|error| {
        if let NotImported::NoCodes(remarks) = &error {
            // If the reasons cannot be written, the error below is still reported.
            let _ = list(remarks, "error", err);
        }
        Failure::Report(format!("error: {error}"))
    })?;
    let file = path(matches).file_name().unwrap_or_default().to_string_lossy();
    let head = format!("// Written by `studio-errors import` from `{}`.\n\n", terminal(&file));
    // `anstream` would remove control sequences, but this output is data.
    let mut out = io::stdout().lock();
    out.write_all(head.as_bytes())?;
    out.write_all(imported.rust.as_bytes())?;
    out.flush()?;
    list(&imported.notes, "note", err)?;
    list(&imported.left_out, "error", err)?;
    match imported.left_out.iter().map(|remark| remark.rows).sum::<usize>() {
        0 if imported.left_out.is_empty() => Ok(()),
        0 => Err(Failure::new("a part of the page is not imported", "help: correct the page")),
        1 => Err(Failure::new("1 row is not imported", "help: correct the page, or add the code by hand")),
        many => {
            let fact = format!("{many} rows are not imported");
            Err(Failure::new(&fact, "help: correct the page, or add the codes by hand"))
        }
    }
}

pub(super) fn verify(reference: &Reference, matches: &ArgMatches, out: &mut impl Write) -> Result<(), Failure> {
    let verification = read(matches)?.verify(reference);
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        out.write_all(verification.to_json().as_bytes())?;
    } else if verification.findings().is_empty() {
        writeln!(out, "the page agrees with the code")?;
    } else {
        write!(out, "{verification}")?;
    }
    match verification.findings().len() {
        0 => Ok(()),
        1 => Err(Failure::new("the page and the code do not agree on 1 point", "")),
        many => Err(Failure::new(&format!("the page and the code do not agree on {many} points"), "")),
    }
}

fn path(matches: &ArgMatches) -> &Path {
    matches.get_one("file").map_or(Path::new(""), PathBuf::as_path)
}

fn read(matches: &ArgMatches) -> Result<Page, Failure> {
    let path = path(matches);
    let shown = path.to_string_lossy();
    let unreadable = |error: &dyn ToString| {
        let error = error.to_string();
        let (fact, help) = error.split_once('\n').unwrap_or((&error, ""));
        Failure::new(&format!("page `{}` cannot be read: {}", terminal(&shown), terminal(fact)), help)
    };
    let mut page = Page::read(path).map_err(|error| unreadable(&error))?;
    if let Some(http) = matches.get_one("http") {
        page = page.http(*http);
    }
    if let Some(prefix) = matches.get_one::<String>("prefix") {
        page = page.prefix(prefix);
    }
    let columns = matches.get_many::<(Column, String)>("column").into_iter().flatten();
    Ok(columns.fold(page, |page, (column, heading)| page.column(*column, heading)))
}

fn list(remarks: &[Remark], level: &str, err: &mut impl Write) -> io::Result<()> {
    remarks.iter().try_for_each(|remark| {
        labelled(&format!("{level}: {remark}"), err)?;
        remark.help.iter().try_for_each(|help| labelled(&format!("help: {}", terminal(help)), err))
    })
}
