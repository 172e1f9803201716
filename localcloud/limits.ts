/**
 * Every limit of the real cloud that the local cloud enforces, in one place. Each line names its source;
 * each has a test in `tests/conformance`. Sizes are in bytes and times in milliseconds.
 * Where two public texts differ, the stricter figure is taken: what works here then works there.
 */
const KIB = 1024
const MIB = 1024 * KIB
const SECOND = 1000

/** Limits of the cloud database. */
export const DATABASE_LIMITS = {
  /** Documents returned by a query that names no limit. Source: wx-server-sdk 4.0.2 `Query.get` sends 100. */
  defaultQueryLimit: 100,
  /** Documents one query may return in a cloud function. Source: CloudBase, "Collection.limit" (functions 1000). */
  maxQueryLimit: 1000,
  /** Collections of one environment. Source: CloudBase FAQ, "Database": up to 100 collections. */
  maxCollections: 100,
  /** Indexes of one collection, `_id` not counted. Source: WeChat cloud console; the CloudBase FAQ says 100. */
  maxIndexesPerCollection: 20,
  /** Fields of one index. Source: CloudBase FAQ, "Database": up to 31 fields. */
  maxFieldsPerIndex: 31,
  /** Bytes of one index key, all its fields together. Source: MongoDB manual, "Index Key Limit": 1024 bytes. */
  maxIndexKeyBytes: 1 * KIB,
  /** Bytes of one document. Source: MongoDB manual, "BSON Document Size": 16 megabytes. */
  maxDocumentBytes: 16 * MIB,
  /** Levels of nesting in one document. Source: MongoDB manual, "Nested Depth for BSON Documents": 100. */
  maxDocumentDepth: 100,
  /** Empty places an update may open in an array by writing far behind its end. Source: MongoDB server, 1 500 000. */
  maxArrayPadding: 1_500_000,
  /** Life of a transaction from its start. Source: CloudBase, error text of `TransactionNotExist`: 30 seconds. */
  transactionMs: 30 * SECOND,
} as const

// ---- cloud functions, storage, openapi: below this line ----

/** Limits of cloud functions. */
export const FUNCTION_LIMITS = {
  /** Bytes of the event text of one call. Source: WeChat docs, "Cloud.callFunction": data up to 100 KB. */
  maxEventBytes: 100 * KIB,
  /** Bytes of the reply text. Source: Tencent SCF "Quotas": synchronous response 6 MB. */
  maxReplyBytes: 6 * MIB,
  /** Longest run of one call. Source: CloudBase console, function timeout 1 to 60 seconds. */
  maxRunMs: 60 * SECOND,
  /** Memory of one instance in MiB. Source: CloudBase console, default 256 MB. */
  memoryMib: 256,
  /** Characters of a function's name. Source: Tencent SCF "Quotas": 60. */
  maxNameLength: 60,
  /** Timers of one function. Source: WeChat docs, "Timer triggers": one. */
  maxTimers: 1,
} as const

/** How the local cloud shares threads among calls. Ours: the cloud gives each call an instance of its own. */
export const POOL_LIMITS = {
  /** Threads kept when the caller of `startLocalCloud` names no number. */
  workers: 2,
  /** Calls one thread runs at a time. */
  callsPerWorker: 8,
  /** Threads in all; above `workers` only so that a call made inside a call is never stuck behind it. */
  maxWorkers: 16,
} as const

/** Limits of cloud storage. */
export const STORAGE_LIMITS = {
  /** Bytes of a file's path, UTF-8. Source: WeChat docs, "Storage: file name rules": 850 bytes. */
  maxPathBytes: 850,
  /** Files in one getTempFileURL. Source: WeChat docs, "Cloud.getTempFileURL": 50. */
  maxLinksPerRequest: 50,
  /** Files in one deleteFile. Source: WeChat docs, "Cloud.deleteFile": 50. */
  maxDeletesPerRequest: 50,
  /** Seconds a download link lives when no max_age is given. Source: `cloud-protocol` §8. */
  defaultLinkSeconds: 7200,
  /** Bytes of one file. Ours, the cloud takes more: nothing in the product is larger than 10 MB (R-X2). */
  maxFileBytes: 50 * MIB,
  /** Life of an upload ticket. Ours. */
  uploadTicketMs: 15 * 60 * SECOND,
} as const

/** Limits of WeChat's server interfaces. Sources: the page of each interface in the WeChat docs. */
export const OPENAPI_LIMITS = {
  /** Characters of security.msgSecCheck content. */
  maxCheckedText: 2500,
  /** security.*: the openid must have used the mini-program within this time, else 61010. */
  activeWithinMs: 2 * 3600 * SECOND,
  /** security.*: scenes 1 profile, 2 comment, 3 forum, 4 social log. */
  scenes: [1, 2, 3, 4],
  /** wxacode.getUnlimited: characters of a scene. */
  maxSceneLength: 32,
  /** wxacode.getUnlimited: width in pixels. */
  minCodeWidth: 280,
  maxCodeWidth: 1280,
  /** subscribeMessage.send: characters of each kind of template value. */
  templateValueLength: {
    thing: 20,
    number: 32,
    letter: 32,
    symbol: 5,
    character_string: 32,
    phone_number: 17,
    car_number: 8,
    name: 10,
    phrase: 5,
  },
  /** Media verdicts arrive within 30 minutes; here after three seconds. Ours. */
  mediaVerdictMs: 3 * SECOND,
} as const

/** Limits of the H5 door. Ours; the file size is R-X2's. */
export const DOOR_LIMITS = {
  /** Bytes of one uploaded file (R-X2). */
  maxUploadBytes: 10 * MIB,
  /** Bytes of a sign-in request. */
  maxSmallBodyBytes: 4 * KIB,
  /** Life of a sign-in. */
  sessionMs: 30 * 24 * 3600 * SECOND,
  /** Sign-ins kept; the oldest give way. */
  maxSessions: 2000,
  /** Bytes of one request of the SDK to the admin protocol. */
  maxAdminBodyBytes: 64 * MIB,
} as const
