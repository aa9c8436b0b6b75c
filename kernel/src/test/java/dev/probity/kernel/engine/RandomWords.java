// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Small vocabularies: deep enough for every relation between terms, small enough to collide. */
record RandomWords(Dice dice) {
  static final Map<Dimension, List<String>> TERMS =
      Map.of(
          Dimension.ACTION,
          List.of("collect", "use", "disclose", "sell", "sell.rent", "transfer", "retain"),
          Dimension.DATA,
          List.of(
              "health",
              "health.sign",
              "health.sign.pulse",
              "health.visit",
              "name",
              "mail",
              "mail.work",
              "place",
              "place.exact",
              "bare"),
          Dimension.PURPOSE,
          List.of("care", "care.visit", "ads", "ads.own", "ads.own.mail", "law", "upkeep"),
          Dimension.RECIPIENT,
          List.of("partner", "partner/acme", "partner/other", "court", "clinic", "clinic.lab"),
          Dimension.POINT,
          List.of("form", "form.long", "app", "shop"),
          Dimension.SOURCE,
          List.of("subject", "device", "device.cuff", "bought"),
          Dimension.TECHNOLOGY,
          List.of("none", "cookie", "cookie.session", "beacon"));

  static final List<String> EVIDENCE =
      List.of("deid.passed", "order", "order.court", "order.court.high", "contract", "licence");
  static final List<String> REGIONS =
      List.of("US", "US-CA", "US-NY", "EEA", "NORDIC", "DE", "SE", "DK", "GB", "DE-BY");
  static final List<String> ROLES = List.of("controller", "covered-entity", "processor");
  static final List<String> CONSENTS = List.of("mail", "share", "study", "track");
  static final List<String> CHOICES = List.of("dnt", "gpc", "ads", "limit");
  static final List<String> VALUES = List.of("on", "off", "ads", "care", "sms", "partner");
  static final List<String> MODES = List.of("sms", "post", "on");

  /** Mostly the whole forest; sometimes a term of it is missing, or hangs elsewhere. */
  Vocabulary vocabulary() {
    Map<Dimension, Tree> trees = new HashMap<>();
    for (Dimension d : Dimension.values()) trees.put(d, tree(TERMS.get(d)));
    Map<String, Floor> floors = new HashMap<>();
    for (String element : List.of("health", "health.visit", "name", "mail", "mail.work", "place")) {
      if (!dice.oneIn(4)) floors.put(element, floor());
    }
    Regions regions =
        new Regions(
            Map.of("EEA", Set.of("DE", "SE", "DK", "NORDIC"), "NORDIC", Set.of("SE", "DK")));
    return new Vocabulary(trees, tree(EVIDENCE), floors, regions);
  }

  private Tree tree(List<String> terms) {
    Map<String, String> parents = new TreeMap<>();
    for (String term : terms) {
      int cut = Math.max(term.lastIndexOf('.'), term.lastIndexOf('/'));
      String parent = cut < 0 ? "" : term.substring(0, cut);
      if (dice.oneIn(20)) continue;
      boolean moved = cut >= 0 && !term.equals(terms.getFirst()) && dice.oneIn(20);
      parents.put(term, moved ? terms.getFirst() : parent);
    }
    return new Tree(parents);
  }

  private Floor floor() {
    Map<String, DataClass> byRole = new HashMap<>();
    if (dice.oneIn(2)) byRole.put(dice.pick(ROLES), dice.either(DataClass.values()));
    if (dice.oneIn(4)) byRole.put(dice.pick(ROLES), dice.either(DataClass.values()));
    return new Floor(dice.either(DataClass.values()), byRole);
  }
}
