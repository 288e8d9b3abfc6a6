use studio_errors::{Catalog, Category, {% if has_challenge %}Challenge, {% endif %}CodeList, CodeSet, StudioErrorCode};

/// The catalog of codes such as `{{ first }}`.
#[derive(Clone, Copy, Debug)]
pub struct {{ catalog }};

impl Catalog for {{ catalog }} {
    const PREFIX: &'static str = {{ self::literal(&spelling.prefix) }};
{% if spelling.separator != "_" %}    const SEPARATOR: &'static str = {{ self::literal(&spelling.separator) }};
{% endif %}{% if spelling.width > 0 %}    const WIDTH: usize = {{ spelling.width }};
{% endif %}{% if has_challenge %}    /// The challenge of a response with http 401, which the page does not state.
    const CHALLENGE: Challenge = Challenge::Scheme("Bearer");
{% endif %}    const CATEGORIES: &'static [Category] = &[
{% for category in categories %}        {{ self::constructor(category) }},
{% endfor %}    ];
    const PUBLISHED: CodeList = <{{ all }} as CodeSet>::CODES;
}

/// Any error of the catalog `{{ catalog }}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
#[studio(catalog = {{ catalog }}, published, from_code)]
pub enum {{ all }} {
{% for category in categories %}    /// {{ self::plain(&category.title).unwrap_or("A category") }}.
    #[studio(transparent)]
    {{ self::stem(category) }}({{ category.ident }}),
{% endfor %}}
{% for category in categories %}
/// {% if let Some(title) = self::plain(&category.title) %}{{ title }}: the{% else %}The{% endif %} published errors {{ self::in_text(&category.ranges) }}.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, StudioErrorCode)]
{{ self::of_enum(catalog, category) }}
pub enum {{ category.ident }} {
{% for variant in category.variants %}{% for line in self::doc(variant, spelling) %}    ///{{ line }}
{% endfor %}{% for attribute in self::attributes(variant) %}    {{ attribute }}
{% endfor %}    {{ variant.ident }},
{% endfor %}}
{% endfor %}
