//! A port of Meilisearch's `Code` (`meilisearch-types/src/error.rs`). The names and statuses are from Meilisearch, in four types
//! of errors. It has no numbers, so they are made up. The port has about the first 140 codes, and fields for values that clients
//! receive.
//!
//! The checks found no errors: each name is unique, and all statuses are statuses of errors. The checks cannot find two names for
//! one error, such as `InvalidFacetSearchName` and `InvalidFacetSearchFacetName`. Meilisearch adds a fixed `Retry-After` of ten
//! seconds to a 503 where it writes responses; here, it is a field of the error.
//!
//! The body is that of Meilisearch, with its names in snake case and a link for each.

use studio_errors::{Catalog, Category, CodeSet, ErrorBody, FromCode, StudioErrorCode, code_set};

struct Meili;

impl Catalog for Meili {
    const PREFIX: &'static str = "MEILI";
    const CATEGORIES: &'static [Category] = &[
        Category::new("internal", "Internal", 1..=99),
        Category::new("auth", "Authentication", 100..=199),
        Category::new("system", "System", 200..=299),
        Category::new("invalid_request", "Invalid requests", 1000..=1999),
    ];
    const ENVELOPE: &'static str = concat!(
        r#"{"message":"{message}","code":"{name:snake_case}","type":"{category}","#,
        r#""link":"https://docs.meilisearch.com/errors#{name:snake_case}"}"#
    );
}

macro_rules! codes {
    ($name:ident $category:literal { $($code:literal $http:literal $variant:ident,)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
        #[studio(catalog = Meili, category = $category)]
        enum $name {
            $(#[studio(code = $code, http = $http, description = "see the documentation")] $variant,)*
        }
    };
}

codes! { Internal "internal" {
    1 500 DatabaseSizeLimitReached, 2 500 DumpProcessFailed, 3 500 IndexCreationFailed, 4 500 Internal,
    5 500 InvalidState, 6 500 InvalidStoreFile,
} }

codes! { Auth "auth" { 100 403 InvalidApiKey, } }

codes! { ApiKey "invalid_request" {
    1000 409 ApiKeyAlreadyExists, 1001 404 ApiKeyNotFound, 1002 400 ImmutableApiKeyActions, 1003 400 ImmutableApiKeyCreatedAt,
    1004 400 ImmutableApiKeyExpiresAt, 1005 400 ImmutableApiKeyIndexes, 1006 400 ImmutableApiKeyKey,
    1007 400 ImmutableApiKeyUid, 1008 400 ImmutableApiKeyUpdatedAt, 1009 400 InvalidApiKeyActions,
    1010 400 InvalidApiKeyDescription, 1011 400 InvalidApiKeyExpiresAt, 1012 400 InvalidApiKeyIndexes,
    1013 400 InvalidApiKeyLimit, 1014 400 InvalidApiKeyName, 1015 400 InvalidApiKeyOffset, 1016 400 InvalidApiKeyUid,
} }

codes! { Document "invalid_request" {
    1100 404 DocumentNotFound, 1101 400 InvalidDocumentCsvDelimiter, 1102 400 InvalidDocumentFields,
    1103 400 InvalidDocumentRetrieveVectors, 1104 400 MissingDocumentFilter, 1105 400 MissingDocumentEditionFunction,
    1106 400 InvalidDocumentFilter, 1107 400 InvalidDocumentGeoField, 1108 400 InvalidVectorDimensions,
    1109 400 InvalidVectorsType, 1110 400 InvalidDocumentId, 1111 400 InvalidDocumentLimit, 1112 400 InvalidDocumentOffset,
    1113 415 InvalidContentType,
} }

codes! { Index "invalid_request" {
    1200 409 IndexAlreadyExists, 1201 404 IndexNotFound, 1202 400 IndexPrimaryKeyAlreadyExists,
    1203 400 IndexPrimaryKeyMultipleCandidatesFound, 1204 400 IndexPrimaryKeyNoCandidateFound, 1205 400 DuplicateIndexFound,
    1206 400 ImmutableIndexCreatedAt, 1207 400 ImmutableIndexUid, 1208 400 ImmutableIndexUpdatedAt, 1209 400 InvalidIndexLimit,
    1210 400 InvalidIndexOffset, 1211 400 InvalidIndexPrimaryKey, 1212 400 InvalidIndexUid,
    1213 400 InvalidSwapDuplicateIndexFound, 1214 400 InvalidSwapIndexes, 1215 409 DumpAlreadyProcessing, 1216 404 DumpNotFound,
    1217 400 BadParameter, 1218 400 BadRequest,
} }

codes! { Search "invalid_request" {
    1300 400 InvalidEmbedder, 1301 400 InvalidHybridQuery, 1302 400 InvalidMultiSearchFacets,
    1303 400 InvalidMultiSearchFacetsByIndex, 1304 400 InvalidMultiSearchFacetOrder, 1305 400 InvalidMultiSearchFederated,
    1306 400 InvalidMultiSearchFederationOptions, 1307 400 InvalidMultiSearchMaxValuesPerFacet,
    1308 400 InvalidMultiSearchMergeFacets, 1309 400 InvalidMultiSearchQueryFacets,
    1310 400 InvalidMultiSearchQueryPagination, 1311 400 InvalidMultiSearchQueryRankingRules,
    1312 400 InvalidMultiSearchWeight, 1313 400 InvalidSearchAttributesToSearchOn, 1314 400 InvalidSearchAttributesToCrop,
    1315 400 InvalidSearchAttributesToHighlight, 1316 400 InvalidSimilarAttributesToRetrieve,
    1317 400 InvalidSimilarRetrieveVectors, 1318 400 InvalidSearchAttributesToRetrieve,
    1319 400 InvalidSearchRankingScoreThreshold, 1320 400 InvalidSimilarRankingScoreThreshold,
    1321 400 InvalidSearchRetrieveVectors, 1322 400 InvalidSearchCropLength, 1323 400 InvalidSearchCropMarker,
    1324 400 InvalidSearchFacets, 1325 400 InvalidSearchSemanticRatio, 1326 400 InvalidSearchLocales,
    1327 400 InvalidFacetSearchFacetName, 1328 400 InvalidSimilarId, 1329 400 InvalidSearchFilter,
    1330 400 InvalidSimilarFilter, 1331 400 InvalidSearchHighlightPostTag, 1332 400 InvalidSearchHighlightPreTag,
    1333 400 InvalidSearchHitsPerPage, 1334 400 InvalidSimilarLimit, 1335 400 InvalidSearchLimit,
    1336 400 InvalidSearchMatchingStrategy, 1337 400 InvalidSimilarOffset, 1338 400 InvalidSearchOffset,
    1339 400 InvalidSearchPage, 1340 400 InvalidSearchQ, 1341 400 InvalidFacetSearchQuery, 1342 400 InvalidFacetSearchName,
    1343 400 InvalidSearchVector, 1344 400 InvalidSearchShowMatchesPosition, 1345 400 InvalidSearchShowRankingScore,
    1346 400 InvalidSimilarShowRankingScore, 1347 400 InvalidSearchShowRankingScoreDetails,
    1348 400 InvalidSimilarShowRankingScoreDetails, 1349 400 InvalidSearchSort, 1350 400 InvalidSearchDistinct,
} }

codes! { Settings "invalid_request" {
    1400 400 InvalidSettingsDisplayedAttributes, 1401 400 InvalidSettingsDistinctAttribute,
    1402 400 InvalidSettingsProximityPrecision, 1403 400 InvalidSettingsFaceting, 1404 400 InvalidSettingsFilterableAttributes,
    1405 400 InvalidSettingsPagination, 1406 400 InvalidSettingsSearchCutoffMs, 1407 400 InvalidSettingsEmbedders,
    1408 400 InvalidSettingsRankingRules, 1409 400 InvalidSettingsSearchableAttributes,
    1410 400 InvalidSettingsSortableAttributes, 1411 400 InvalidSettingsStopWords, 1412 400 InvalidSettingsNonSeparatorTokens,
    1413 400 InvalidSettingsSeparatorTokens, 1414 400 InvalidSettingsDictionary, 1415 400 InvalidSettingsSynonyms,
    1416 400 InvalidSettingsTypoTolerance, 1417 400 InvalidSettingsLocalizedAttributes,
} }

codes! { Task "invalid_request" {
    1500 400 InvalidTaskAfterEnqueuedAt, 1501 400 InvalidTaskAfterFinishedAt, 1502 400 InvalidTaskAfterStartedAt,
    1503 400 InvalidTaskBeforeEnqueuedAt, 1504 400 InvalidTaskBeforeFinishedAt, 1505 400 InvalidTaskBeforeStartedAt,
    1506 400 InvalidTaskCanceledBy, 1507 400 InvalidTaskFrom, 1508 400 InvalidTaskLimit, 1509 400 InvalidTaskStatuses,
    1510 400 InvalidTaskTypes, 1511 400 InvalidTaskUids,
} }

code_set! { Everything: Internal, Auth, ApiKey, Document, Index, Search, Settings, Task }

/// The error type of handlers: variants with values of the request, shared codes, and nested errors.
#[derive(Debug, thiserror::Error, StudioErrorCode)]
#[studio(catalog = Meili, category = "invalid_request")]
enum SearchRequestError {
    #[error("Index `{0}` not found.")]
    #[studio(code = 1201, http = 404, name = "INDEX_NOT_FOUND", description = "no such index", display)]
    NoIndex(String),
    #[error("index of task {task} is not there")]
    #[studio(code = 1201, http = 404, name = "INDEX_NOT_FOUND", description = "no such index", display)]
    NoIndexOfTask { task: u32 },
    #[error("search: {0:?}")]
    #[studio(transparent)]
    Search(Search),
}

code_set! { Handlers: Everything, SearchRequestError }

#[test]
fn every_code_is_listed_once() {
    let names: std::collections::BTreeSet<_> = Everything::CODES.iter().map(studio_errors::ErrorInfo::name).collect();
    assert_eq!(names.len(), Everything::CODES.iter().count());
    assert_eq!(names.len(), 6 + 1 + 17 + 14 + 19 + 51 + 18 + 12);
    assert_eq!(Handlers::CODES.iter().count(), names.len());
    for info in Search::CODES {
        assert_eq!(Search::from_code(info.code().as_str()).unwrap().info().name(), info.name());
    }
}

#[test]
fn variants_that_share_a_code_have_their_own_messages() {
    let errors = [
        SearchRequestError::NoIndex("films".into()),
        SearchRequestError::NoIndexOfTask { task: 7 },
        SearchRequestError::Search(Search::InvalidSearchQ),
    ];
    let answers = errors.each_ref().map(|error| (error.code().number(), error.message().into_owned()));
    assert_eq!(answers[0], (1201, "Index `films` not found.".into()));
    assert_eq!(answers[1], (1201, "index of task 7 is not there".into()));
    assert_eq!(answers[2], (1340, "see the documentation".into()));
}

#[test]
fn the_body_is_what_clients_of_meilisearch_see() {
    let json = SearchRequestError::NoIndex("films".into()).to_json();
    assert_eq!(
        json,
        concat!(
            r#"{"message":"Index `films` not found.","code":"index_not_found","type":"invalid_request","#,
            r#""link":"https://docs.meilisearch.com/errors#index_not_found"}"#
        )
    );
    let body = ErrorBody::read::<Meili>(&*json, 404).unwrap();
    assert_eq!((body.known(), body.http), (Some(Index::IndexNotFound), 404));
    assert_eq!(body.known::<Search>(), None);
}
