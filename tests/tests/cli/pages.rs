//! Pages in the shapes that people publish: what is imported, what is reported, and with which options.

use studio_errors::catalog::StudioError;
use studio_errors::reference::Reference;
use studio_errors_cli::page::{Column, Imported, Kind, NotImported, Page, PageFormat};
use studio_errors_generators::assert_not_quadratic;

/// One page: its format, its text, the options as on the command line, the codes, and the remarks on rows that are not imported.
struct Shape {
    about: &'static str,
    format: PageFormat,
    text: &'static str,
    options: &'static [(&'static str, &'static str)],
    codes: &'static [&'static str],
    left_out: &'static [&'static str],
}

const fn md(about: &'static str, text: &'static str, codes: &'static [&'static str]) -> Shape {
    Shape { about, format: PageFormat::Markdown, text, options: &[], codes, left_out: &[] }
}

const fn html(about: &'static str, text: &'static str, codes: &'static [&'static str]) -> Shape {
    Shape { about, format: PageFormat::Html, text, options: &[], codes, left_out: &[] }
}

const fn csv(about: &'static str, text: &'static str, codes: &'static [&'static str]) -> Shape {
    Shape { about, format: PageFormat::Csv, text, options: &[], codes, left_out: &[] }
}

const fn json(about: &'static str, text: &'static str, codes: &'static [&'static str]) -> Shape {
    Shape { about, format: PageFormat::Json, text, options: &[], codes, left_out: &[] }
}

impl Shape {
    const fn with(self, options: &'static [(&'static str, &'static str)]) -> Self {
        Self { options, ..self }
    }

    const fn without(self, left_out: &'static [&'static str]) -> Self {
        Self { left_out, ..self }
    }

    fn page(&self) -> Page {
        let page = Page::parse(self.text, self.format).expect(self.about);
        self.options.iter().fold(page, |page, (option, value)| match *option {
            "http" if value.parse::<u16>().is_ok() => page.http(value.parse().unwrap()),
            "prefix" => page.prefix(*value),
            column => page.column(Column::named(column).unwrap(), *value),
        })
    }
}

/// Returns the codes: the category, the number, the status, the name and the description, and what else is stated.
fn codes(imported: &Imported) -> Vec<String> {
    let file = syn::parse_file(&imported.rust).unwrap();
    let mut codes = Vec::new();
    for item in &file.items {
        let syn::Item::Enum(item) = item else { continue };
        let text = |attributes: &[syn::Attribute]| {
            let mut keys = String::new();
            let mut doc = String::new();
            for attribute in attributes {
                match &attribute.meta {
                    syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => {
                        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &pair.value else {
                            panic!()
                        };
                        doc = text.value().trim().into();
                    }
                    syn::Meta::List(list) if list.path.is_ident("studio") => keys = list.tokens.to_string(),
                    other if other.path().is_ident("deprecated") => doc += " (deprecated)",
                    _ => {}
                }
            }
            (keys, doc)
        };
        let (keys, _) = text(&item.attrs);
        let Some((_, category)) = keys.split_once("category = \"") else { continue };
        let category = category.split('"').next().unwrap();
        for variant in &item.variants {
            let (keys, doc) = text(&variant.attrs);
            let keys =
                keys.replace("code = - ", "-").replace("code = ", "").replace(" , http = ", " ").replace(" , ", ", ");
            codes.push(format!("{category}: {keys} {}: {doc}", variant.ident));
        }
    }
    codes
}

fn check(shape: &Shape) {
    let page = shape.page();
    let (codes, left_out) = match page.to_rust("Acme") {
        Ok(imported) => (codes(&imported), imported.left_out),
        Err(error) => panic!("{}: {error}: {error:?}", shape.about),
    };
    assert_eq!(codes, shape.codes, "{}\n{}", shape.about, shape.text);
    let left_out: Vec<_> = left_out.iter().map(ToString::to_string).collect();
    assert_eq!(left_out, shape.left_out, "{}\n{}", shape.about, shape.text);
}

const MARKDOWN: &[Shape] = &[
    md(
        "marks of footnotes, and a code that is struck through",
        "| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 100<sup>1</sup> | 400[^1] | ALPHA | Bad |\n| ~~101~~ | 404 | BETA | Gone |\n\n[^1]: A note.\n",
        &["general: 100 400 Alpha: Bad", "general: 101 404 Beta: Gone (deprecated)"],
    ),
    md(
        "headings in HTML, without a space, and in bold",
        "<h2>Orders</h2>\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 1 | 400 | ALPHA | Bad |\n\n##Billing\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 2 | 400 | BETA | Bad |\n\n**Cards**\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 3 | 400 | GAMMA | Bad |\n",
        &["orders: 1 400 Alpha: Bad", "billing: 2 400 Beta: Bad", "cards: 3 400 Gamma: Bad"],
    ),
    md(
        "the message takes precedence over the description",
        "| Code | HTTP | Name | Description | Message |\n|---|---|---|---|---|\n| 1 | 400 | ALPHA | Long | Short |\n",
        &["general: 1 400 Alpha: Short"],
    ),
    md(
        "a range of statuses above codes from 1001",
        "# Errors\n\n## Client errors (400-499)\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 1001 | 400 | ALPHA | Bad |\n",
        &["client: 1001 400 Alpha: Bad"],
    ),
    md(
        "years are no range",
        "# Errors\n\n## Added 2019-2024\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 1001 | 400 | ALPHA | Bad |\n",
        &["added: 1001 400 Alpha: Bad"],
    ),
    md(
        "statuses in a column `Code` beside `Error Code`",
        "| Code | Error Code | Message |\n|---|---|---|\n| 400 | 1001 | Bad alpha |\n| 404 | 1002 | No beta |\n",
        &["general: 1001 400 BadAlpha: Bad alpha", "general: 1002 404 NoBeta: No beta"],
    ),
    md(
        "a type with repeated values is a group",
        "| Code | HTTP | Type | Message |\n|---|---|---|---|\n| 1 | 400 | card | Bad alpha |\n| 2 | 400 | card | Bad beta |\n| 3 | 400 | order | Bad gamma |\n",
        &["card: 1 400 BadAlpha: Bad alpha", "card: 2 400 BadBeta: Bad beta", "order: 3 400 BadGamma: Bad gamma"],
    ),
    md(
        "a status for all rows, and the heading of the code",
        "| Ref | Text |\n|---|---|\n| 1001 | Bad alpha |\n",
        &["general: 1001 422 BadAlpha: Bad alpha"],
    )
    .with(&[("http", "422"), ("code", "ref")]),
    md(
        "headings in Chinese, and a success",
        "# 错误码\n\n## 账户\n\n| 错误码 | HTTP状态码 | 错误信息 | 解决方案 |\n|---|---|---|---|\n| 0 | 200 | 成功 | |\n| 10001 | 400 | 参数错误 | 检查参数 |\n",
        &["账户: 10001 400, name = \"CODE_10001\", resolution = \"检查参数\" Code10001: 参数错误"],
    ),
    md(
        "headings in Spanish",
        "| Código | Estado HTTP | Nombre | Descripción | Solución |\n|---|---|---|---|---|\n| ACME-1 | 400 | PETICION_INVÁLIDA | La petición es inválida | Corríjala |\n",
        &["general: 1 400, resolution = \"Corríjala\" PeticionInvalida: La petición es inválida"],
    ),
    md(
        "one of several prefixes",
        "| Code | HTTP | Message |\n|---|---|---|\n| USER_1 | 400 | Bad alpha |\n| ORDER_1 | 400 | Bad beta |\n| USER_2 | 400 | Bad gamma |\n",
        &["general: 1 400 BadBeta: Bad beta"],
    )
    .with(&[("prefix", "ORDER")]),
    md(
        "the prefix of most codes",
        "| Code | HTTP | Message |\n|---|---|---|\n| USER_1 | 400 | Bad alpha |\n| ORDER_1 | 400 | Bad beta |\n| USER_2 | 400 | Bad gamma |\n",
        &["general: 1 400 BadAlpha: Bad alpha", "general: 2 400 BadGamma: Bad gamma"],
    )
    .without(&["line 4: 1 code has the prefix `ORDER` (lines 4); the 2 codes of this catalog have the prefix `USER`"]),
    md(
        "only rows that can be imported vote for the prefix",
        "| Code | HTTP | Message |\n|---|---|---|\n| USER_1 | | Bad alpha |\n| USER_2 | | Bad beta |\n| ACME_1 | 400 | Bad gamma |\n",
        &["general: 1 400 BadGamma: Bad gamma"],
    )
    .without(&["line 3: `USER_1`: the row has no http status", "line 4: `USER_2`: the row has no http status"]),
    md(
        "a page of headings",
        "# Errors\n\n## 1001 ALPHA (400)\n\nBad alpha.\n\nMore.\n\n## 1002 BETA (404)\n\nNo beta.\n\n**Solution:** create it\n\n## 1003 GAMMA\n\n- Status: 409\n- Message: A conflict\n",
        &[
            "errors: 1001 400 Alpha: Bad alpha.",
            "errors: 1002 404, resolution = \"create it\" Beta: No beta.",
            "errors: 1003 409 Gamma: A conflict",
        ],
    ),
    md(
        "headings of codes in categories, with labelled sections",
        "# Errors\n\n## Cards (E100-E199)\n\nText.\n\n### E100: Card declined\n\n#### Cause\n\nThe bank declines it.\n\n#### Solution\n\nAsk the bank.\n\n### E101: Card expired\n\nIt is too old.\n",
        &[
            "cards: 100 402, resolution = \"Ask the bank.\" CardDeclined: The bank declines it.",
            "cards: 101 402 CardExpired: It is too old.",
        ],
    )
    .with(&[("http", "402")]),
    md(
        "lines with labels below headings",
        "# Código: ERR_1\n\nDescripción: Error desconocido\nHTTP: 500\n\n# Código: ERR_2\n\nDescripción: Sin conexión\nHTTP: 503\n",
        &["general: 1 500 ErrorDesconocido: Error desconocido", "general: 2 503 SinConexion: Sin conexión"],
    ),
    md(
        "lists",
        "# Errors\n\n- `2` (404): BETA: text\n- `3` (409): GAMMA: other text\n",
        &["errors: 2 404 Beta: text", "errors: 3 409 Gamma: other text"],
    ),
    md(
        "a list with paragraphs, and a block of code",
        "- `2` (404): BETA\n\n  No beta\n\n- `3` (409): GAMMA\n\n  A conflict\n\n```\n4: DELTA\n5: EPSILON\n6: ZETA\n```\n",
        &["general: 2 404 Beta: No beta", "general: 3 409 Gamma: A conflict"],
    ),
    md(
        "a list with lines",
        "- Code: `E00000`\n  Message: Unknown error\n  HTTP: 500\n- Code: `E00001`\n  Message: Bad thing\n  HTTP: 400\n",
        &["general: 0 500 UnknownError: Unknown error", "general: 1 400 BadThing: Bad thing"],
    ),
    md(
        "a list next to a table, and a list of statuses",
        "- 404: not found\n- 429: slow down\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 1001 | 400 | ALPHA | Bad |\n\n- **1002** BETA (404): Gone\n",
        &["general: 1001 400 Alpha: Bad", "general: 1002 404 Beta: Gone"],
    ),
    md(
        "a status in the heading above the table",
        "# Errors\n\n### 404 Not Found\n\n| Code | Message |\n|---|---|\n| 1001 | No alpha |\n\n### Conflicts (HTTP 409)\n\n| Code | Message |\n|---|---|\n| 1002 | A conflict |\n",
        &["errors: 1001 404 NoAlpha: No alpha", "errors: 1002 409 AConflict: A conflict"],
    ),
    md(
        "category rows, a title row, repeated heads and empty rows",
        "| All errors | | |\n|---|---|---|\n| Code | HTTP | Message |\n| **Wallet** | | |\n| 1001 | 400 | Bad alpha |\n| | | |\n| Code | HTTP | Message |\n| **Orders 2000~2999** | | |\n| 2001 | 400 | Bad order |\n",
        &["wallet: 1001 400 BadAlpha: Bad alpha", "orders: 2001 400 BadOrder: Bad order"],
    ),
    md(
        "ranges in several forms",
        "## Alpha 1000~1999\n\n| Code | HTTP | Message |\n|---|---|---|\n| 1001 | 400 | Bad alpha |\n\n## 2xxx Beta\n\n| Code | HTTP | Message |\n|---|---|---|\n| 2001 | 400 | Bad beta |\n\n## Gamma (3000+)\n\n| Code | HTTP | Message |\n|---|---|---|\n| 3001 | 400 | Bad gamma |\n| 1999 | 400 | Bad delta |\n",
        &["alpha: 1001 400 BadAlpha: Bad alpha", "beta: 2001 400 BadBeta: Bad beta", "gamma: 3001 400 BadGamma: Bad gamma"],
    )
    .without(&["line 18: `1999`: the code is outside of its category `Gamma` (3000 to 9999)"]),
    md(
        "codes in several forms",
        "| Code | HTTP | Message |\n|---|---|---|\n| 1001: | 400 | a |\n| #1002 | 400 | b |\n| 1003. | 400 | c |\n| 10,001 | 400 | d |\n| 1004 - ALPHA | 400 | e |\n| BETA (1005) | 400 | f |\n",
        &[
            "general: 1001 400 A: a",
            "general: 1002 400 B: b",
            "general: 1003 400 C: c",
            "general: 1004 400 Alpha: e",
            "general: 1005 400 Beta: f",
            "general: 10001 400 D: d",
        ],
    ),
    md(
        "a second table of known codes",
        "| Code | HTTP | Name |\n|---|---|---|\n| 1001 | 400 | ALPHA |\n\n| Code | Message |\n|---|---|\n| 1001 | Bad alpha |\n",
        &["general: 1001 400 Alpha: Bad alpha"],
    ),
    md(
        "a second table that contradicts the first",
        "| Code | HTTP | Message |\n|---|---|---|\n| 1001 | 400 | Bad alpha |\n\n| Code | HTTP | Message |\n|---|---|---|\n| 1001 | 404 | Bad alpha |\n",
        &["general: 1001 400 BadAlpha: Bad alpha"],
    )
    .without(&["line 7: `1001`: the code is already on line 3"]),
    md(
        "a code in three rows",
        "| Code | HTTP | Message |\n|---|---|---|\n| 1001 | 400 | A |\n| 1001 | 400 | B |\n| 1001 | 400 | C |\n",
        &["general: 1001 400 A: A"],
    )
    .without(&["line 4: `1001`: the code is already on line 3", "line 5: `1001`: the code is already on line 3"]),
    md(
        "an empty line in an HTML table",
        "<table>\n<tr><th>Code</th><th>HTTP</th><th>Message</th></tr>\n\n<tr><td>1001</td><td>400</td><td>Bad alpha</td></tr>\n\n<tr><td>1002</td><td>404</td><td>\n\nNo `beta`\n\n</td></tr>\n</table>\n",
        &["general: 1001 400 BadAlpha: Bad alpha", "general: 1002 404 NoBeta: No beta"],
    ),
    md(
        "tables that the page does not show",
        "<details>\n<summary>Cards</summary>\n| Code | HTTP | Message |\n|---|---|---|\n| 1 | 400 | Bad alpha |\n</details>\n\n    | Code | HTTP | Message |\n    |---|---|---|\n    | 2 | 400 | Bad beta |\n\n| Code | HTTP | Message |\n|---|---|\n| 3 | 400 | Bad gamma |\n",
        &["cards: 1 400 BadAlpha: Bad alpha", "cards: 2 400 BadBeta: Bad beta", "cards: 3 400 BadGamma: Bad gamma"],
    ),
    md(
        "bars in code, also in a table that the page does not show",
        "| Code | HTTP | Message |\n|---|---|---|\n| 1 | 400 | use `a || b` |\n\n| Code | HTTP | Message |\n|---|---|\n| 2 | 400 | use `c \\| d` |\n",
        &[
            "general: 1 400, name = \"USE_A_B\" UseAB: use a || b",
            "general: 2 400, name = \"USE_C_D\" UseCD: use c | d",
        ],
    ),
    md(
        "text in angle brackets and components",
        "| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 1 | 400 | ALPHA | No <field> in <b>bold</b> |\n| 2 | 400 | BETA | It is <Badge color=\"red\">bad</Badge> |\n",
        &["general: 1 400, description = \"No <field> in bold\" Alpha: The code `1`.", "general: 2 400 Beta: It is bad"],
    ),
    md(
        "tables without bars at the ends, with statuses as codes",
        "Error Code | Meaning\n---------- | -------\n200 | OK\n400 | Bad Request -- the request is invalid\n404 | Not Found\n",
        &["general: 400 400 BadRequestTheRequestIs: Bad Request -- the request is invalid", "general: 404 404 NotFound: Not Found"],
    ),
    md(
        "a table without messages",
        "| Code | HTTP | Constant |\n|---|---|---|\n| 1 | 404 | CARD_NOT_FOUND |\n",
        &["general: 1 404 CardNotFound: Card not found"],
    ),
    md(
        "negative numbers, and numbers that are no codes, each with its reason",
        "| Code | HTTP | Message |\n|---|---|---|\n| -1001 | 400 | a |\n| 3DS_1 | 400 | b |\n| 1 | 400 | c |\n| 10xx | 400 | d |\n",
        &["general: -1001 400 A: a", "general: 1 400 C: c"],
    )
    .without(&[
        "line 4: the prefix of `3DS_1` begins with a digit; a prefix begins with a letter from `A` to `Z`",
    ]),
    md(
        "the codes of JSON-RPC, with hyphens and with minus signs",
        "## Protocol (-32700 to -32600)\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| -32700 | 400 | PARSE_ERROR | Not JSON |\n| `−32600` | 400 | INVALID_REQUEST | No request |\n\n## Server (−32000 to −32099)\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| -32000 | 503 | BUSY | Busy |\n| -32001 to -32099 | 500 | OTHER | Reserved |\n| –32001 | 503 | DASH | No sign |\n",
        &[
            "protocol: -32700 400 ParseError: Not JSON",
            "protocol: -32600 400 InvalidRequest: No request",
            "server: -32000 503 Busy: Busy",
        ],
    )
    .without(&["line 14: `–32001` has the separator `–`; a separator follows a prefix, and has at most four of `_`, `-`, `.` and `:`"]),
    md(
        "headings with rough ranges, and statuses of 200",
        "## 10xx Network\n\n#### 1810 - Rate Limited\nToo many requests.\n\n#### 1820 - Unprocessable\nIt is malformed.\n\n## Others\n\n| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 0 | 200 | OK | ok |\n| 97 | 200 | ErrCommon | 通用错误 |\n",
        &[
            "others: 97 400 ErrCommon: 通用错误",
            "network: 1810 400 RateLimited: Too many requests.",
            "network: 1820 400 Unprocessable: It is malformed.",
        ],
    )
    .with(&[("http", "400")]),
    md(
        "facts in a table of labels and values",
        "### 1001: invalid_token\n\n**HTTP status:** 401\n\n### 1002: expired_token\n\n| Field | Value |\n|---|---|\n| HTTP status | 403 |\n| Message | The token is expired |\n| Retryable | no |\n",
        &["general: 1001 401 InvalidToken: Invalid token", "general: 1002 403 ExpiredToken: The token is expired"],
    ),
    md(
        "lines of a paragraph, and rows of dashes",
        "BX0001, Connection lost: retry\nBX0002, The card does not exist\nBX0003, Invalid data\n\n| Code | HTTP | Message |\n|---|---|---|\n| - | - | - |\n| BX0004 | 409 | A conflict |\n",
        &[
            "general: 1 400 ConnectionLost: Connection lost: retry",
            "general: 2 400 TheCardDoesNotExist: The card does not exist",
            "general: 3 400 InvalidData: Invalid data",
            "general: 4 409 AConflict: A conflict",
        ],
    )
    .with(&[("http", "400")]),
    md(
        "headings of statuses",
        "# Errors\n\n### 200 Success\n\nFine.\n\n### 400 Bad request\n\n### 401 Unauthorized\n\nLog in.\n",
        &["errors: 400 400 BadRequest: Bad request", "errors: 401 401 Unauthorized: Log in."],
    ),
    md(
        "negative numbers in headings, and codes that are words",
        "### -1000 UNKNOWN\n\nUnknown.\n\n| Code | HTTP | Message |\n|---|---|---|\n| BAD | 400 | a |\n| WORSE | 400 | b |\n| WORST | 400 | c |\n| GONE | 400 | d |\n\n| Code | HTTP | Message |\n|---|---|---|\n| 7 | 400 | Seven |\n",
        &["unknown: 7 400 Seven: Seven"],
    )
    .without(&[
        "line 5: 4 codes of the table do not end in a number, such as `BAD`; a catalog needs a number for each code",
    ]),
    md(
        "several codes in a cell, attributes of a heading, and identifiers as messages",
        "## Cards {#cards}\n\n| 错误码 | 错误信息 | 描述 | HTTP |\n|---|---|---|---|\n| 1 | InvalidCard | 卡无效 | 400 |\n| 2 or 3 | LostCard | 卡丢失 | 400 |\n",
        &["cards: 1 400 InvalidCard: 卡无效"],
    )
    .without(&["line 6: `2 or 3` are several codes; a row has one"]),
    md(
        "a missing column is reported once for each table",
        "| Code | HTTP | Message |\n|---|---|---|\n| 1 | 400 | a |\n\n| Code | Message |\n|---|---|\n| 2 | b |\n| 3 | c |\n",
        &["general: 1 400 A: a"],
    )
    .without(&["line 5: the table has no column `http`; its 2 rows are not imported"]),
];

const OTHERS: &[Shape] = &[
    html(
        "definitions and items",
        "<h1>Errors</h1><dl><dt>1001</dt><dd>Bad alpha</dd><dt>1002</dt><dd>Bad beta</dd></dl><ul><li><b>1003</b>: GAMMA: Bad gamma</li></ul>",
        &["errors: 1001 400 BadAlpha: Bad alpha", "errors: 1002 400 BadBeta: Bad beta", "errors: 1003 400 Gamma: Bad gamma"],
    )
    .with(&[("http", "400")]),
    html(
        "footnotes, struck codes and unknown tags",
        "<h2>Cards</h2><table><tr><th>Code<th>HTTP<th>Name<th>Message<tr><td><del>7</del><td>400<sup>2</sup><td>ALPHA<td>No <field> here</table>",
        &["cards: 7 400, description = \"No <field> here\" Alpha: The code `7`. (deprecated)"],
    ),
    html(
        "headings of codes",
        "<h1>Errors</h1><h3>1001 - ALPHA (400)</h3><p>Bad alpha</p><h3>1002 - BETA (404)</h3><p>No beta</p>",
        &["errors: 1001 400 Alpha: Bad alpha", "errors: 1002 404 Beta: No beta"],
    ),
    html(
        "a caption, a bold line and a row that spans all columns",
        "<table><caption>Cards</caption><tr><th>Code<th>HTTP<th>Message<tr><td>1<td>400<td>a</table><p><b>Orders</b></p><table><tr><th>Code<th>HTTP<th>Message<tr><td>2<td>400<td>b<tr><td colspan=3>Refunds<tr><td>3<td>400<td>c</table>",
        &["cards: 1 400 A: a", "orders: 2 400 B: b", "refunds: 3 400 C: c"],
    ),
    csv("a line with the separator, and empty cells at the end", "sep=;\nCode;HTTP;Message;\n1;400;Bad alpha;\n2;404;No beta;\n", &[
        "general: 1 400 BadAlpha: Bad alpha",
        "general: 2 404 NoBeta: No beta",
    ]),
    csv("a misspelt heading with its option", "Code,HTTP staus,Message\n1,400,Bad alpha\n", &["general: 1 400 BadAlpha: Bad alpha"])
        .with(&[("http", "HTTP staus")]) ,
    json(
        "an array of objects",
        r#"[{"code": 1001, "status": 400, "name": "ALPHA", "message": "Bad alpha"}, {"code": 1002, "status": 404, "name": "BETA", "message": "No beta", "retryable": true}]"#,
        &["general: 1001 400 Alpha: Bad alpha", "general: 1002 404, retryable = true Beta: No beta"],
    ),
    json(
        "arrays in members, and members that are codes",
        r#"{"errors": {"cards": [{"id": "C-1", "http_status": 402, "message": "Declined"}], "codes": {"C-2": {"http": 400, "message": "Expired"}}}}"#,
        &["cards: 1 402 Declined: Declined", "codes: 2 400 Expired: Expired"],
    ),
    json(
        "members with the same name, in a row and around rows",
        r#"{"cards": [{"code": 1, "http": 400, "message": "a"},
            {"code": 2, "code": 3, "http": 400, "message": "b"}],
            "cards": [{"code": 4, "http": 400, "message": "c"}],
            "codes": {"5": {"http": 400, "message": "d"},
            "5": {"http": 400, "message": "e"}, "6": {"http": 400, "http": 404}}}"#,
        &["cards: 1 400 A: a", "cards: 4 400 C: c", "codes: 5 400 D: d"],
    )
    .without(&[
        "line 2: the object has the member `code` more than once",
        "line 5: the object has the member `http` more than once",
        "line 5: `5`: the code is already on line 4",
    ]),
];

#[test]
fn pages_in_markdown_are_imported() {
    MARKDOWN.iter().for_each(check);
}

#[test]
fn pages_in_other_formats_are_imported() {
    OTHERS.iter().for_each(check);
}

#[test]
fn names_and_descriptions_that_do_not_compile_are_left_out() {
    let text = format!(
        "| Code | HTTP | Name | Message |\n|---|---|---|---|\n| 1 | 400 | A | a |\n| 2 | 400 | B | {} |\n| 3 | 400 | {} | c |\n",
        "x".repeat(10_001),
        "N".repeat(301)
    );
    let imported = Page::parse(&text, PageFormat::Markdown).unwrap().to_rust("Acme").unwrap();
    let left_out: Vec<_> = imported.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        left_out,
        [
            "line 4: `2`: the description has 10001 bytes; at most 10000 are allowed",
            "line 5: `3`: the name has 301 bytes; at most 255 are allowed",
        ]
    );
    assert_eq!(codes(&imported).len(), 1);
}

#[test]
fn a_remark_has_the_option_that_helps() {
    let page = "| Code | HTTP staus | Message |\n|---|---|---|\n| A_1 | 400 | a |\n";
    let Err(NotImported::NoCodes(remarks)) = Page::parse(page, PageFormat::Markdown).unwrap().to_rust("Acme") else {
        panic!("no column is read for the status")
    };
    let help: Vec<_> = remarks.iter().filter_map(|remark| remark.help.as_deref()).collect();
    assert_eq!(
        help,
        [
            "add `--column http='HTTP staus'`",
            "add `--http 400` to give all rows without a status this one, or `--column http='HTTP staus'` if a column contains it",
        ]
    );
}

#[test]
fn what_is_not_read_is_a_finding_of_verify() {
    let table = "| Code | HTTP | Name | Message |\n|---|---|---|---|\n| STUDIO_1601 | 402 | INSUFFICIENT_CREDITS | Insufficient AI credits in wallet for this generation |\n";
    let reference = Reference::of::<StudioError>();
    let unreadable = |text: &str| {
        let verification = Page::parse(text, PageFormat::Markdown).unwrap().verify(&reference);
        let findings = verification.findings().iter().filter(|finding| finding.kind == Kind::Unreadable);
        findings.map(|finding| format!("{}: {}", finding.line.unwrap(), finding.page)).collect::<Vec<_>>()
    };
    assert_eq!(unreadable(table), [""; 0]);
    assert_eq!(unreadable(&format!("a | b\nc | d\n\n{table}")), [""; 0]);
    assert_eq!(
        unreadable(&table.replace("| HTTP |", "| HTTP staus |")),
        ["1: the column `HTTP staus` is not read, although it seems to be the http status"]
    );
    assert_eq!(
        unreadable(&format!("{table}\n| Old | New |\n|---|---|\n| STUDIO_1600 | x |\n")),
        ["5: the table `Old | New` has no column `code` and is not read"]
    );
    assert_eq!(unreadable(&format!("{table}\n| Kind | Meaning |\n|---|---|\n| client | x |\n")), [""; 0]);
    assert_eq!(
        unreadable(&table.replace("|---|---|---|---|", "|---|---|---|")),
        ["1: the page shows no table here: its delimiter row has 3 cells, and its head has 4; its rows are read"]
    );
    assert_eq!(
        unreadable(&format!("{table}\n<ErrorCode code=\"STUDIO_1600\" />\n")),
        ["5: the component `<ErrorCode code=\"STUDIO_1600\" />` is not read"]
    );
    assert_eq!(
        unreadable(&format!("## STUDIO_1600 RATE_LIMIT_EXCEEDED\n\n{table}")),
        ["1: the heading `STUDIO_1600 RATE_LIMIT_EXCEEDED` is not read as a code"]
    );
    // A success is not a finding.
    let verification =
        Page::parse(&format!("{table}| 0 | 200 | OK | Success |\n"), PageFormat::Markdown).unwrap().verify(&reference);
    assert!(verification.findings().iter().all(|finding| finding.kind == Kind::Missing), "{verification}");
}

#[test]
fn hostile_pages_are_read_in_linear_time_or_refused() {
    type Write = fn(usize) -> String;
    let refused = |text: &str, format, reason: &str| {
        let error = Page::parse(text, format).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    };
    let span = format!("<table><tr><td rowspan=65534>{}{}</table>", "x".repeat(2_000), "<tr><td>1".repeat(30_000));
    refused(&span, PageFormat::Html, "the cells of the table span too many rows");
    refused(&"<div>x".repeat(17_000), PageFormat::Html, "more than 500 elements inside of each other");
    refused(&("[".repeat(17_000) + &"]".repeat(17_000)), PageFormat::Json, "contains no array of objects");
    let reference = Reference::of::<StudioError>();
    let pages: [(PageFormat, Write); 8] = [
        (PageFormat::Markdown, |size| "# a\n".repeat(size)),
        (PageFormat::Markdown, |size| "## 44 codes (1-2, 3-4)\n".repeat(size)),
        (PageFormat::Markdown, |size| "- 1001: ALPHA\n".repeat(size)),
        (PageFormat::Markdown, |size| "<summary>x</summary>\n".repeat(size)),
        (PageFormat::Markdown, |size| "|a|b\r|c|\n|-|\nd\n".repeat(size)),
        (PageFormat::Markdown, |size| format!("# {}", "1-".repeat(10 * size))),
        (PageFormat::Markdown, |size| format!("| a | b |\n|---|---|\n| {} |\n", "`|".repeat(10 * size))),
        (PageFormat::Html, |size| "<p><b>x".repeat(size)),
    ];
    for (format, page) in pages {
        assert_not_quadratic(5_000, |size| {
            let page = Page::parse(&page(size as usize), format).unwrap();
            assert!(page.verify(&reference).findings().len() >= 36);
            let _ = page.to_rust("Acme");
        });
    }
}

/// The import of one row in JSON.
fn row(json: &serde_json::Value) -> Imported {
    let page = Page::parse(&serde_json::json!([json]).to_string(), PageFormat::Json).unwrap();
    page.http(499).to_rust("Acme").unwrap()
}

#[test]
fn a_code_is_read_beside_its_facts() {
    for (text, code, name, http, message) in [
        ("1001", "1001", "", 0, ""),
        ("-32700", "-32700", "", 0, ""),
        ("−32700", "-32700", "", 0, ""),
        ("ACME_1001", "ACME_1001", "", 0, ""),
        ("`ACME-7`", "ACME-7", "", 0, ""),
        ("#1001", "1001", "", 0, ""),
        ("1001:", "1001", "", 0, ""),
        ("1002.", "1002", "", 0, ""),
        ("10,001", "10001", "", 0, ""),
        ("1001*", "1001", "", 0, ""),
        ("Error 1001", "1001", "", 0, ""),
        ("Code: E0042", "E0042", "", 0, ""),
        ("[1001]", "1001", "", 0, ""),
        ("(1001)", "1001", "", 0, ""),
        ("\"1001\"", "1001", "", 0, ""),
        ("1001 - ALPHA", "1001", "ALPHA", 0, ""),
        ("1001 ALPHA", "1001", "ALPHA", 0, ""),
        ("-32700 ALPHA", "-32700", "ALPHA", 0, ""),
        ("1001 ALPHA (400)", "1001", "ALPHA", 400, ""),
        ("1001 – Alpha and beta", "1001", "", 0, "Alpha and beta"),
        ("1001: ALPHA: text: more", "1001", "ALPHA", 0, "text: more"),
        ("`2` (404): BETA: text", "2", "BETA", 404, "text"),
        ("2 (HTTP 404): BETA — text", "2", "BETA", 404, "text"),
        ("ACME_1 | ALPHA | text", "ACME_1", "ALPHA", 0, "text"),
        ("1001 (ALPHA): text", "1001", "ALPHA", 0, "text"),
        ("#7 = invalidToken", "7", "invalidToken", 0, ""),
        ("E0042, Connection lost", "E0042", "", 0, "Connection lost"),
        ("1001 [400] `ALPHA` the text", "1001", "ALPHA", 400, "the text"),
        ("10,001 ALPHA", "10001", "ALPHA", 0, ""),
        ("BETA (1003)", "1003", "BETA", 0, ""),
        ("`invalid_token` (ACME_3)", "ACME_3", "invalid_token", 0, ""),
        ("BETA (1003): text", "1003", "BETA", 0, "text"),
        ("BETA（1003）: text", "1003", "BETA", 0, "text"),
        ("1001（404）BETA", "1001", "BETA", 404, ""),
        ("BETA = 1003", "1003", "BETA", 0, ""),
        ("BETA = -1003", "-1003", "BETA", 0, ""),
        ("BETA (−1003)", "-1003", "BETA", 0, ""),
        ("BETA - 1003 (404)", "1003", "BETA", 404, ""),
        ("BETA: 1003", "1003", "BETA", 0, ""),
        ("BETA (1003, HTTP 404) text", "1003", "BETA", 404, "text"),
        ("The card is lost (1003)", "1003", "", 0, "The card is lost"),
    ] {
        let stated = serde_json::json!({"code": text, "message": "a"});
        let imported = row(&if message.is_empty() { stated } else { serde_json::json!({"code": text}) });
        let rust = &imported.rust;
        assert!(rust.contains(&format!("/// The catalog of codes such as `{code}`.\n")), "{text}\n{rust}");
        let http = if http == 0 { 499 } else { http };
        assert!(rust.contains(&format!("http = {http}")), "{text}\n{rust}");
        let shown = if message.is_empty() { "a" } else { message };
        assert!(rust.contains(&format!("/// {shown}\n")), "{text}\n{rust}");
        let notes: Vec<_> = imported.notes.iter().map(ToString::to_string).collect();
        assert_eq!(notes.iter().any(|note| note.contains("the row has no name")), name.is_empty(), "{text}\n{notes:?}");
    }
}

#[test]
fn names_and_descriptions_are_made_from_each_other() {
    for (message, name) in [
        ("Invalid token", "INVALID_TOKEN"),
        ("The card was declined: ask the bank", "THE_CARD_WAS_DECLINED"),
        ("One two three four five six", "ONE_TWO_THREE_FOUR_FIVE"),
        ("2 cards, please", "CARDS"),
        ("Sin conexión", "SIN_CONEXION"),
        ("InvalidParameter", "INVALID_PARAMETER"),
        ("参数错误 (bad request)", "BAD_REQUEST"),
        ("参数错误", "CODE_1"),
    ] {
        let notes = row(&serde_json::json!({"code": 1, "message": message})).notes;
        assert!(
            notes.iter().any(|note| note.reason.ends_with(&format!("written as `{name}`"))),
            "{message}\n{notes:?}"
        );
    }
    for (name, words) in [("CARD_DECLINED", "Card declined"), ("invalidToken", "Invalid token")] {
        let rust = row(&serde_json::json!({"code": 1, "name": name})).rust;
        assert!(rust.contains(&format!("/// {words}\n")), "{rust}");
    }
    for (slug, ident) in [("été", "TError"), ("账户", "Codes1Error"), ("quotas", "QuotaError"), ("3ds", "Codes1Error")]
    {
        let rust = row(&serde_json::json!({"code": 1, "message": "a", "category": slug})).rust;
        assert!(rust.contains(&format!("pub enum {ident} {{")), "{slug}\n{rust}");
    }
}

#[test]
fn ranges_in_headings_are_read_in_all_common_forms() {
    for (text, title, ranges, prefix) in [
        ("Image Generation (STUDIO_1000-1099)", "Image Generation", &[(1000, 1099)][..], "STUDIO_"),
        ("Image Generation (1000 to 1099)", "Image Generation", &[(1000, 1099)], ""),
        ("Image Generation（1000~1099）", "Image Generation", &[(1000, 1099)], ""),
        ("Image Generation 1000–1099", "Image Generation", &[(1000, 1099)], ""),
        ("STUDIO_1000-1099: Image Generation", "Image Generation", &[(1000, 1099)], "STUDIO_"),
        ("STUDIO_1000 - STUDIO_1099 — Image", "Image", &[(1000, 1099)], "STUDIO_"),
        ("ACME-100-199 Billing", "Billing", &[(100, 199)], "ACME-"),
        ("Client [E2001-E2999, E4001-E4099]", "Client", &[(2001, 2999), (4001, 4099)], "E"),
        ("Client (codes 1..=9 and 12)", "Client", &[(1, 9), (12, 12)], ""),
        ("Phase 2 to 3 (100 to 199)", "Phase 2 to 3", &[(100, 199)], ""),
        ("Errors (44)", "Errors (44)", &[], ""),
        ("Version 2", "Version 2", &[], ""),
        ("2.1 Wallet errors: 200 to 299", "Wallet errors", &[(200, 299)], ""),
        ("Wallet 1000~1999", "Wallet", &[(1000, 1999)], ""),
        ("2xxx Orders", "Orders", &[(2000, 2999)], ""),
        ("ACME_10xx – Network", "Network", &[(1000, 1099)], "ACME_"),
        ("Others (3000+)", "Others", &[(3000, 9999)], ""),
        ("Reversed (1099-1000)", "Reversed (1099-1000)", &[], ""),
        ("STUDIO_1000-1099", "STUDIO_1000-1099", &[(1000, 1099)], "STUDIO_"),
        ("Protocol (-32700 to -32600)", "Protocol", &[(-32700, -32600)], ""),
        ("Server −32000 to −32099", "Server", &[(-32099, -32000)], ""),
        ("Server (-32099--32000, -5)", "Server", &[(-32099, -32000), (-5, -5)], ""),
        ("Small -5..=5", "Small", &[(-5, 5)], ""),
        ("Unclear (-5-9)", "Unclear (-5-9)", &[], ""),
        ("-327xx: Protocol", "Protocol", &[(-32799, -32700)], ""),
    ] {
        let number = ranges.first().map_or(44, |(first, _): &(i64, i64)| *first);
        let page = format!("## {text}\n\n| Code | HTTP | Message |\n|---|---|---|\n| {number} | 400 | a |\n");
        let rust = Page::parse(&page, PageFormat::Markdown).unwrap().to_rust("Acme").unwrap().rust;
        let own = if ranges.is_empty() { &[(44, 44)][..] } else { ranges };
        let own: Vec<_> = own.iter().map(|(first, last)| format!("{first}..={last}")).collect();
        let own = if let [one] = &*own { one.clone() } else { format!("&[{}]", own.join(", ")) };
        assert!(rust.contains(&format!("{title:?}, {own})")), "{text}\n{rust}");
        assert!(rust.contains(&format!("such as `{prefix}{number}`.")), "{text}\n{rust}");
    }
}

#[test]
fn other_texts_are_no_codes_and_several_codes_are_no_row() {
    let imported = |text: &str| {
        let rows = serde_json::json!([{"code": text, "message": "a"}, {"code": 1, "message": "b"}]);
        let page = Page::parse(&rows.to_string(), PageFormat::Json).unwrap();
        let imported = page.http(400).to_rust("Acme").unwrap();
        assert_eq!(imported.rust.matches("code = ").count(), 1, "{text}\n{}", imported.rust);
        imported.left_out
    };
    for text in ["Introduction", "1.2.0", "Step 1", "2024-05-01", "What happened?", "Not Found (404)", "é (x)"] {
        assert_eq!(imported(text).len(), 1, "{text}");
    }
    for text in ["2, 3", "2 or 3", "`A_1` / `A_2`", "1001、1002", "2, 3 and 4"] {
        assert!(imported(text)[0].reason.ends_with("are several codes; a row has one"), "{text}");
    }
}

#[test]
fn a_heading_states_the_status_of_its_codes() {
    let rust = |heading: &str, code: u32| {
        let page = format!("## {heading}\n\n| Code | Message |\n|---|---|\n| {code} | a |\n");
        Page::parse(&page, PageFormat::Markdown).unwrap().http(499).to_rust("Acme").unwrap().rust
    };
    for heading in
        ["404", "404 Not Found", "404 – the card does not exist", "HTTP 404: cards", "Cards (404)", "Cards (HTTP 404)"]
    {
        assert!(rust(heading, 1001).contains("http = 404"), "{heading}");
    }
    for heading in ["Cards", "200 OK", "Phase 404", "4040", "404 of 500"] {
        assert!(rust(heading, 1001).contains("http = 499"), "{heading}");
    }
    // A range of statuses or of years is not a range of other numbers.
    for (heading, code, category) in [
        ("Client errors (400-499)", 1001, "\"Client errors\", 1001..=1001)"),
        ("Errors of 2019-2024", 1001, "\"Errors of 2019-2024\", 1001..=1001)"),
        ("Errors of 2019-2024", 2020, "\"Errors of\", 2019..=2024)"),
    ] {
        let rust = rust(heading, code);
        assert!(rust.contains(category), "{heading}\n{rust}");
    }
}
