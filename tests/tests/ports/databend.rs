//! A port of Databend's `ErrorCode` (`src/common/exception/src/exception_code.rs` at commit 48b3584). The numbers, the names and
//! the four ranges, which comments state above its blocks, are from Databend.
//!
//! The checks found:
//! - 18 of 251 codes are outside the range that the comment above their block states: eleven of the block "Meta service errors
//!   [2001, 3000]" are numbered 3001 to 3132, and seven of the block "Storage errors [3001, 4000]" 4001 to 4021.
//! - Three numbers are used for two different errors each: 1118 in one block, and 3001 and 3002 in two blocks whose numbers
//!   overlap. So a client cannot distinguish a missing object from a script that does not parse.
//! - Each name is unique.
//! - `Ok` has number 0. It is not an error, so it is not part of the port.

use studio_errors::__private::check;
use studio_errors::{Catalog, Category, CodeList, CodeSet, ErrorBody, FromCode, StudioErrorCode, code_set};

struct Databend;

impl Catalog for Databend {
    const PREFIX: &'static str = "DATABEND";
    const CATEGORIES: &'static [Category] = &[
        Category::new("internal", "Internal errors", 1..=2000),
        Category::new("meta", "Meta service errors", 2001..=3000),
        Category::new("storage", "Storage errors", 3001..=4000),
        // No comment states this range: it has the codes of the storage block that are outside its range.
        Category::new("overrun", "Storage errors, continued", 4001..=5000),
        Category::new("service", "Service errors", 5001..=6000),
    ];
    const ENVELOPE: &'static str = r#"{"error":{"code":{number},"message":"{message}","detail":""}}"#;
}

macro_rules! block {
    ($name:ident $category:literal { $($variant:ident $code:literal)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, StudioErrorCode)]
        #[studio(catalog = Databend, category = $category)]
        enum $name {
            $(#[studio(code = $code, http = 500, description = "failed")] $variant,)*
        }
    };
}

block! { Internal "internal" {
    Internal 1001 Unimplemented 1002 UnknownDatabase 1003 UnknownDatabaseId 1004 SyntaxException 1005 BadArguments 1006
    IllegalDataType 1007 UnknownFunction 1008 BadDataValueType 1010 EmptyData 1016 DataStructMissMatch 1017
    BadDataArrayLength 1018 UnknownTableId 1020 UnknownTable 1025 UnknownView 1026 UnknownAggregateFunction 1027
    NumberArgumentsNotMatch 1028 EmptyDataFromServer 1030 NotFoundClusterNode 1035 BadAddressFormat 1036 DnsParseError 1037
    CannotConnectNode 1038 TooManyUserConnections 1041 AbortedSession 1042 AbortedQuery 1043 ClosedQuery 1044
    CannotListenerPort 1045 BadBytes 1046 InitPrometheusFailure 1047 Overflow 1049 TLSConfigurationFailure 1052
    UnknownSession 1053 SHA1CheckFailed 1057 UnknownColumn 1058 StrParseError 1060 IllegalGrant 1061
    ManagementModePermissionDenied 1062 PermissionDenied 1063 UnmarshalError 1064 SemanticError 1065
    NeedChangePasswordDenied 1066 UnknownException 1067 TokioError 1068 HttpNotFound 1072 UnknownFormat 1074
    UnknownCompressionType 1075 InvalidCompressionData 1076 InvalidTimezone 1078 InvalidDate 1079 InvalidTimestamp 1080
    InvalidClusterKeys 1081 UnknownFragmentExchange 1082 TenantIsEmpty 1101 IndexOutOfBounds 1102 LayoutError 1103
    PanicError 1104 TableInfoError 1106 ReadTableDataError 1107 AddColumnExistError 1108 DropColumnEmptyError 1109
    TableWithInternalColumnName 1110 EmptyShareEndpointConfig 1111 LicenceDenied 1112 UnknownDatamask 1113
    UnmatchColumnDataType 1114 VirtualColumnNotFound 1115 VirtualColumnAlreadyExists 1116
    ColumnReferencedByComputedColumn 1117 ColumnReferencedByInvertedIndex 1118 UnknownCatalog 1119 UnknownCatalogType 1120
    UnmatchMaskPolicyReturnType 1121 Timeout 1122 Outdated 1123 OutofSequenceRange 1124 WrongSequenceCount 1125
    UnknownSequence 1126 UnknownQuery 1127 ParquetFileInvalid 1201 InvalidUtf8String 1202 TableOptionInvalid 1301
    TableEngineNotSupported 1302 TableSchemaMismatch 1303 LicenseKeyParseError 1401 LicenseKeyInvalid 1402
    EnterpriseFeatureNotEnable 1403 LicenseKeyExpired 1404 BackgroundJobAlreadyExists 1501 UnknownBackgroundJob 1502
    InvalidRowIdIndex 1503 UnsupportedIndex 1601 RefreshIndexError 1602 IndexOptionInvalid 1603 CloudControlConnectError 1701
    CloudControlNotEnabled 1702 IllegalCloudControlMessageFormat 1703 GeometryError 1801 InvalidGeometryFormat 1802
    UDFRuntimeError 1810 TantivyError 1901 TantivyOpenReadError 1902 TantivyQueryParserError 1903 ReqwestError 1910
} }

block! { Meta "meta" {
    MetaServiceError 2001 InvalidConfig 2002 MetaStorageError 2003 InvalidArgument 2004 InvalidReply 2005
    TableVersionMismatched 2009 OCCRetryFailure 2011 TableNotWritable 2012 TableHistoricalDataNotFound 2013
    DuplicatedUpsertFiles 2014 TableAlreadyLocked 2015 TableLockExpired 2016 UnknownUser 2201 UserAlreadyExists 2202
    IllegalUserInfoFormat 2203 UnknownRole 2204 InvalidRole 2206 UnknownNetworkPolicy 2207 NetworkPolicyAlreadyExists 2208
    IllegalNetworkPolicy 2209 NetworkPolicyIsUsedByUser 2210 UnknownPasswordPolicy 2211 PasswordPolicyAlreadyExists 2212
    IllegalPasswordPolicy 2213 PasswordPolicyIsUsedByUser 2214 InvalidPassword 2215 RoleAlreadyExists 2216 IllegalRole 2217
    IllegalUser 2218 DatabaseAlreadyExists 2301 TableAlreadyExists 2302 ViewAlreadyExists 2306 CreateTableWithDropTime 2307
    UndropTableAlreadyExists 2308 UndropTableHasNoHistory 2309 CreateDatabaseWithDropTime 2310 UndropDbHasNoHistory 2312
    UndropTableWithNoDropTime 2313 DropTableWithDropTime 2314 DropDbWithDropTime 2315 UndropDbWithNoDropTime 2316
    TxnRetryMaxTimes 2317 CatalogNotSupported 2318 CatalogAlreadyExists 2319 CatalogNotFound 2320 DatamaskAlreadyExists 2321
    CommitTableMetaError 2322 CreateAsDropTableWithoutDropTime 2323 ClusterUnknownNode 2401 ClusterNodeAlreadyExists 2402
    InvalidWarehouse 2403 NoResourcesAvailable 2404 WarehouseAlreadyExists 2405 UnknownWarehouse 2406
    WarehouseOperateConflict 2407 EmptyNodesForWarehouse 2408 WarehouseClusterAlreadyExists 2409
    WarehouseClusterNotExists 2410 UnknownStage 2501 StageAlreadyExists 2502 IllegalUserStageFormat 2503
    StageFileAlreadyExists 2504 IllegalStageFileFormat 2505 StagePermissionDenied 2506 UnknownFileFormat 2507
    IllegalFileFormat 2508 FileFormatAlreadyExists 2509 UnknownConnection 2510 IllegalConnection 2511
    ConnectionAlreadyExists 2512 IllegalUDFFormat 2601 UnknownUDF 2602 UdfAlreadyExists 2603 UDFServerConnectError 2604
    UDFSchemaMismatch 2605 UnsupportedDataType 2606 UDFDataError 2607 UnknownDatabaseEngine 2701 UnknownTableEngine 2702
    UnsupportedEngineParams 2703 ShareAlreadyExists 2705 UnknownShare 2706 UnknownShareId 2707 ShareAccountsAlreadyExists 2708
    UnknownShareAccounts 2709 WrongShareObject 2710 WrongShare 2711 ShareHasNoGrantedDatabase 2712
    ShareHasNoGrantedPrivilege 2713 ShareEndpointAlreadyExists 2714 UnknownShareEndpoint 2715 UnknownShareEndpointId 2716
    CannotAccessShareTable 2717 CannotShareDatabaseCreatedFromShare 2718 ShareStorageError 2719 CreateIndexWithDropTime 2720
    IndexAlreadyExists 2721 UnknownIndex 2722 DropIndexWithDropTime 2723 GetIndexWithDropTime 2724
    DuplicatedIndexColumnId 2725 IndexColumnIdNotFound 2726 UnknownStream 2730 UnknownStreamId 2731 StreamAlreadyExists 2732
    IllegalStream 2733 StreamVersionMismatched 2734 WithOptionInvalid 2735 IllegalDynamicTable 2740 UnknownVariable 2801
    OnlySupportAsciiChars 2802 WrongValueForVariable 2803 IllegalTenantQuotaFormat 2901 TenantQuotaUnknown 2902
    TenantQuotaExceeded 2903
} }

block! { Storage "storage" {
    StorageNotFound 3001 StoragePermissionDenied 3002 StorageUnavailable 3901 StorageUnsupported 3902 StorageInsecure 3903
    DeprecatedIndexFormat 3904 InvalidOperation 3905 StorageOther 4000
} }

block! { Service "service" {
    AlreadyStopped 5002 AuthenticateFailure 5100 SessionTokenExpired 5101 RefreshTokenExpired 5102 SessionTokenNotFound 5103
    RefreshTokenNotFound 5104
} }

// These codes are in the meta block, but their numbers are in the range of the storage block.
block! { MetaBeyond3000 "storage" {
    SequenceError 3101 ErrorShareEndpointCredential 3111 WrongSharePrivileges 3112 DictionaryAlreadyExists 3113
    UnknownDictionary 3114 DictionarySourceError 3115 UnknownProcedure 3130 ProcedureAlreadyExists 3131
    IllegalProcedureFormat 3132
} }
block! { Script "storage" { ScriptSemanticError 3001 ScriptExecutionError 3002 } }

// These codes are in the storage block, but their numbers are outside its range.
block! { StorageBeyond4000 "overrun" {
    UnresolvableConflict 4001 CurrentTransactionIsAborted 4002 TransactionTimeout 4003 InvalidSessionState 4004
    NoNeedToCompact 4012 UnsupportedClusterType 4013 RefreshTableInfoFailure 4021
} }

// This number is used twice in the internal block.
block! { Clustering "internal" { UnclusteredTable 1118 } }

// All parts that do not conflict.
code_set! { Sound: Internal, Meta, Storage, Service, MetaBeyond3000, StorageBeyond4000 }

#[test]
fn the_parts_without_conflicts_form_a_set() {
    let numbers: Vec<_> = Sound::CODES.iter().map(|info| info.code().number()).collect();
    assert!(numbers.is_sorted());
    assert_eq!(numbers.len() + Script::CODES.iter().count() + Clustering::CODES.iter().count(), 251);
    for info in Meta::CODES {
        assert_eq!(Meta::from_code(info.code().as_str()).unwrap().info().name(), info.name());
    }
    assert_eq!(Internal::SHA1CheckFailed.info().name(), "SHA1_CHECK_FAILED");
    assert_eq!(Meta::UDFServerConnectError.info().name(), "UDF_SERVER_CONNECT_ERROR");
    assert_eq!(Meta::OCC_RETRY_FAILURE, "DATABEND_2011");
}

#[test]
fn eighteen_codes_are_outside_the_range_of_their_block() {
    let outside = |list: CodeList, stated: core::ops::RangeInclusive<i64>| {
        list.iter().filter(|info| !stated.contains(&info.code().number())).count()
    };
    let of_meta = [Meta::CODES, MetaBeyond3000::CODES, Script::CODES].map(|list| outside(list, 2001..=3000));
    let of_storage = [Storage::CODES, StorageBeyond4000::CODES].map(|list| outside(list, 3001..=4000));
    assert_eq!((of_meta, of_storage), ([0, 9, 2], [0, 7]));
}

#[test]
fn three_numbers_are_used_for_two_errors_each() {
    let sound = ("Sound", Sound::CODES);
    let parts = [sound, ("Script", Script::CODES), ("Clustering", Clustering::CODES)];
    let conflicting = check::conflicting(&parts);
    let reports = [0, 1, 2].map(|part| {
        let panic = std::panic::catch_unwind(|| check::conflicts(&parts, &conflicting, part)).err()?;
        Some(panic.downcast_ref::<String>().unwrap().lines().next().unwrap().to_owned())
    });
    let expected = [
        None,
        Some(
            "`DATABEND_3001` is two different errors: `STORAGE_NOT_FOUND` (http 500, `storage`) in `Sound`, \
             `SCRIPT_SEMANTIC_ERROR` (http 500, `storage`) in `Script`"
                .to_owned(),
        ),
        Some(
            "`DATABEND_1118` is two different errors: `COLUMN_REFERENCED_BY_INVERTED_INDEX` (http 500, `internal`) in `Sound`, \
             `UNCLUSTERED_TABLE` (http 500, `internal`) in `Clustering`"
                .to_owned(),
        ),
    ];
    assert_eq!(reports, expected);
    assert_eq!(Storage::STORAGE_PERMISSION_DENIED, Script::SCRIPT_EXECUTION_ERROR);
}

#[test]
fn each_name_is_unique() {
    let lists = [Sound::CODES, Script::CODES, Clustering::CODES];
    let names: Vec<_> = lists.into_iter().flatten().map(studio_errors::ErrorInfo::name).collect();
    let distinct: std::collections::BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len(), names.len());
}

#[test]
fn the_body_is_the_error_of_a_query() {
    let json = Internal::UnknownTable.to_json();
    assert_eq!(json, r#"{"error":{"code":1025,"message":"failed","detail":""}}"#);
    let body = ErrorBody::read::<Databend>(&*json, 500).unwrap();
    assert_eq!((body.known(), &*body.code), (Some(Internal::UnknownTable), "DATABEND_1025"));
}
