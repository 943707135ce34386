package org.gatehouse.bootstrap.option;

import java.util.Optional;

/**
 * What holds where an option is not set.
 *
 * @param value the text to be read like one that was set; empty where it follows from other
 *     settings
 * @param shown how the help text tells it
 */
record Default(Optional<String> value, String shown) {

  /** A value of its own. */
  static Default of(String value) {
    return new Default(Optional.of(value), value);
  }

  /** One that follows from other settings or from the machine, told in words. */
  static Default derived(String shown) {
    return new Default(Optional.empty(), shown);
  }
}
