//! Types that must compile. Each file of `pass/` has its own tests.

#[path = "../pass/duplicates.rs"]
mod duplicates;
#[path = "../pass/forbidden.rs"]
mod forbidden;
#[path = "../pass/generics.rs"]
mod generics;
#[path = "../pass/keys.rs"]
mod keys;
#[path = "../pass/kind.rs"]
mod kind;
#[path = "../pass/macros.rs"]
mod macros;
#[path = "../pass/members.rs"]
mod members;
#[path = "../pass/numbers.rs"]
mod numbers;
