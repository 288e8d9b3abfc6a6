//! What must compile, each file of `pass/` with what it then says.

#[path = "../pass/duplicates.rs"]
mod duplicates;
#[path = "../pass/generics.rs"]
mod generics;
#[path = "../pass/keys.rs"]
mod keys;
#[path = "../pass/members.rs"]
mod members;
#[path = "../pass/numbers.rs"]
mod numbers;
