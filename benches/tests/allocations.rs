//! Counts the allocations of each operation.

use std::hint::black_box;

use allocation_counter::measure;
use axum::response::IntoResponse;
use studio_errors::{CodeSet, ErrorResponse, FromCode, StudioErrorCode, catalog::StudioError};
use studio_errors_benches::studio::{DISPLAY, STATIC};
use studio_errors_benches::{by_hand, layered};

fn allocations<T>(run: impl Fn() -> T) -> u64 {
    // The first run is not counted: it initializes statics.
    black_box(run());
    measure(|| drop(black_box(run()))).count_total
}

#[test]
fn values_known_at_compile_time_are_not_allocated() {
    assert_eq!(allocations(|| black_box(STATIC).to_json()), 0);
    assert_eq!(allocations(|| black_box(STATIC).code()), 0);
    assert_eq!(allocations(|| black_box(STATIC).info()), 0);
    assert_eq!(allocations(|| ErrorResponse::from(black_box(STATIC))), 0);
    assert_eq!(allocations(|| StudioError::from_code(black_box("STUDIO_1601"))), 0);
    assert_eq!(allocations(|| StudioError::CODES.get(black_box("STUDIO_1601"))), 0);
}

#[test]
fn a_body_with_values_allocates_the_message_and_the_body() {
    assert_eq!(allocations(|| black_box(DISPLAY).to_json()), 2);
}

#[test]
fn a_response_allocates_less_than_one_by_hand() {
    let by_hand_static = allocations(|| by_hand::response(black_box(by_hand::STATIC)));
    let by_hand_display = allocations(|| {
        let message = by_hand::message(black_box(90_210), black_box(12), black_box(40));
        by_hand::response(by_hand::body("STUDIO_1650", &message))
    });
    let of_static = allocations(|| black_box(STATIC).into_response());
    let of_display = allocations(|| black_box(DISPLAY).into_response());
    println!("static {of_static}, by hand {by_hand_static}; display {of_display}, by hand {by_hand_display}");
    assert!(of_static < by_hand_static, "{of_static}, by hand {by_hand_static}");
    assert!(of_display < by_hand_display, "{of_display}, by hand {by_hand_display}");
}

#[test]
fn a_response_in_the_layer_allocates_two_more_than_one_by_hand() {
    let (ours, by_hand) = (allocations(layered::studio), allocations(layered::by_hand));
    println!("in the layer {ours}, by hand {by_hand}");
    // Three are the mark: the extensions of a response are a box with a map, and a value in them has a box too.
    assert_eq!(ours, by_hand + 2);
    assert!([layered::studio(), layered::by_hand()].iter().all(Option::is_some));
}

#[test]
fn a_value_of_a_request_without_an_error_is_two_allocations() {
    let (without, with) = (allocations(layered::success), allocations(layered::success_with_value));
    println!("without an error {without}, with a value {with}");
    // The text of the value, and the list of values. The third one is the list of functions in the copy of the layer.
    assert_eq!(with, without + 3);
}
