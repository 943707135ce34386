package org.gatehouse.bootstrap.doctor;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found of one subject after another. For one thread. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();
  private String subject = "";

  /** From now on it is about this. */
  void about(String what) {
    subject = what;
  }

  void ok(String what) {
    all.add(new Finding(Severity.OK, subject, what, "", ""));
  }

  void note(String what, String why, String advice) {
    all.add(new Finding(Severity.NOTE, subject, what, why, advice));
  }

  void warning(String what, String why, String advice) {
    all.add(new Finding(Severity.WARNING, subject, what, why, advice));
  }

  void error(String what, String why, String advice) {
    all.add(new Finding(Severity.ERROR, subject, what, why, advice));
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}
