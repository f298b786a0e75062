package org.zaudit.analysis;

import java.util.List;

/**
 * Per world, joined over all functions of a tree: what no function can know by itself, since it
 * takes several to take something and to give it back.
 *
 * @param containers which functions release whole containers
 * @param faults what does not fit together, as far as the function that is looked at is to blame
 */
public record Ledger(List<Entry.Container> containers, List<Fault> faults) {

  /** What one function contributes. */
  public sealed interface Entry {
    /**
     * {@code function} releases every element of the array at {@code field} below the count at
     * {@code count}, and its array.
     */
    record Container(String field, String count, String resource, String function, String effect)
        implements Entry {}

    /**
     * A reference in a member of a structure, or in a variable with static storage.
     *
     * @param holder the structure's type; empty for static storage, or {@link #UNKNOWN}
     * @param field the member, or the variable with its member; empty for the whole structure, and
     *     for a place that cannot be told
     * @param name what the source calls the place
     * @param rule with resource and kind: empty where something is handed over
     * @param callee what took it or gave it back
     */
    record Member(
        Way way,
        String holder,
        String field,
        String name,
        String rule,
        String resource,
        String kind,
        String callee,
        String function)
        implements Entry {
      /** A holder of which the type cannot be told. */
      public static final String UNKNOWN = "?";

      /** The last identifier on the way to it. */
      public String word() {
        return field.substring(field.lastIndexOf('.') + 1);
      }

      /** What to look for among the sites of the function. */
      String effect() {
        return way + " " + (field.isEmpty() ? holder : field);
      }
    }
  }

  /** What happens to a member. */
  public enum Way {
    TAKEN,
    GIVEN,
    /** Somebody is given what lies in it who keeps it, whatever it is. */
    HANDED_OVER,
    /** A structure is allocated. */
    MADE,
    /** The structure that holds it is freed. */
    FREED
  }

  /** Two functions that each do their part, and do not fit together. */
  public sealed interface Fault {}

  /**
   * What some function takes and none gives back.
   *
   * @param taken how it is taken
   * @param end where it should have been given back at the latest: the structure is freed, or what
   *     was taken with it is given back
   * @param others functions that have a part in it, beside the one that takes it
   */
  public record Orphan(Entry.Member taken, Entry.Member end, List<String> others)
      implements Fault {}

  /** What every function that takes it takes as one kind is given back as another. */
  public record Mismatch(Entry.Member taken, Entry.Member given) implements Fault {}
}
