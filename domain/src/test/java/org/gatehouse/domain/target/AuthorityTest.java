package org.gatehouse.domain.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "localhost | localhost | -1",
        "LocalHost:8080 | localhost | 8080",
        "example.org. | example.org. | -1",
        "a | a | -1",
        "127.0.0.1:80 | 127.0.0.1 | 80",
        "a: | a | -1",
        "a:0 | a | 0",
        "a:65535 | a | 65535",
        "a:000080 | a | 80",
        "x-y_z~1.a!$&'()*+;= | x-y_z~1.a!$&'()*+;= | -1",
        "[::1] | [::1] | -1",
        "[::1]:8080 | [::1] | 8080",
        "[::1]: | [::1] | -1",
        "[::] | [::] | -1",
        "[2001:DB8::a] | [2001:db8::a] | -1",
        "[1:2:3:4:5:6:7:8] | [1:2:3:4:5:6:7:8] | -1",
        "[::ffff:127.0.0.1]:1 | [::ffff:127.0.0.1] | 1",
      })
  void reads(String text, String host, int port) {
    assertEquals(Optional.of(new Authority(host, port)), Authority.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":80",
        " ",
        "a b",
        "a ",
        " a",
        "a\t",
        "a/b",
        "a/",
        "a?b",
        "a#b",
        "a\\b",
        "a\"",
        "a<b",
        // user information
        "user@a",
        "user:pass@a",
        "@a",
        // percent-encoding, two readings
        "%61",
        "a%2e",
        "%00",
        "a%",
        // lists
        "a,b",
        "a, b",
        "a,",
        ",",
        // ports
        "a:x",
        "a:-1",
        "a:+1",
        "a:65536",
        "a:4294967376",
        "a:99999999999999999999",
        "a:8 0",
        "a:80 ",
        "a:80:80",
        "a::80",
        "a:80/",
        "a:٨٠",
        // literals
        "[",
        "]",
        "[]",
        "[]:80",
        "[::1",
        "::1",
        "::1]",
        "[::1]a",
        "[::1]80",
        "[::1]:a",
        "[::1]]",
        "[[::1]]",
        "[::1]:80]",
        "a[::1]",
        "[:::]",
        "[1::2::3]",
        "[1:2:3:4:5:6:7]",
        "[1:2:3:4:5:6:7:8:9]",
        "[::g]",
        "[12345::]",
        "[fe80::1%25eth0]",
        "[fe80::1%eth0]",
        "[v1.a]",
        "[localhost]",
        "[127.0.0.1]",
        "[::1 ]",
        // other scripts
        "exämple",
        "例え",
        "ｌocalhost",
      })
  void refuses(String text) {
    assertEquals(Optional.empty(), Authority.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:0", "a:80", "[::1]", "[::1]:80"})
  void printsAsItIsWritten(String text) {
    assertEquals(text, Authority.parse(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "1::",
        "1::8",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "1:2:3::5:6:7:8",
        "0001:0002:0003:0004:0005:0006:0007:0008",
        "ABCD:EF01:2345:6789:abcd:ef01:2345:6789",
        "1:2:3:4:5:6:0.0.0.0",
        "::255.255.255.255",
        "1::1.2.3.4",
        "1:2:3:4:5::1.2.3.4",
        "::3:4:5:6:7:1.2.3.4",
        "::9.19.29.99"
      })
  void addresses(String text) {
    assertEquals(true, Ipv6.isAddress(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:",
        ":1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        ":2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4::5:6:7:8",
        "1::2:3:4:5:6:7:8",
        "1::2::3",
        "::1:",
        ":::1",
        "1:::2",
        "00001::",
        "::g",
        "::-1",
        ":: 1",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:1.2.3.4",
        "1:2:3:4:5:6::1.2.3.4",
        "1.2.3.4",
        "1.2.3.4::",
        "1.2.3.4::1",
        "::1.2.3",
        "::1.2.3.4.5",
        "::1.2.3.256",
        "::1.2.3.04",
        "::01.2.3.4",
        "::00.2.3.4",
        "::1.2.3.",
        "::.2.3.4",
        "::1..3.4",
        "::1.2.3.1000",
        "::1.2.3.a",
        "::1.2.3.4:5",
        "::1.2.3.٤",
        "::1%eth0"
      })
  void noAddresses(String text) {
    assertEquals(false, Ipv6.isAddress(text));
  }
}
