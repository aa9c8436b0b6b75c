// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a flow does at a door of a running server, or looks at there, and what must come
 * of it. People are names that mean somebody within the flow alone. All kinds are immutable.
 */
public sealed interface Step {
  Where where();

  /** What a step shows once it has passed. */
  enum Shown {
    /** A door did something. */
    DONE,
    /** A door did not do what was asked. */
    REFUSED
  }

  /** Nothing, where it only looks. */
  default Set<Shown> shown() {
    return Set.of();
  }

  /**
   * Somebody fills in a collection point.
   *
   * @param said what goes with the fields, in the door's own words
   * @param form whether it is the plain form that a browser shows
   */
  record Collect(
      Where where,
      Whom who,
      String point,
      Map<String, String> fields,
      Node.Fields said,
      boolean form,
      Wanted expect)
      implements Step {
    @Override
    public Set<Shown> shown() {
      return expect.shown();
    }
  }

  /** Staff or a service keeps what it found of somebody, in the words of {@code given}. */
  record Facts(Where where, Whom who, Node.Fields facts) implements Step {}

  /**
   * Somebody takes a consent back.
   *
   * @param said what goes with it: {@code asserted}, {@code preview}
   */
  record Withdraw(Where where, Whom who, String consent, Node.Fields said, Wanted expect)
      implements Step {
    @Override
    public Set<Shown> shown() {
      return expect.shown();
    }
  }

  /**
   * A service has a mail sent.
   *
   * @param measured whether it asks for a pixel in it
   */
  record Mail(
      Where where,
      Whom who,
      String purpose,
      String title,
      String text,
      boolean measured,
      Wanted expect)
      implements Step {
    @Override
    public Set<Shown> shown() {
      return expect.shown();
    }
  }

  /** Somebody follows the link for it in the last mail that came, in one click. */
  record Unsubscribe(Where where, Whom who) implements Step {
    @Override
    public Set<Shown> shown() {
      return Set.of(Shown.DONE);
    }
  }

  /** Somebody opens the last mail that came, with its picture; done is that it has one. */
  record Open(Where where, Whom who, Wanted expect) implements Step {
    @Override
    public Set<Shown> shown() {
      return expect.shown();
    }
  }

  /** Something happened to or around somebody, of which duties follow. */
  record Event(Where where, Whom who, String event, Wanted expect) implements Step {
    @Override
    public Set<Shown> shown() {
      return expect.shown();
    }
  }

  /**
   * A service asks. An answer alone does nothing.
   *
   * @param question {@code ask}, {@code given} and {@code asserted} as written
   */
  record Asks(Where where, Optional<Whom> who, Node.Fields question, Expect expect)
      implements Step {}

  /**
   * A service gives something out.
   *
   * @param question as in {@link Asks}
   * @param values what it holds itself, by element; what is left out the server holds
   */
  record Disclose(
      Where where,
      Whom who,
      Node.Fields question,
      Map<String, String> values,
      List<String> released,
      Map<String, String> withheld)
      implements Step {
    @Override
    public Set<Shown> shown() {
      Set<Shown> shown = EnumSet.noneOf(Shown.class);
      if (!released.isEmpty()) shown.add(Shown.DONE);
      if (!withheld.isEmpty()) shown.add(Shown.REFUSED);
      return shown;
    }
  }

  /**
   * What is held of somebody is exactly this.
   *
   * @param purpose for which it is read
   * @param said what the reader claims, as {@code asserted}
   */
  record Held(Where where, Whom who, String purpose, Node.Fields said, Map<String, String> values)
      implements Step {}

  /** The log got exactly these entries since the last look, in whatever order. */
  record Entries(Where where, List<Entry> entries) implements Step {
    /**
     * @param parts what must stand in it, among more
     */
    public record Entry(String kind, Map<String, String> parts) {}
  }

  /**
   * A page answers, and these stand on it: texts and consents of the pack, by name.
   *
   * @param page {@code notice}, or a point's form
   * @param lists versions among those that the notice's page lists, with what they change
   * @param announces versions that are still to come and stand there in a highlight
   */
  record Look(
      Where where, String page, List<String> shows, List<String> lists, List<String> announces)
      implements Step {}

  /**
   * The next version of the notice is made public: the pack of the flow, and these entries.
   *
   * @param clauses as in a pack
   * @param expect the acts that it obliges to
   */
  record Publish(Where where, String version, Instant inForce, Node.Fields clauses, Wanted expect)
      implements Step {
    @Override
    public Set<Shown> shown() {
      return Set.of(Shown.DONE);
    }
  }

  /** The server's clock moves: to a date, or on by a duration. */
  record Moves(Where where, String moment) implements Step {}

  /**
   * Of whom a step is.
   *
   * @param device a browser or an app of hers, by a name of the flow; empty for the person
   */
  record Whom(String person, String device) {}
}
