package org.gatehouse.bootstrap.option;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of an ordinary start: numbers by their position, and flags with a value behind
 * each. It is read here, because to make picocli's model of all options takes a fifth of the time
 * of a start. Whatever is not as plain as that (commands, switches, argument files, attached
 * values, mistakes) is left to picocli, and what is read here means the same to it.
 */
final class PlainLine {
  private static final String SIGNS_OF_MORE = "-@\"'";

  private static final List<Setting> BY_POSITION = List.of(Setting.PORT, Setting.LOG_LEVEL);

  private final Map<Setting, List<Given>> given = new EnumMap<>(Setting.class);
  private int positions;

  private PlainLine() {}

  /** What is set by arguments, each list in its order; empty if they are not that plain. */
  static Optional<Map<Setting, List<Given>>> read(String... arguments) {
    PlainLine line = new PlainLine();
    return line.take(arguments) ? Optional.of(line.given) : Optional.empty();
  }

  private boolean take(String... arguments) {
    Map<String, Setting> flags = flags();
    for (int i = 0; i < arguments.length; i++) {
      Setting setting = flags.get(arguments[i]);
      boolean plain =
          setting == null
              ? takePosition(arguments[i])
              : ++i < arguments.length && takeValue(setting, arguments[i]);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Setting> flags() {
    Map<String, Setting> flags = new HashMap<>();
    for (Setting setting : Setting.values()) {
      if (Group.OF_THE_SERVER.contains(setting.group()) && setting.use() != Setting.Use.SWITCH) {
        for (String flag : setting.flags()) {
          flags.put(flag, setting);
        }
      }
    }
    return flags;
  }

  private boolean takeValue(Setting setting, String value) {
    boolean plain = !value.isEmpty() && SIGNS_OF_MORE.indexOf(value.charAt(0)) < 0;
    if (plain) {
      add(setting, new Given(setting.flag(), value));
    }
    return plain;
  }

  private boolean takePosition(String word) {
    boolean plain = isNumber(word) && positions < BY_POSITION.size();
    if (plain) {
      Setting setting = BY_POSITION.get(positions++);
      add(setting, new Given(setting.name(), word));
    }
    return plain;
  }

  private void add(Setting setting, Given value) {
    given.computeIfAbsent(setting, none -> new ArrayList<>()).add(value);
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
