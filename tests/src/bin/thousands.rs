//! Prints the HTML page of a reference with 5,000 codes.

use serde_json::{Value, json};
use studio_errors::catalog::StudioError;
use studio_errors::reference::{Malformed, Reference, SCHEMA};

fn main() -> Result<(), Malformed> {
    let published = Reference::of::<StudioError>().codes;
    let codes: Vec<Value> = (1..=5000_u32)
        .zip(published.iter().cycle())
        .map(|(number, row)| {
            json!({
                "code": format!("MANY_{number}"),
                "catalog": "MANY",
                "number": number,
                "http": row.http,
                "category": format!("part-{}", (number - 1) / 500),
                "name": format!("{}_{number}", row.name),
                "description": row.description,
                "resolution": row.resolution,
                "retryable": row.retryable,
            })
        })
        .collect();
    let categories: Vec<Value> = (0..10)
        .map(|part| json!({"catalog": "MANY", "slug": format!("part-{part}"), "title": format!("Part {part}"), "ranges": [{"first": part * 500 + 1, "last": part * 500 + 500}]}))
        .collect();
    let reference = json!({"$schema": SCHEMA, "catalogs": [{"prefix": "MANY", "separator": "_", "width": 0}], "codes": codes, "categories": categories, "reserved": []});
    print!("{}", Reference::from_json(&reference.to_string())?.to_html());
    Ok(())
}
