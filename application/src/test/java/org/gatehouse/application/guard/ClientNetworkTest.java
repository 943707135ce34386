package org.gatehouse.application.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,               192.0.2.7",
    "::ffff:192.0.2.7,        192.0.2.7",
    "0:0:0:0:0:0:0:1,         0:0:0:0::/64",
    "::1,                     0:0:0:0::/64",
    "::,                      0:0:0:0::/64",
    "2001:db8:1:2:3:4:5:6,    2001:db8:1:2::/64",
    "2001:db8:1:2:ffff::,     2001:db8:1:2::/64",
    "2001:0DB8:0001:0002::9,  2001:db8:1:2::/64",
    "2001:db8::9,             2001:db8:0:0::/64",
    "2001::3:4:5:6:7:8,       2001:0:3:4::/64",
    "::2:3:4:5:6:7:8,         0:2:3:4::/64",
    "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0::/64",
  })
  void of(String address, String network) {
    assertEquals(network, ClientNetwork.of(address));
  }
}
