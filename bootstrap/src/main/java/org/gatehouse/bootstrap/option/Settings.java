package org.gatehouse.bootstrap.option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was set, and where: the command line goes before the environment, the environment before the
 * default. An empty variable counts as none, because that is how a shell or a compose file leaves
 * one out.
 *
 * @param arguments what the command line set, each list in its order
 * @param environment the environment
 */
public record Settings(Map<Setting, List<Given>> arguments, Map<String, String> environment) {

  /** Copies both. */
  public Settings {
    arguments = Map.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** The value that counts; empty if none was set and the default follows from something else. */
  public Optional<Given> find(Setting setting) {
    List<Given> all = all(setting);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * The value that counts, of a setting that always has one.
   *
   * @throws java.util.NoSuchElementException if the setting has no default of its own
   */
  public Given get(Setting setting) {
    return find(setting).orElseThrow();
  }

  /** Whether somebody set it, rather than leaving it at its default. */
  public boolean isSet(Setting setting) {
    return arguments.containsKey(setting) || variable(setting.variable()).isPresent();
  }

  /** All values that count, in their order. */
  public List<Given> all(Setting setting) {
    List<Given> arguments = this.arguments.getOrDefault(setting, List.of());
    if (!arguments.isEmpty()) {
      return arguments;
    }
    Optional<String> variable = variable(setting.variable());
    if (variable.isPresent()) {
      return split(setting, variable.get());
    }
    return setting.fallback().value().stream().map(t -> new Given(setting.flag(), t)).toList();
  }

  /** Whether a switch is on. */
  public boolean isOn(Setting setting) {
    return get(setting).choice(YesNo.class) == YesNo.TRUE;
  }

  private static List<Given> split(Setting setting, String value) {
    String[] texts =
        setting.use() == Setting.Use.REPEATABLE ? value.split(",") : new String[] {value};
    return Arrays.stream(texts)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> new Given(setting.variable(), text))
        .toList();
  }

  /** A variable of the environment that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** The words of a switch. */
  private enum YesNo {
    TRUE,
    FALSE
  }
}
