package org.gatehouse.domain.conditional;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.domain.field.FieldName;
import org.gatehouse.domain.field.Fields;
import org.gatehouse.domain.field.HttpDate;

/** Whether a range may be sent, or the representation has changed since (RFC 9110 §13.1.5). */
public final class IfRange {
  private IfRange() {}

  /**
   * Whether the Range field is to be heeded: there is no If-Range, or its tag matches strongly, or
   * its date is exactly the last modification and that lies far enough back to be a strong
   * validator (RFC 9110 §8.8.2.2).
   *
   * @param tag of the representation from which the range would be cut
   * @param lastModified of that representation
   * @param now the time of the answer
   */
  public static boolean allowsRange(
      Fields fields, EntityTag tag, Instant lastModified, Instant now) {
    if (!fields.contains(FieldName.IF_RANGE)) {
      return true;
    }
    if (fields.count(FieldName.IF_RANGE) > 1) {
      return false;
    }
    String value = fields.first(FieldName.IF_RANGE).orElseThrow();
    Optional<EntityTag> wanted = EntityTag.parse(value);
    if (wanted.isPresent()) {
      return wanted.get().matchesStrongly(tag);
    }
    long second = lastModified.getEpochSecond();
    boolean strong = second < now.getEpochSecond();
    return strong
        && HttpDate.parse(value, now).filter(date -> date.getEpochSecond() == second).isPresent();
  }
}
