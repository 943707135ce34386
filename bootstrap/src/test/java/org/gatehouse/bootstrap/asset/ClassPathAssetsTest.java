package org.gatehouse.bootstrap.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.application.Outcomes;
import org.gatehouse.application.contract.AssetsContract;
import org.gatehouse.application.port.body.Body;
import org.gatehouse.application.port.out.Assets;
import org.gatehouse.bootstrap.coding.GzipCoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPathAssetsTest extends AssetsContract {
  private static final Pattern OWN_FILE = Pattern.compile("/\\.gatehouse/([a-z.-]+)");

  @Override
  protected Assets fresh() {
    return new ClassPathAssets(new GzipCoder());
  }

  private String text(String name) {
    return new String(Outcomes.octets(Body.of(fresh().load(name).plain())), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "dashboard.html, text/html; charset=utf-8, <title>",
    "dashboard.css, text/css; charset=utf-8, color-scheme",
    "dashboard.js, text/javascript; charset=utf-8, use strict",
    "listing.css, text/css; charset=utf-8, color-scheme",
    "listing.js, text/javascript; charset=utf-8, import",
    "listing-upload.js, text/javascript; charset=utf-8, If-None-Match",
    "icon.svg, image/svg+xml, <svg",
    "uplot.js, text/javascript; charset=utf-8, uPlot",
    "uplot.css, text/css; charset=utf-8, .uplot",
    "license.txt, text/plain; charset=utf-8, Apache License",
    "uplot-license.txt, text/plain; charset=utf-8, Leon Sorokin",
  })
  void holdsWhatThePagesAreMadeOf(String name, String type, String part) {
    assertEquals(type, fresh().load(name).type().toString());
    assertTrue(text(name).contains(part), name);
  }

  @Test
  void thePageNamesOnlyFilesThatThereAre() {
    Matcher files = OWN_FILE.matcher(text("dashboard.html"));
    int found = 0;
    while (files.find()) {
      assertTrue(fresh().names().contains(files.group(1)), files.group(1));
      found++;
    }
    assertTrue(found >= 5, "icon, styles, scripts: " + found);
  }

  @Test
  void nothingIsInlineOrFromElsewhere() {
    String page = text("dashboard.html");
    for (String banned :
        new String[] {"<style", "style=", "http:", "https:", " onclick", "javascript:"}) {
      assertFalse(page.replaceAll(">[^<]*<", "><").contains(banned), banned);
    }
    for (String own : fresh().names()) {
      boolean ours = own.endsWith(".js") && !own.equals("uplot.js");
      for (String banned : new String[] {"innerHTML", "outerHTML", "insertAdjacentHTML", "eval("}) {
        assertFalse(ours && text(own).contains(banned), own + " uses " + banned);
      }
    }
  }

  /** Scripts and style; with the page of a small folder a visitor waits for less than 40 kB. */
  @Test
  void theListingIsSmall() {
    long octets = 0;
    for (String name : fresh().names()) {
      octets += name.startsWith("listing") ? fresh().load(name).plain().length() : 0;
    }
    assertTrue(octets > 10_000 && octets < 38_000, "octets: " + octets);
  }

  @Test
  void theScriptsImportOnlyFilesThatThereAre() {
    Pattern imported = Pattern.compile("from \"\\./([a-z-]+\\.js)\"");
    for (String name : fresh().names()) {
      Matcher imports = imported.matcher(name.startsWith("listing") ? text(name) : "");
      while (imports.find()) {
        assertTrue(fresh().names().contains(imports.group(1)), name + ": " + imports.group(1));
      }
    }
  }
}
