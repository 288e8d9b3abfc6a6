//! The commands `import` and `verify`: convert a published page to Rust, and compare it with the code.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueHint, value_parser};

use super::codes::Codes;
use super::report::{Failure, Layout, labelled, many};
use crate::page::{Column, NotImported, Page, Remark};
use studio_errors::reference::Reference;
use studio_errors::reference::output::terminal;

/// A page, and the arguments that state what it does not.
#[derive(Args)]
struct Source {
    /// A page of error codes: `.md`, `.mdx`, `.html`, `.csv`, `.tsv`, or `.json`
    #[arg(value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// The http status of the rows that state none, for example `400`
    #[arg(long, value_name = "STATUS", value_parser = value_parser!(u16).range(400..=599))]
    http: Option<u16>,
    /// Only the codes with this prefix, for example `USER`
    #[arg(long)]
    prefix: Option<String>,
    /// The heading of the column with a fact, for example `code=Id` or `http='HTTP response'`; can be repeated
    #[arg(long = "column", value_name = "FACT=HEADING", value_parser = column)]
    columns: Vec<(Column, String)>,
}

fn column(written: &str) -> Result<(Column, String), String> {
    let (fact, heading) = written.split_once('=').ok_or("write a fact and a heading, for example `code=Id`")?;
    let unknown = || {
        let names: Vec<_> = Column::all().map(|column| format!("`{}`", column.name())).collect();
        format!("unknown fact; the facts are {}", names.join(", "))
    };
    Ok((Column::named(fact).ok_or_else(unknown)?, heading.into()))
}

impl Source {
    fn read(&self) -> Result<Page, Failure> {
        let mut page = Page::read(&self.file).map_err(|error| {
            let error = error.to_string();
            let (fact, help) = error.split_once('\n').unwrap_or((&error, ""));
            let shown = self.file.to_string_lossy();
            Failure::new(&format!("page `{}` cannot be read: {}", terminal(&shown), terminal(fact)), help)
        })?;
        if let Some(http) = self.http {
            page = page.http(http);
        }
        if let Some(prefix) = &self.prefix {
            page = page.prefix(prefix);
        }
        Ok(self.columns.iter().fold(page, |page, (column, heading)| page.column(*column, heading)))
    }
}

#[derive(Args)]
pub(super) struct Import {
    #[command(flatten)]
    source: Source,
    /// The name of the catalog: `Acme`
    #[arg(long, value_name = "NAME")]
    catalog: String,
}

impl Import {
    pub(super) fn run(&self, err: &mut impl Write) -> Result<(), Failure> {
        let imported = self.source.read()?.to_rust(&self.catalog).map_err(|error| {
            if let NotImported::NoCodes(remarks) = &error {
                // If the reasons cannot be written, the error below is still reported.
                let _ = list(remarks, "error", err);
            }
            Failure::Report(format!("error: {error}"))
        })?;
        let file = self.source.file.file_name().unwrap_or_default().to_string_lossy();
        // `anstream` would remove control sequences, but this output is data.
        let mut out = io::stdout().lock();
        write!(out, "// Written by `studio-errors import` from `{}`.\n\n{}", terminal(&file), imported.rust)?;
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
}

fn list(remarks: &[Remark], level: &str, err: &mut impl Write) -> io::Result<()> {
    remarks.iter().try_for_each(|remark| {
        labelled(&format!("{level}: {remark}"), err)?;
        remark.help.iter().try_for_each(|help| labelled(&format!("help: {}", terminal(help)), err))
    })
}

#[derive(Args)]
pub(super) struct Verify {
    #[command(flatten)]
    source: Source,
    /// The format of the findings
    #[arg(long, short, value_enum, default_value = "table")]
    format: Layout,
    #[command(flatten)]
    codes: Codes,
}

impl Verify {
    pub(super) fn run(&self, own: Reference, out: &mut impl Write) -> Result<(), Failure> {
        let verification = self.source.read()?.verify(&self.codes.or(own)?);
        match (self.format, verification.findings().len()) {
            (Layout::Json, _) => write!(out, "{}", verification.to_json())?,
            (Layout::Table, 0) => writeln!(out, "the page agrees with the code")?,
            (Layout::Table, _) => write!(out, "{verification}")?,
        }
        match verification.findings().len() {
            0 => Ok(()),
            findings => Err(Failure::new(&format!("the page and the code have {}", many(findings, "difference")), "")),
        }
    }
}
