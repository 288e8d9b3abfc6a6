//! Recognizes the columns of a table by their headings, and by what the columns contain.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::identifiers::without_accent;
use super::table::{Cell, Table};
use super::written;

/// The fact in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Column {
    /// The code.
    Code,
    /// The HTTP status.
    Http,
    /// The name.
    Name,
    /// The public message.
    Description,
    /// What the client can do.
    Resolution,
    /// Whether the code is retryable.
    Retryable,
    /// The gRPC code.
    Grpc,
    /// The deprecation.
    Deprecated,
    /// The slug or the title of the category.
    Category,
    /// The title of the category, beside its slug.
    Title,
    /// The ranges of the category.
    Ranges,
    /// The first number of the category.
    First,
    /// The last number of the category.
    Last,
}

impl Column {
    /// Every fact.
    pub fn all() -> impl Iterator<Item = Self> {
        FACTS.iter().map(|(column, ..)| *column)
    }

    /// The facts that belong to a code, not to its category.
    pub(super) fn of_code() -> impl Iterator<Item = Self> {
        Self::all().filter(|column| *column as usize <= Self::Deprecated as usize)
    }

    /// The name on the command line: `code`, `http`, `name` ..
    #[must_use]
    pub const fn name(self) -> &'static str {
        FACTS[self as usize].1
    }

    /// The fact with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|column| column.name() == name)
    }

    /// The fact in a sentence.
    pub(super) const fn noun(self) -> &'static str {
        match self {
            Self::Http => "http status",
            Self::Grpc => "gRPC code",
            column => column.name(),
        }
    }
}

/// The facts of one code, as the page writes them. A fact is `None` if the page has no column for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts([Option<String>; FACTS.len()]);

impl Facts {
    pub(super) fn get(&self, column: Column) -> Option<&str> {
        self.0[column as usize].as_deref()
    }

    /// The fact, unless its cell is empty.
    pub(super) fn stated(&self, column: Column) -> Option<&str> {
        self.get(column).map(str::trim).filter(|text| !text.is_empty())
    }

    pub(super) fn set(&mut self, column: Column, text: Option<String>) {
        self.0[column as usize] = text;
    }

    /// Sets a fact unless it is stated.
    pub(super) fn add(&mut self, column: Column, text: Option<&str>) {
        if self.stated(column).is_none() && text.is_some() {
            self.set(column, text.map(Into::into));
        }
    }
}

/// Each fact with its name and its headings, in the order of the variants. Of two columns for one fact, the one whose heading is listed
/// first is used.
const FACTS: [(Column, &str, &str); 13] = [
    (
        Column::Code,
        "code",
        "code, error code, error codes, codes, err code, errno, error no, error id, code id, error number, number, \
         numeric code, return code, result code, ret code, response code, status code, id, no, value, error, identifier, \
         code value, 错误码, 错误代码, 错误码id, 错误编码, 错误编号, 返回码, 返回代码, \
         响应码, 状态码, 业务码, 编码, 代码, 编号, 错误, codigo, codigo de error, codigos, \
         codigo error, numero, numero de error, código do erro, codigo de erro, エラーコード, コード, \
         code d'erreur, fehlercode, fehlernummer",
    ),
    (
        Column::Http,
        "http",
        "http, http status, http code, http status code, http error, http error code, http statuscode, status, \
         status code, http response code, http response, response code, response status, rest status, html error, \
         html status code, http状态码, http状态, http 状态, http响应码, http返回码, 状态码, 状态, \
         estado http, codigo http, codigo de estado, codigo de estado http, codigo de respuesta, estado, status http, \
         httpステータス, ステータスコード, statut http, http-status, code, codes, error code, 错误码",
    ),
    (
        Column::Name,
        "name",
        "name, error name, code name, identifier, constant, symbol, symbolic name, enum, key, error key, label, slug, \
         type, error type, error, reason code, 错误名称, 错误码名称, 名称, 英文名, 英文名称, \
         错误标识, 标识, 错误值, 错误英文码, 英文码, 常量, 枚举, 错误类型, 类型, 错误, nombre, nombre del error, identificador, constante, \
         clave, tipo, tipo de error, nome, 名前, エラー名, nom, exception, code, error code, 错误码, \
         错误代码",
    ),
    (
        Column::Description,
        "description",
        "message, error message, msg, error msg, short message, description, error description, desc, error desc, \
         meaning, what it means, what happened, explanation, reason, details, detail, text, error text, cause, note, \
         notes, comment, comments, remark, summary, error, 错误信息, 错误消息, 错误提示, 提示信息, \
         提示, 消息, 信息, 返回信息, 错误描述, 描述, 释义, 说明, 错误说明, 含义, 错误含义, \
         中文描述, 中文说明, 备注, 错误原因, 原因, 可能原因, mensaje, mensaje de error, descripcion, \
         descripcion del error, significado, explicacion, detalle, detalles, texto, motivo, causa, mensagem, descricao, \
         メッセージ, エラーメッセージ, 説明, 内容, 意味, signification, beschreibung, bedeutung, \
         meldung, fehlermeldung",
    ),
    (
        Column::Resolution,
        "resolution",
        "resolution, solution, fix, how to fix, how to resolve, how to handle, what to do, what you can do, \
         what you should do, action, actions, recovery, remedy, workaround, handling, advice, recommendation, \
         suggestion, mitigation, troubleshooting, possible solution, suggested resolution, suggested solution, \
         suggested fix, suggested action, recommended action, recommended fix, recommended resolution, \
         recommended solution, 解决方案, 解决办法, 解决方法, 处理建议, 处理方式, 处理方法, \
         处理措施, 建议, 建议操作, 排查建议, 排查方法, 应对措施, solucion, resolucion, accion, \
         accion recomendada, accion sugerida, que hacer, como resolver, como solucionarlo, recomendacion, solucao, \
         対処方法, 対処法, 解決方法, 対応, losung, massnahme",
    ),
    (
        Column::Retryable,
        "retryable",
        "retryable, retriable, retry, can retry, is retryable, safe to retry, 是否可重试, 可重试, 是否重试, \
         reintentable, reintentar, se puede reintentar",
    ),
    (Column::Grpc, "grpc", "grpc, grpc code, grpc status, grpc status code, grpc状态码"),
    (Column::Deprecated, "deprecated", "deprecated, deprecation, 已废弃, 是否废弃, 废弃, obsoleto, en desuso"),
    (
        Column::Category,
        "category",
        "category, group, section, module, area, domain, component, error category, error group, type, error type, \
         class, 分类, 错误分类, 类别, 模块, 所属模块, 错误类型, 类型, categoria, grupo, seccion, \
         modulo, tipo, tipo de error, カテゴリ, 分類, kategorie",
    ),
    (Column::Title, "title", "title, category title"),
    (Column::Ranges, "ranges", "ranges, range, rango, rangos, 范围"),
    (Column::First, "first", "first"),
    (Column::Last, "last", "last"),
];

/// Headings that name several facts. What the column contains decides.
const AMBIGUOUS: &str = "\
    type errortype tipo tipodeerror 类型 错误类型 error 错误 identifier value id no number status state \
    estado 状态 状态码 statuscode responsecode code codes errorcode errorcodes codigo 错误码 错误代码 \
    reasoncode label class exception key clave 原因";

/// The headings of a column that has the code if no other column has it.
const CODES: [&str; 5] = ["code", "errorcode", "codigo", "错误码", "错误代码"];

/// The headings of each fact, as [`squeezed`] writes them.
static HEADINGS: LazyLock<Vec<(Column, Vec<String>)>> = LazyLock::new(|| {
    FACTS.iter().map(|(column, _, words)| (*column, words.split(", ").map(squeezed).collect())).collect()
});

/// The headings of one fact.
fn headings(column: Column) -> &'static [String] {
    &HEADINGS[column as usize].1
}

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The index of the column of each fact.
    places: [Option<usize>; FACTS.len()],
    /// The columns that are not read, each with the fact that it seems to contain although no column is read for that fact.
    pub(super) unread: Vec<(usize, Option<Column>)>,
}

/// The cells of a column that are not empty.
struct Cells<'a>(Vec<&'a str>);

impl<'a> Cells<'a> {
    fn of(table: &'a Table, place: usize) -> Self {
        // The first rows are enough to recognize a column.
        const MOST_ROWS: usize = 2_000;
        let cells = table.rows.iter().take(MOST_ROWS).filter_map(|row| row.cells.get(place));
        Self(cells.map(|cell| cell.fact().trim_matches('`')).filter(|text| !text.is_empty()).collect())
    }

    fn most(&self, is: impl Fn(&str) -> bool) -> bool {
        2 * self.0.iter().filter(|text| is(text)).count() > self.0.len()
    }

    fn repeat(&self) -> bool {
        let mut seen = BTreeSet::new();
        !self.0.iter().all(|text| seen.insert(text))
    }

    fn are_sentences(&self) -> bool {
        self.most(|text| text.contains(' ') || !text.is_ascii())
    }

    /// Whether the cells can have this fact. A heading that names one fact needs no proof.
    fn fit(&self, column: Column) -> bool {
        match column {
            _ if self.0.is_empty() => true,
            Column::Code => self.most(|text| written::read(text).is_some()),
            Column::Http => self.most(is_status),
            Column::Name => self.most(written::is_name) && !self.repeat() && !self.fit(Column::Code),
            Column::Category => self.repeat() && !self.most(is_status),
            Column::Description => self.are_sentences() || self.most(written::is_name) && !self.repeat(),
            _ => true,
        }
    }
}

fn is_status(text: &str) -> bool {
    written::status(text).is_some()
}

impl Columns {
    /// The maximum number of rows above the names of the columns.
    pub(super) const MOST_ABOVE: usize = 10;

    /// The number of facts that the cells name, if one of them is the code.
    pub(super) fn known<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
        // `No.` is a heading, and `no` is an answer.
        let head: Vec<_> = cells.filter(|cell| !cell.trim().eq_ignore_ascii_case("no")).map(squeezed).collect();
        let place = |words: &[String]| words.iter().find_map(|word| head.iter().position(|cell| cell == word));
        let places: BTreeSet<_> = HEADINGS.iter().filter_map(|(_, words)| place(words)).collect();
        place(headings(Column::Code)).map_or(0, |_| places.len())
    }

    /// Recognizes the columns of a table. `stated` are the headings that the caller states for some facts.
    pub(super) fn of(table: &Table, stated: &[(Column, String)]) -> Self {
        let head = &*table.head.iter().map(|cell| squeezed(cell.fact())).collect::<Vec<_>>();
        let cells: Vec<_> = (0..head.len()).map(|place| Cells::of(table, place)).collect();
        let mut columns = Self::default();
        for (column, heading) in stated {
            let place = head.iter().position(|cell| *cell == squeezed(heading));
            columns.places[*column as usize] = columns.places[*column as usize].or(place);
        }
        for column in Column::all() {
            if columns.has(column) {
                continue;
            }
            let mut places = headings(column)
                .iter()
                .flat_map(|word| (0..head.len()).filter(move |place| head[*place] == *word))
                .filter(|place| !columns.reads(*place))
                .filter(|place| AMBIGUOUS.split(' ').all(|word| word != head[*place]) || cells[*place].fit(column));
            let found = if column == Column::Code {
                // `Code` can be the heading of the statuses beside the codes.
                let other = places.clone().find(|place| !cells[*place].most(is_status)).or(places.next());
                // A heading `Code` is the code, whatever its cells contain, so that each of them is reported.
                let is_named = |place: &usize| CODES.contains(&&*head[*place]) && !columns.reads(*place);
                other.or_else(|| (0..head.len()).find(is_named))
            } else {
                places.next()
            };
            columns.places[column as usize] = found;
        }
        // Identifiers below `Message` are names, if sentences are in another column.
        if let (None, Some(place)) = (columns.place(Column::Name), columns.place(Column::Description)) {
            let is_text =
                |other: &usize| is_word_of(Column::Description, &head[*other]) && cells[*other].are_sentences();
            let other = (0..head.len()).find(|other| !columns.reads(*other) && is_text(other));
            let Cells(names) = &cells[place];
            let are_names =
                !names.is_empty() && names.iter().all(|text| written::is_name(text)) && !cells[place].repeat();
            if other.is_some() && are_names {
                columns.places[Column::Name as usize] = Some(place);
                columns.places[Column::Description as usize] = other;
            }
        }
        let unread = (0..head.len())
            .filter(|place| !(columns.reads(*place) || head[*place].is_empty() && cells[*place].0.is_empty()));
        columns.unread = unread.map(|place| (place, columns.hidden(&head[place], &cells[place]))).collect();
        columns
    }

    /// The fact that an unread column seems to contain, if the table has no other column for it.
    fn hidden(&self, heading: &str, cells: &Cells<'_>) -> Option<Column> {
        let is_similar = |word: &String| {
            word.len() > 3
                && word.is_ascii()
                && heading.is_ascii()
                && heading.len() < 40
                && strsim::osa_distance(word, heading) <= 1 + word.len() / 6
        };
        let mut others = HEADINGS.iter().filter(|(column, _)| !self.has(*column));
        let similar = others.find(|(_, words)| words.iter().any(is_similar)).map(|(column, _)| *column);
        let seems = |column, is: bool| (is && !self.has(column)).then_some(column);
        similar
            .or(seems(Column::Http, cells.most(is_status)))
            .or(seems(Column::Name, cells.most(written::is_constant) && !cells.repeat()))
            .or(seems(Column::Description, cells.are_sentences()))
    }

    /// Returns the number of rows above the row with the names of the columns. A page may have a title or the names of groups of
    /// columns there.
    pub(super) fn rows_above<'a>(rows: impl Iterator<Item = &'a [Cell]>, stated: &[(Column, String)]) -> usize {
        let is_stated = |cell: &&Cell| stated.iter().any(|(_, heading)| squeezed(heading) == squeezed(&cell.text));
        let count =
            |row: &[Cell]| Self::known(row.iter().map(|cell| &*cell.text)) + row.iter().filter(is_stated).count();
        let counts = rows.take(Self::MOST_ABOVE).map(count).zip((0..).map(Reverse));
        counts.filter(|(count, _)| *count > 1).max().map_or(0, |(_, Reverse(above))| above)
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// The facts of a row. Missing cells at the end of a row are empty.
    pub(super) fn facts(&self, cells: &[Cell]) -> Facts {
        let mut facts = Facts::default();
        for column in Column::all() {
            let is_prose = matches!(column, Column::Description | Column::Resolution | Column::Deprecated);
            let text = |cell: &Cell| if is_prose { cell.text.clone() } else { cell.fact().into() };
            facts.set(column, self.place(column).map(|place| cells.get(place).map(text).unwrap_or_default()));
        }
        facts
    }

    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places[column as usize]
    }

    pub(super) fn reads(&self, place: usize) -> bool {
        self.places.contains(&Some(place))
    }
}

/// Whether the heading is one that pages use for this fact.
pub(super) fn is_word_of(column: Column, heading: &str) -> bool {
    headings(column).contains(&squeezed(heading))
}

/// The fact that a label such as `HTTP status` names.
pub(super) fn named(label: &str) -> Option<Column> {
    let label = squeezed(label);
    HEADINGS.iter().find(|(_, words)| words.contains(&label)).map(|(column, _)| *column)
}

/// `HTTP status`, `http_status` and `httpStatus` are the same heading, and so are `Código` and `codigo`.
pub(super) fn squeezed(cell: &str) -> String {
    cell.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(without_accent).collect()
}
