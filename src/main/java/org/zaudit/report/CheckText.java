package org.zaudit.report;

import org.zaudit.analysis.Check;

/** What a check looks for, for people who meet its name for the first time. */
record CheckText(String summary, String help) {

  static CheckText of(Check check) {
    return switch (check) {
      case LEAK ->
          new CheckText(
              "A resource is never given back",
              "The last name of a resource ends while the resource is still held. Give it back on"
                  + " this path too, or hand it on to somebody who will.");
      case DOUBLE_RELEASE ->
          new CheckText(
              "A resource is given back twice",
              "The resource was given back already. The second time takes away a reference that"
                  + " belongs to somebody else, or frees freed memory.");
      case USE_AFTER_RELEASE ->
          new CheckText(
              "A resource is used after it was given back",
              "Nothing keeps the resource alive here any more. Use it before it is given back, or"
                  + " hold it longer.");
      case MISMATCHED_RELEASE ->
          new CheckText(
              "A resource is given back in another way than it was taken",
              "What takes and what gives back must be of one family and agree on kind, size, tag"
                  + " and mode.");
      case STALE_ALIAS ->
          new CheckText(
              "A reference is given back while its owner still points there",
              "An array owns a reference in each of its slots. This one was given back through"
                  + " another name, and the slot still holds the pointer: its owner will give it"
                  + " back again. Replace what the slot holds, or empty it.");
      case LOST_REFERENCE ->
          new CheckText(
              "The only name of a resource that is held is lost",
              "Nothing that is left when this name is overwritten or ends leads to the resource, so"
                  + " nobody can give it back.");
      case PARTIAL_ACQUIRE ->
          new CheckText(
              "A part that was taken is forgotten",
              "Fewer were taken than asked for, and those that were are neither counted, returned"
                  + " nor given back on this path.");
      case UNACQUIRED_RELEASE ->
          new CheckText(
              "A resource is given back that was not taken",
              "On this path nothing has taken the resource, or there is none.");
      case INCONSISTENT_PATHS ->
          new CheckText(
              "Paths that look alike to the caller hold different references",
              "After one path the resource is held, after another it is not, and the caller cannot"
                  + " tell which it was (Mao et al., RID, ASPLOS 2016).");
    };
  }
}
