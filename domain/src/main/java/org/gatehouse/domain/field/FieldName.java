package org.gatehouse.domain.field;

/**
 * The field names this server reads or sends, in their registered spelling (RFC 9110 §5.1,
 * §16.3.1).
 *
 * <p>Names compare without regard to case; these constants are how the server itself writes them.
 */
public final class FieldName {
  public static final String ACCEPT = "Accept";
  public static final String ACCEPT_ENCODING = "Accept-Encoding";
  public static final String ACCEPT_RANGES = "Accept-Ranges";
  public static final String ALLOW = "Allow";
  public static final String AUTHORIZATION = "Authorization";
  public static final String CACHE_CONTROL = "Cache-Control";
  public static final String CONNECTION = "Connection";
  public static final String CONTENT_DISPOSITION = "Content-Disposition";
  public static final String CONTENT_ENCODING = "Content-Encoding";
  public static final String CONTENT_LENGTH = "Content-Length";
  public static final String CONTENT_RANGE = "Content-Range";
  public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
  public static final String CONTENT_TYPE = "Content-Type";
  public static final String COOKIE = "Cookie";
  public static final String DATE = "Date";
  public static final String ETAG = "ETag";
  public static final String EXPECT = "Expect";
  public static final String HOST = "Host";
  public static final String IF_MATCH = "If-Match";
  public static final String IF_MODIFIED_SINCE = "If-Modified-Since";
  public static final String IF_NONE_MATCH = "If-None-Match";
  public static final String IF_RANGE = "If-Range";
  public static final String IF_UNMODIFIED_SINCE = "If-Unmodified-Since";
  public static final String KEEP_ALIVE = "Keep-Alive";
  public static final String LAST_MODIFIED = "Last-Modified";
  public static final String LOCATION = "Location";
  public static final String RANGE = "Range";
  public static final String REFERER = "Referer";
  public static final String REFERRER_POLICY = "Referrer-Policy";
  public static final String RETRY_AFTER = "Retry-After";
  public static final String SET_COOKIE = "Set-Cookie";
  public static final String TRANSFER_ENCODING = "Transfer-Encoding";
  public static final String USER_AGENT = "User-Agent";
  public static final String VARY = "Vary";
  public static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  public static final String X_CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
  public static final String X_REQUEST_ID = "X-Request-Id";

  private FieldName() {}
}
