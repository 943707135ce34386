package org.gatehouse.adapter.socket.http1;

import java.util.List;
import org.gatehouse.domain.message.ContentFraming;

/**
 * Content as it comes over the wire, and what it is.
 *
 * <p>Columns: the section of RFC 9112, what the row is about, the framing, the octets (see {@link
 * WireText}; {@code ✓} stands where the content ends, {@code ✗} after the octet at which it is
 * refused, neither where there is more to come), and the content or the {@link Violation}.
 */
final class ContentVectors {

  /** Small, so that the rows that meet a limit can be read. */
  static final WireLimits LIMITS = new WireLimits(100, 400, 8, 64);

  record Row(String section, String about, String framing, String wire, String outcome) {
    byte[] octets() {
      return WireText.octets(wire.replaceAll("[✓✗]", ""));
    }

    boolean isComplete() {
      return wire.indexOf('✓') >= 0;
    }

    boolean isRefused() {
      return wire.indexOf('✗') >= 0;
    }

    /** How many octets it takes to come to the outcome. */
    int decidedAfter() {
      return WireText.octets(wire.replaceAll("[✓✗].*", "")).length;
    }

    ContentFraming contentFraming() {
      return switch (framing) {
        case "chunked" -> ContentFraming.CHUNKED;
        case "none" -> ContentFraming.NONE;
        default -> ContentFraming.length(Long.parseLong(framing));
      };
    }

    @Override
    public String toString() {
      return section + " " + about;
    }
  }

  private static final String TABLE =
      """
      6.3   ¦ no content ¦ none ¦ ✓ ¦
      6.3   ¦ no content, then the next head ¦ none ¦ ✓GET ¦
      6.2   ¦ a length of zero ¦ 0 ¦ ✓GET ¦
      6.2   ¦ a length ¦ 5 ¦ Hello✓ ¦ Hello
      6.2   ¦ a length, then the next head ¦ 5 ¦ Hello✓GET ¦ Hello
      6.2   ¦ a length, not all of it ¦ 5 ¦ Hell ¦ Hell
      6.2   ¦ any octet is content ¦ 6 ¦ ␀⏎‹ff›␊.✓ ¦ ␀⏎‹ff›␊.
      6.2   ¦ the longest content ¦ 64 ¦ «x*64»✓ ¦ «x*64»
      6.2   ¦ a length over the limit ¦ 65 ¦ ✗x ¦ CONTENT_TOO_LARGE
      7.1   ¦ nothing yet ¦ chunked ¦  ¦
      7.1   ¦ no chunk but the last ¦ chunked ¦ 0⏎⏎✓ ¦
      7.1   ¦ one chunk ¦ chunked ¦ 5⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1   ¦ two chunks ¦ chunked ¦ 2⏎He⏎3⏎llo⏎0⏎⏎✓ ¦ Hello
      7.1   ¦ the next head after it ¦ chunked ¦ 5⏎Hello⏎0⏎⏎✓GET / HTTP/1.1⏎⏎ ¦ Hello
      7.1   ¦ CRLF after it ¦ chunked ¦ 0⏎⏎✓⏎ ¦
      7.1   ¦ hexadecimal digits of either case ¦ chunked ¦ a⏎0123456789⏎A⏎abcdefghij⏎0⏎⏎✓ ¦ 0123456789abcdefghij
      7.1   ¦ two digits ¦ chunked ¦ 1f⏎«x*31»⏎0⏎⏎✓ ¦ «x*31»
      7.1   ¦ leading zeros ¦ chunked ¦ 0005⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1   ¦ more leading zeros than a long has digits ¦ chunked ¦ «0*40»5⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1   ¦ a last chunk of many zeros ¦ chunked ¦ «0*40»⏎⏎✓ ¦
      7.1   ¦ chunk framing inside the data ¦ chunked ¦ b⏎0⏎⏎5⏎⏎␊⏎0⏎⏎✓ ¦ 0⏎⏎5⏎⏎␊
      7.1   ¦ a size that goes on ¦ chunked ¦ 5 ¦
      7.1   ¦ a size line without LF ¦ chunked ¦ 5␍ ¦
      7.1   ¦ data that goes on ¦ chunked ¦ 5⏎Hel ¦ Hel
      7.1   ¦ data without its CRLF ¦ chunked ¦ 5⏎Hello ¦ Hello
      7.1   ¦ data without its LF ¦ chunked ¦ 5⏎Hello␍ ¦ Hello
      7.1   ¦ no last chunk yet ¦ chunked ¦ 5⏎Hello⏎ ¦ Hello
      7.1   ¦ no end of the trailer section yet ¦ chunked ¦ 5⏎Hello⏎0⏎ ¦ Hello
      7.1   ¦ half the end of the trailer section ¦ chunked ¦ 5⏎Hello⏎0⏎␍ ¦ Hello
      7.1   ¦ no size ¦ chunked ¦ ␍✗␊ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ no size after a chunk ¦ chunked ¦ 1⏎x⏎␍✗␊0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ no digit ¦ chunked ¦ x✗⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ the letter after the last digit ¦ chunked ¦ g✗⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a letter after digits ¦ chunked ¦ 5g✗⏎Hello⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ 0x ¦ chunked ¦ 0x✗5⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a plus sign ¦ chunked ¦ +✗5⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a minus sign ¦ chunked ¦ -✗5⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ an underscore ¦ chunked ¦ 1_✗0⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a space before the size ¦ chunked ¦  ✗5⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a tab before the size ¦ chunked ¦ ␉✗5⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ NUL after the size ¦ chunked ¦ 5␀✗⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ VT after the size ¦ chunked ¦ 5␋✗⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a comma after the size ¦ chunked ¦ 5,✗a⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a digit outside ASCII ¦ chunked ¦ ‹b2›✗⏎He⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a quote before the size ¦ chunked ¦ "✗5"⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ a semicolon without a size ¦ chunked ¦ ;✗a⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_MALFORMED
      7.1   ¦ LF before the size ¦ chunked ¦ ␊✗5⏎Hello⏎0⏎⏎ ¦ BARE_LF
      7.1   ¦ LF after the size ¦ chunked ¦ 5␊✗Hello⏎0⏎⏎ ¦ BARE_LF
      7.1   ¦ CR after the size ¦ chunked ¦ 5␍H✗ello⏎0⏎⏎ ¦ BARE_CR
      7.1   ¦ CR CR LF after the size ¦ chunked ¦ 5␍␍✗␊Hello⏎0⏎⏎ ¦ BARE_CR
      7.1   ¦ fifteen digits ¦ chunked ¦ «f*15»␍✗␊ ¦ CONTENT_TOO_LARGE
      7.1   ¦ sixteen digits ¦ chunked ¦ 1«0*15»✗⏎ ¦ CHUNK_SIZE_TOO_LARGE
      7.1   ¦ two to the power of 64 and 5 ¦ chunked ¦ 1«0*15»✗5⏎Hello⏎0⏎⏎ ¦ CHUNK_SIZE_TOO_LARGE
      7.1   ¦ two to the power of 32 and 5 ¦ chunked ¦ 100000005␍✗␊Hello⏎0⏎⏎ ¦ CONTENT_TOO_LARGE
      7.1   ¦ endless digits ¦ chunked ¦ «f*16»✗«f*84» ¦ CHUNK_SIZE_TOO_LARGE
      7.1   ¦ endless zeros ¦ chunked ¦ «0*16385»✗«0*3615» ¦ CHUNK_OVERHEAD
      7.1   ¦ more data than the size ¦ chunked ¦ 4⏎Hello✗⏎0⏎⏎ ¦ CHUNK_DATA_UNTERMINATED
      7.1   ¦ less data than the size ¦ chunked ¦ 6⏎Hello⏎✗0⏎⏎ ¦ CHUNK_DATA_UNTERMINATED
      7.1   ¦ LF after the data ¦ chunked ¦ 5⏎Hello␊✗0⏎⏎ ¦ CHUNK_DATA_UNTERMINATED
      7.1   ¦ CR after the data ¦ chunked ¦ 5⏎Hello␍0✗⏎⏎ ¦ CHUNK_DATA_UNTERMINATED
      7.1   ¦ CR CR LF after the data ¦ chunked ¦ 5⏎Hello␍␍✗␊0⏎⏎ ¦ CHUNK_DATA_UNTERMINATED
      7.1   ¦ a space after the data ¦ chunked ¦ 5⏎Hello ✗⏎0⏎⏎ ¦ CHUNK_DATA_UNTERMINATED
      7.1   ¦ the longest content in one chunk ¦ chunked ¦ 40⏎«x*64»⏎0⏎⏎✓ ¦ «x*64»
      7.1   ¦ the longest content in two chunks ¦ chunked ¦ 20⏎«x*32»⏎20⏎«y*32»⏎0⏎⏎✓ ¦ «x*32»«y*32»
      7.1   ¦ one octet too much in one chunk ¦ chunked ¦ 41␍✗␊«x*65»⏎0⏎⏎ ¦ CONTENT_TOO_LARGE
      7.1   ¦ one octet too much in two chunks ¦ chunked ¦ 40⏎«x*64»⏎1␍✗␊x⏎0⏎⏎ ¦ CONTENT_TOO_LARGE
      7.1   ¦ too much with an extension ¦ chunked ¦ 41;✗a⏎«x*65»⏎0⏎⏎ ¦ CONTENT_TOO_LARGE
      7.1.1 ¦ an extension ¦ chunked ¦ 5;a⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ an extension with a value ¦ chunked ¦ 5;a=b⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ an extension with a quoted value ¦ chunked ¦ 5;a="b c; d=\\"e\\"\\\\"⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ an empty quoted value ¦ chunked ¦ 5;a=""⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ octets outside ASCII in a quoted value ¦ chunked ¦ 5;a="‹80›\\‹ff›"⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ a quoted tab ¦ chunked ¦ 5;a="␉\\␉"⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ several extensions ¦ chunked ¦ 5;a;b=c;d="e";f⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ an extension of the last chunk ¦ chunked ¦ 5⏎Hello⏎0;a=b⏎⏎✓ ¦ Hello
      7.1.1 ¦ white space before the semicolon ¦ chunked ¦ 5 ␉;a⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ white space after the semicolon ¦ chunked ¦ 5; ␉a⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ white space around the equals sign ¦ chunked ¦ 5;a ␉= ␉b⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ white space everywhere it may stand ¦ chunked ¦ 5 ; a = b ; c ; d = "e" ; f⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ a signed chunk ¦ chunked ¦ 5;chunk-signature=«0*64»⏎Hello⏎0;chunk-signature=«f*64»⏎⏎✓ ¦ Hello
      7.1.1 ¦ an extension that goes on ¦ chunked ¦ 5;a ¦
      7.1.1 ¦ a quoted value that goes on ¦ chunked ¦ 5;a="b ¦
      7.1.1 ¦ white space after the size ¦ chunked ¦ 5 ␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ white space after a name ¦ chunked ¦ 5;a ␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ white space after a value ¦ chunked ¦ 5;a=b ␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ white space after a quoted value ¦ chunked ¦ 5;a="b" ␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a second size ¦ chunked ¦ 5 5✗⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a semicolon alone ¦ chunked ¦ 5;␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ two semicolons ¦ chunked ¦ 5;;✗a⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a semicolon at the end ¦ chunked ¦ 5;a;␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ an equals sign without a name ¦ chunked ¦ 5;=✗b⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ an equals sign without a value ¦ chunked ¦ 5;a=␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ two equals signs ¦ chunked ¦ 5;a==✗b⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a quoted name ¦ chunked ¦ 5;"✗a"⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a quote inside a value ¦ chunked ¦ 5;a=b"✗c"⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ more after a quoted value ¦ chunked ¦ 5;a="b"c✗⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ two names ¦ chunked ¦ 5;a b✗⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a comma ¦ chunked ¦ 5;a,✗b⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ NUL in a name ¦ chunked ¦ 5;a␀✗⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ NUL in a quoted value ¦ chunked ¦ 5;a="␀✗"⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ NUL after a backslash ¦ chunked ¦ 5;a="\\␀✗"⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ CR in a quoted value ¦ chunked ¦ 5;a="␍✗␊Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ an octet outside ASCII in a name ¦ chunked ¦ 5;‹e9›✗⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ a name of the chunk before is forgotten ¦ chunked ¦ 5;a⏎Hello⏎0 =✗b⏎⏎ ¦ CHUNK_EXTENSION_MALFORMED
      7.1.1 ¦ LF in a name ¦ chunked ¦ 5;a␊✗Hello⏎0⏎⏎ ¦ BARE_LF
      7.1.1 ¦ LF after a semicolon ¦ chunked ¦ 5;␊✗Hello⏎0⏎⏎ ¦ BARE_LF
      7.1.1 ¦ LF in a value, and a chunk inside ¦ chunked ¦ 5;a=b␊✗0⏎⏎GET /admin HTTP/1.1⏎⏎ ¦ BARE_LF
      7.1.1 ¦ LF in a quoted value ¦ chunked ¦ 5;a="␊✗"⏎Hello⏎0⏎⏎ ¦ BARE_LF
      7.1.1 ¦ CR in a name ¦ chunked ¦ 5;a␍b✗⏎Hello⏎0⏎⏎ ¦ BARE_CR
      7.1.1 ¦ the longest extension ¦ chunked ¦ 5;«a*1023»⏎Hello⏎0⏎⏎✓ ¦ Hello
      7.1.1 ¦ one octet too long ¦ chunked ¦ 5;«a*1024»✗⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_TOO_LONG
      7.1.1 ¦ one octet of white space too long ¦ chunked ¦ 5« *1025»✗;a⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_TOO_LONG
      7.1.1 ¦ several extensions too long together ¦ chunked ¦ 5«;a=b*256»;✗a=b⏎Hello⏎0⏎⏎ ¦ CHUNK_EXTENSION_TOO_LONG
      7.1.1 ¦ the length counts for each chunk ¦ chunked ¦ 1;«a*1000»⏎x⏎1;«a*1000»⏎y⏎0;«a*1000»⏎⏎✓ ¦ xy
      7.1.1 ¦ many extensions for little data ¦ chunked ¦ «1;«a*1000»⏎x⏎*16»1;«a*575»✗«a*425»⏎x⏎ ¦ CHUNK_OVERHEAD
      7.1.2 ¦ a trailer field ¦ chunked ¦ 5⏎Hello⏎0⏎A: b⏎⏎✓ ¦ Hello
      7.1.2 ¦ several trailer fields, then the next head ¦ chunked ¦ 5⏎Hello⏎0⏎A: b⏎C:⏎D:‹e9›⏎⏎✓GET ¦ Hello
      7.1.2 ¦ framing fields in the trailer are discarded ¦ chunked ¦ 0⏎Content-Length: 9⏎Transfer-Encoding: x⏎⏎✓ ¦
      7.1.2 ¦ a trailer field that goes on ¦ chunked ¦ 0⏎A: ¦
      7.1.2 ¦ a trailer section without end ¦ chunked ¦ 0⏎A: b⏎ ¦
      7.1.2 ¦ a trailer line without a colon ¦ chunked ¦ 0⏎Trailer␍✗␊⏎ ¦ NO_COLON
      7.1.2 ¦ a request line for a trailer ¦ chunked ¦ 0⏎GET ✗/ HTTP/1.1⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      7.1.2 ¦ a space before the colon ¦ chunked ¦ 0⏎A ✗: b⏎⏎ ¦ WHITESPACE_BEFORE_COLON
      7.1.2 ¦ an empty name ¦ chunked ¦ 0⏎:✗ b⏎⏎ ¦ EMPTY_FIELD_NAME
      7.1.2 ¦ a name that is no token ¦ chunked ¦ 0⏎A(✗: b⏎⏎ ¦ BAD_FIELD_NAME
      7.1.2 ¦ a control character in a value ¦ chunked ¦ 0⏎A: ␀✗⏎⏎ ¦ BAD_FIELD_VALUE
      7.1.2 ¦ white space first ¦ chunked ¦ 0⏎ ✗A: b⏎⏎ ¦ LEADING_WHITESPACE
      7.1.2 ¦ a folded line ¦ chunked ¦ 0⏎A: b⏎ ✗c⏎⏎ ¦ OBS_FOLD
      7.1.2 ¦ LF after a value ¦ chunked ¦ 0⏎A: b␊✗⏎ ¦ BARE_LF
      7.1.2 ¦ LF for the empty line ¦ chunked ¦ 0⏎␊✗ ¦ BARE_LF
      7.1.2 ¦ CR for the empty line ¦ chunked ¦ 0⏎␍G✗ ¦ BARE_CR
      7.1.2 ¦ data after the last chunk ¦ chunked ¦ 0⏎5␍✗␊Hello⏎0⏎⏎ ¦ NO_COLON
      7.1.2 ¦ the largest trailer section ¦ chunked ¦ 0⏎A: «b*395»⏎⏎✓ ¦
      7.1.2 ¦ one octet too large ¦ chunked ¦ 0⏎A: «b*396»␍✗␊⏎ ¦ TRAILER_TOO_LARGE
      7.1.2 ¦ an endless trailer field ¦ chunked ¦ 0⏎A: «b*397»✗«b*603» ¦ TRAILER_TOO_LARGE
      7.1.2 ¦ eight trailer fields ¦ chunked ¦ 0⏎«a: b⏎*8»⏎✓ ¦
      7.1.2 ¦ nine trailer fields ¦ chunked ¦ 0⏎«a: b⏎*8»a✗: b⏎⏎ ¦ TRAILER_TOO_LARGE
      """;

  private ContentVectors() {}

  static List<Row> rows() {
    return TABLE.lines().map(ContentVectors::row).toList();
  }

  private static Row row(String line) {
    String[] columns = line.split(" ¦ ?", -1);
    if (columns.length != 5) {
      throw new IllegalArgumentException(line);
    }
    return new Row("§" + columns[0].strip(), columns[1], columns[2], columns[3], columns[4]);
  }
}
