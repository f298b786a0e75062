package org.zaudit.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Strongly connected components (Tarjan, SIAM J. Computing 1972), without recursion, since call
 * chains may be as long as a hostile tree wants.
 */
final class Components<N> {
  private final Function<N, ? extends Iterable<N>> successors;
  private final Map<N, Frame> visited = new HashMap<>();
  private final Deque<Frame> path = new ArrayDeque<>();
  private final Deque<Frame> unfinished = new ArrayDeque<>();
  private final List<List<N>> components = new ArrayList<>();

  private Components(Function<N, ? extends Iterable<N>> successors) {
    this.successors = successors;
  }

  /** All components that can be reached from the roots; each after those that it leads to. */
  static <N> List<List<N>> of(Collection<N> roots, Function<N, ? extends Iterable<N>> successors) {
    var search = new Components<N>(successors);
    roots.forEach(search::visit);
    return search.components;
  }

  /**
   * These nodes in the order in which a depth-first search leaves them: as far as there is no way
   * back, each after those that it leads to.
   */
  static <N> List<N> calleesFirst(
      Collection<N> nodes, Function<N, ? extends Iterable<N>> successors) {
    Set<N> seen = new HashSet<>();
    Set<N> left = new LinkedHashSet<>();
    Deque<N> path = new ArrayDeque<>();
    Deque<Iterator<N>> rests = new ArrayDeque<>();
    for (N root : nodes) {
      N next = root;
      while (next != null) {
        if (seen.add(next)) {
          path.push(next);
          rests.push(successors.apply(next).iterator());
        }
        next = null;
        while (next == null && !path.isEmpty()) {
          if (rests.peek().hasNext()) {
            N successor = rests.peek().next();
            next = seen.contains(successor) ? null : successor;
          } else {
            left.add(path.pop());
            rests.pop();
          }
        }
      }
    }
    return List.copyOf(left);
  }

  private final class Frame {
    final N node;
    final Iterator<N> rest;
    final int number = visited.size();
    int lowest = number;
    boolean finished;

    Frame(N node) {
      this.node = node;
      this.rest = successors.apply(node).iterator();
    }
  }

  private void visit(N root) {
    if (visited.containsKey(root)) {
      return;
    }
    enter(root);
    while (!path.isEmpty()) {
      Frame frame = path.peek();
      if (frame.rest.hasNext()) {
        follow(frame, frame.rest.next());
      } else {
        path.pop();
        if (!path.isEmpty()) {
          path.peek().lowest = Math.min(path.peek().lowest, frame.lowest);
        }
        if (frame.lowest == frame.number) {
          finish(frame);
        }
      }
    }
  }

  private void follow(Frame from, N to) {
    Frame known = visited.get(to);
    if (known == null) {
      enter(to);
    } else if (!known.finished) {
      from.lowest = Math.min(from.lowest, known.number);
    }
  }

  private void enter(N node) {
    Frame frame = new Frame(node);
    visited.put(node, frame);
    path.push(frame);
    unfinished.push(frame);
  }

  private void finish(Frame head) {
    List<N> component = new ArrayList<>();
    Frame member;
    do {
      member = unfinished.pop();
      member.finished = true;
      component.add(member.node);
    } while (member != head);
    components.add(component);
  }
}
