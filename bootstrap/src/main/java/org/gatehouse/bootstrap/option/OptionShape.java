package org.gatehouse.bootstrap.option;

import java.io.File;
import java.util.List;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes picocli's model of single options from the table. */
final class OptionShape {
  /** A switch takes a value only where one is attached to it: {@code --dotfiles=false}. */
  private static final IParameterPreprocessor SWITCHED_ON =
      (arguments, command, option, info) -> {
        boolean attached = !" ".equals(info.get("separator"));
        if (!attached) {
          arguments.push("true");
        }
        return false;
      };

  private OptionShape() {}

  /** All options of a group, under its heading. */
  static ArgGroupSpec group(Group group) {
    ArgGroupSpec.Builder builder =
        ArgGroupSpec.builder()
            .heading("%n" + group.heading() + "%n")
            .validate(false)
            .order(group.ordinal());
    for (Setting setting : Setting.values()) {
      if (setting.group() == group) {
        builder.addArg(option(setting));
      }
    }
    return builder.build();
  }

  private static OptionSpec option(Setting setting) {
    // Everything is a list: which value counts is the table's business, not the parser's. That a
    // value is a path is for shells, which complete it; no path is refused here.
    OptionSpec.Builder builder =
        OptionSpec.builder(setting.flags())
            .userObject(setting)
            .type(List.class)
            .auxiliaryTypes(setting.takesPath() ? File.class : String.class)
            .order(setting.ordinal())
            .description(describe(setting));
    if (!setting.choices().isEmpty()) {
      builder.completionCandidates(setting.choices());
    }
    if (setting.use() == Setting.Use.SWITCH) {
      builder.arity("0..1").paramLabel("true|false").preprocessor(SWITCHED_ON);
    } else {
      builder.arity("1").paramLabel(setting.takes());
    }
    return builder.build();
  }

  /** What it means, then the environment variable and the default. */
  private static String[] describe(Setting setting) {
    String sources = "[" + setting.variable() + ", default: " + setting.fallback().shown() + "]";
    return new String[] {escape(setting.meaning()), escape(sources)};
  }

  /** A percent sign is a format to picocli. */
  static String escape(String text) {
    return text.replace("%", "%%");
  }

  /** The same as an option, by its position. */
  static PositionalParamSpec positional(Setting setting, int index, String label) {
    return PositionalParamSpec.builder()
        .userObject(setting)
        .index(Integer.toString(index))
        .arity("0..1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description("The same as " + setting.flag() + ".")
        .build();
  }
}
