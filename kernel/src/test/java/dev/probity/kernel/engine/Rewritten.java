// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Histories with something changed everywhere. */
final class Rewritten {
  private Rewritten() {}

  static History versions(History history, Function<Pack, Pack> change) {
    return new History(
        history.versions().stream().map(change).toList(),
        history.pin(),
        history.until(),
        history.cite());
  }

  /** Changes the clauses of every version and of every overlay. */
  static History clauses(History history, Function<List<Clause>, List<Clause>> change) {
    return versions(
        history,
        p ->
            with(
                with(p, change.apply(p.clauses())),
                p.overlays().stream()
                    .map(
                        o ->
                            new Overlay(
                                o.cite(),
                                o.match(),
                                o.when(),
                                with(o.pack(), change.apply(o.pack().clauses()))))
                    .toList(),
                true));
  }

  static Pack clauses(Pack pack, UnaryOperator<Clause> change) {
    return with(pack, pack.clauses().stream().map(change).toList());
  }

  static Pack with(Pack p, List<Clause> clauses) {
    return new Pack(
        p.id(),
        p.version(),
        p.inForce(),
        p.digest(),
        p.vocabulary(),
        clauses,
        p.points(),
        p.consents(),
        p.choices(),
        p.evidence(),
        p.overlays());
  }

  static Pack with(Pack p, List<Overlay> overlays, boolean instead) {
    List<Overlay> all = new ArrayList<>(instead ? List.of() : p.overlays());
    all.addAll(overlays);
    return new Pack(
        p.id(),
        p.version(),
        p.inForce(),
        p.digest(),
        p.vocabulary(),
        p.clauses(),
        p.points(),
        p.consents(),
        p.choices(),
        p.evidence(),
        all);
  }

  static Pack plus(Pack p, Clause clause) {
    List<Clause> all = new ArrayList<>(p.clauses());
    all.add(clause);
    return with(p, all);
  }

  static History pinned(History history, History.Pin pin, List<Condition> until) {
    return new History(history.versions(), pin, until, history.cite());
  }

  /** Keeps of every clause's conditions those that may stand where they help, and hinder. */
  static Clause keeping(Clause clause, Predicate<Condition> helps, Predicate<Condition> hinders) {
    return switch (clause) {
      case Clause.Permit c ->
          new Clause.Permit(c.id(), c.cite(), c.match(), only(c.when(), helps), c.then());
      case Clause.Forbid c ->
          new Clause.Forbid(
              c.id(),
              c.cite(),
              c.match(),
              only(c.when(), hinders),
              only(c.unless(), helps),
              c.except(),
              c.then());
      case Clause.Close c ->
          new Clause.Close(
              c.id(), c.cite(), c.match(), only(c.when(), hinders), only(c.unless(), helps));
      case Clause.Require c ->
          new Clause.Require(
              c.id(),
              c.cite(),
              c.match(),
              only(c.when(), hinders),
              only(c.unless(), helps),
              helps.test(c.needs()) ? c.needs() : new Condition.State("enrolled"));
      case Clause.Outside c ->
          new Clause.Outside(c.id(), c.cite(), c.match(), only(c.when(), hinders), c.notice());
      case Clause.Duty c -> c;
    };
  }

  /** The same, for what puts overlays in force. */
  static Pack overlaysKeeping(Pack pack, Predicate<Condition> hinders) {
    return with(
        pack,
        pack.overlays().stream()
            .map(o -> new Overlay(o.cite(), o.match(), only(o.when(), hinders), o.pack()))
            .toList(),
        true);
  }

  static List<Condition> only(List<Condition> conditions, Predicate<Condition> kept) {
    return conditions.stream().filter(kept).toList();
  }

  static History notPinnedWhole(History history, List<Condition> until) {
    History.Pin pin =
        history.pin() == History.Pin.ALL ? History.Pin.NEW_PERMISSIONS : history.pin();
    return Rewritten.pinned(history, pin, until);
  }
}
