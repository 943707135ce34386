package org.gatehouse.bootstrap.doctor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gatehouse.adapter.persistence.StoredTags;
import org.gatehouse.bootstrap.config.Configuration;
import org.gatehouse.bootstrap.option.Settings;

/** All checks in the order in which their findings are told. */
public final class Examination {
  private Examination() {}

  /**
   * Examines what a server would be started with.
   *
   * @param settings what the configuration was read from: where a value was set can matter
   * @param tagReader reads a file of entity tags without changing it
   */
  public static Report of(
      Configuration configuration, Settings settings, Function<Path, StoredTags> tagReader) {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("java", new JavaCheck());
    checks.put("port", new PortCheck());
    checks.put("hosts", new HostCheck());
    checks.put("root", new RootCheck());
    checks.put("storage", new StorageCheck());
    checks.put("var", new VarCheck(tagReader));
    checks.put("listing", new ListingCheck());
    checks.put("writes", new WriteCheck());
    checks.put("credentials", new CredentialCheck(settings));
    checks.put("limits", new LimitCheck());
    checks.put("times", new TimeCheck());
    Findings findings = new Findings();
    findings.about("options");
    findings.ok("every value is allowed");
    checks.forEach(
        (subject, check) -> {
          findings.about(subject);
          check.examine(configuration, findings);
        });
    return new Report(findings.all());
  }
}
