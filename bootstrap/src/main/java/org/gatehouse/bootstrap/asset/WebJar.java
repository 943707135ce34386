package org.gatehouse.bootstrap.asset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * A JavaScript library that Maven brings as a WebJar: its files stand below a folder named after
 * its version, which its {@code pom.properties} tell.
 *
 * @param name of the artifact
 */
record WebJar(String name) {

  /**
   * Where one of its files is on the class path.
   *
   * @throws IOException if the library is not there
   */
  String path(String file) throws IOException {
    Properties properties = new Properties();
    String described = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream stream = WebJar.class.getResourceAsStream(described)) {
      if (stream == null) {
        throw new IOException("no WebJar " + name);
      }
      properties.load(stream);
    }
    String version = properties.getProperty("version");
    return "/META-INF/resources/webjars/" + name + "/" + version + "/" + file;
  }
}
