package org.gatehouse.adapter.socket.http1;

import java.util.regex.Pattern;

/**
 * The grammar of RFC 9112 as the RFC writes it: whole rules as patterns, over text in which each
 * character is an octet. It shares nothing with the readers it is held against.
 */
final class WrittenGrammar {
  private static final String TCHAR = "[!#$%&'*+.^_`|~0-9A-Za-z-]";
  private static final String TOKEN = TCHAR + "++";
  private static final String OWS = "[ \\t]*+";
  private static final String FIELD_OCTET = "[\\t -~\\x80-\\xff]";
  private static final String QUOTED =
      "\"(?:[\\t !#-\\[\\]-~\\x80-\\xff]++|\\\\" + FIELD_OCTET + ")*+\"";

  private static final String EMPTY_LINES = "(?:\\r\\n){0,4}+";
  private static final String METHOD = "(" + TCHAR + "{1,64}+)";

  /** RFC 9112 §3, and the empty lines that §2.2 lets stand before it. */
  static final Pattern REQUEST_LINE =
      Pattern.compile(EMPTY_LINES + METHOD + " ([!-~]++) HTTP/([0-9])\\.([0-9])\\r\\n");

  /** A request line up to the space after its target, where the target is judged. */
  static final Pattern UP_TO_TARGET = Pattern.compile(EMPTY_LINES + METHOD + " ([!-~]++) ");

  /** What is known for a line, and refused once it is there: HTTP/0.9, parts of a line, nothing. */
  static final Pattern REFUSED_LINE =
      Pattern.compile("(?:\\r\\n){5}|" + EMPTY_LINES + METHOD + "(?: [!-~]*+)?\\r\\n");

  static final Pattern LONG_METHOD = Pattern.compile(EMPTY_LINES + TCHAR + "{65}");

  /** RFC 9112 §5. */
  static final Pattern FIELD_LINE =
      Pattern.compile("(" + TOKEN + "):(" + FIELD_OCTET + "*+)\\r\\n");

  static final Pattern EMPTY_LINE = Pattern.compile("\\r\\n");

  /** RFC 9112 §7.1, with the extensions of §7.1.1. */
  static final Pattern CHUNK_HEAD =
      Pattern.compile(
          "([0-9A-Fa-f]++)((?:"
              + OWS
              + ";"
              + OWS
              + TOKEN
              + "(?:"
              + OWS
              + "="
              + OWS
              + "(?:"
              + TOKEN
              + "|"
              + QUOTED
              + "))?)*+)\\r\\n");

  /** RFC 9112 §7: one coding with well-formed parameters. */
  static final Pattern TRANSFER_CODING =
      Pattern.compile(
          TOKEN + "(?:" + OWS + ";" + OWS + TOKEN + OWS + "=" + OWS + "(?:" + TOKEN + "|" + QUOTED
              + "))*+");

  /** A token and something after a semicolon that may be parameters or not. */
  static final Pattern LOOSE_CODING =
      Pattern.compile("(" + TOKEN + ")" + OWS + ";.*+", Pattern.DOTALL);

  // RFC 3986, as far as the contract goes: no fragment, no user information, and in a host neither
  // a comma nor percent-encoding. Percent triplets of a path are not looked at on the wire.
  private static final String PCHAR = "[A-Za-z0-9._~!$&'()*+,;=:@%-]";
  private static final String PATH = "(?:/" + PCHAR + "*+)";
  private static final String QUERY = "(?:\\?(?:" + PCHAR + "|[/?])*+)?";
  private static final String DEC_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String IPV4 = DEC_OCTET + "(?:\\." + DEC_OCTET + "){3}";
  private static final String H16 = "[0-9A-Fa-f]{1,4}";
  private static final String LS32 = "(?:" + H16 + ":" + H16 + "|" + IPV4 + ")";
  private static final String IPV6 =
      "(?:"
          + ("(?:" + H16 + ":){6}" + LS32)
          + ("|::(?:" + H16 + ":){5}" + LS32)
          + ("|(?:" + H16 + ")?::(?:" + H16 + ":){4}" + LS32)
          + ("|(?:(?:" + H16 + ":){0,1}" + H16 + ")?::(?:" + H16 + ":){3}" + LS32)
          + ("|(?:(?:" + H16 + ":){0,2}" + H16 + ")?::(?:" + H16 + ":){2}" + LS32)
          + ("|(?:(?:" + H16 + ":){0,3}" + H16 + ")?::" + H16 + ":" + LS32)
          + ("|(?:(?:" + H16 + ":){0,4}" + H16 + ")?::" + LS32)
          + ("|(?:(?:" + H16 + ":){0,5}" + H16 + ")?::" + H16)
          + ("|(?:(?:" + H16 + ":){0,6}" + H16 + ")?::")
          + ")";
  private static final String HOST = "(?:\\[" + IPV6 + "\\]|[A-Za-z0-9._~!$&'()*+;=-]++)";
  private static final String PORT =
      "(?=[0-9])0*+(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]"
          + "|6553[0-5])?";

  static final Pattern ORIGIN_FORM = Pattern.compile(PATH + "++" + QUERY);
  static final Pattern ABSOLUTE_FORM =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.-]*+://" + HOST + "(?::(?:" + PORT + ")?)?" + PATH + "*+" + QUERY);
  static final Pattern AUTHORITY_FORM = Pattern.compile(HOST + ":" + PORT);

  private WrittenGrammar() {}

  /** Whether a method may have this target (RFC 9112 §3.2). */
  static boolean allowsTarget(String method, String target) {
    if (method.equals("CONNECT")) {
      return AUTHORITY_FORM.matcher(target).matches();
    }
    return (method.equals("OPTIONS") && target.equals("*"))
        || ORIGIN_FORM.matcher(target).matches()
        || ABSOLUTE_FORM.matcher(target).matches();
  }
}
