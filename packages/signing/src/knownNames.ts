/**
 * Names of errors and codes that say what failed, of the language, the web, Node and the HTTP libraries that people use. What is not among them may be
 * anything, a secret too.
 */
const NAMES =
  /^(?:(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI|System|Abort|Timeout|Network|Encoding|Operation|NotFound|NotSupported|NotReadable|NotAllowed|Data|DataClone|InvalidAccess|InvalidCharacter|InvalidState|QuotaExceeded|Security|Connect(?:ion)?Timeout|HeadersTimeout|BodyTimeout|Socket|Client(?:Closed|Destroyed)|Request(?:Aborted|ContentLengthMismatch|Retry)?|Response(?:StatusCode|ContentLengthMismatch|ExceededMaxSize|Error)?|HTTPParser|SecureProxyConnection|Fetch|HTTP|Axios|Got|Zod|Credentials|CredentialsProvider|TokenProvider|Provider|JSONParse)?Error|DOMException|(?:AccessDenied|ExpiredToken|InvalidSignature|ResourceNotFound|Throttling|UnrecognizedClient|InternalServiceError|InvalidRequest|InvalidParameter|DecryptionFailure)(?:Exception)?)$/;

// The families that these letters begin hold words only, and no secret begins like this.
const CODES =
  /^(?:E(?:ACCES|ADDRINUSE|ADDRNOTAVAIL|AFNOSUPPORT|AGAIN|ALREADY|AI_AGAIN|AI_FAIL|AI_NODATA|AI_NONAME|BADF|BUSY|CANCELED|CONNABORTED|CONNREFUSED|CONNRESET|DESTADDRREQ|EXIST|FAULT|HOSTDOWN|HOSTUNREACH|INTR|INVAL|IO|ISCONN|ISDIR|LOOP|MFILE|MSGSIZE|NAMETOOLONG|NETDOWN|NETRESET|NETUNREACH|NFILE|NOBUFS|NODATA|NOENT|NOMEM|NONAME|NOSPC|NOTCONN|NOTDIR|NOTFOUND|NOTIMP|NOTSOCK|NOTSUP|OF|PERM|PIPE|PROTO|PROTONOSUPPORT|REFUSED|ROFS|SERVFAIL|SHUTDOWN|SOCKETTIMEDOUT|TIMEDOUT|TIMEOUT|XDEV)|UND_ERR(?:_[A-Z]{1,14}){0,5}|ERR_(?:ASSERTION|CRYPTO|HTTP2?|INVALID|MODULE|NETWORK|PROXY|QUIC|SOCKET|SSL|STREAM|SYSTEM|TLS|UNESCAPED)(?:_[A-Z]{1,14}){0,8}|HPE(?:_[A-Z]{1,14}){1,5}|CERT_(?:CHAIN_TOO_LONG|HAS_EXPIRED|NOT_YET_VALID|REJECTED|REVOKED|SIGNATURE_FAILURE|UNTRUSTED)|CRL_(?:HAS_EXPIRED|NOT_YET_VALID)|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|UNABLE_TO_(?:GET_(?:CRL|ISSUER_CERT(?:_LOCALLY)?)|VERIFY_LEAF_SIGNATURE)|(?:Connection|FailedToOpenSocket|ConnectionRefused|ConnectionClosed))$/;

/** The names and codes among some words that are known, each once, in their order. */
export function knownNames(words: readonly unknown[]): string[] {
  return [...new Set(words)].filter((word): word is string => typeof word === 'string' && (NAMES.test(word) || CODES.test(word)));
}
