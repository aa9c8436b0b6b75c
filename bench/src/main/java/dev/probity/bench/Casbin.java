// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * jCasbin with the generated notice as its policy: four matcher functions, deny-override, requests
 * built ahead. What a function can look up instead of working out is looked up, in jCasbin's
 * favour. Belongs to one thread.
 */
final class Casbin {
  private static final String MODEL =
      """
      [request_definition]
      r = act, data, purpose, recipient, place, age, holding

      [policy_definition]
      p = id, act, data, purpose, recipient, place, age, needs, eft

      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

      [matchers]
      m = covers(r.act, p.act) && covers(r.data, p.data) && covers(r.purpose, p.purpose) \
      && covers(r.recipient, p.recipient) && place(r.place, p.place, p.eft) \
      && age(r.age, p.age, p.eft) && holds(r.holding, p.needs)
      """;

  private final Enforcer enforcer;

  /** By the text of a policy's field, what it covers or asks for. */
  private final Map<String, Set<String>> covered = new HashMap<>();

  private final Map<String, Needs> needed = new HashMap<>();

  private record Needs(Set<String> present, Set<String> absent) {}

  /** No person holds the empty word: a policy text nobody wrote never matches. */
  private static final Needs UNMET = new Needs(Set.of(""), Set.of());

  Casbin(Generated notice) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    List<List<String>> rules = new ArrayList<>();
    for (Rule rule : notice.rules()) rules.add(policy(rule));
    enforcer.addPolicies(rules);
    enforcer.addFunction(
        "covers",
        new Function("covers") {
          @Override
          boolean of(Object[] a) {
            return covered.getOrDefault((String) a[1], Set.of()).contains((String) a[0]);
          }
        });
    enforcer.addFunction(
        "place",
        new Function("place") {
          @Override
          boolean of(Object[] a) {
            if (((String) a[1]).isEmpty()) return true;
            if (((String) a[0]).isEmpty()) return a[2].equals("deny");
            return covered.getOrDefault((String) a[1], Set.of()).contains((String) a[0]);
          }
        });
    enforcer.addFunction(
        "age",
        new Function("age") {
          @Override
          boolean of(Object[] a) {
            String bound = (String) a[1];
            if (bound.isEmpty()) return true;
            long years = ((Number) a[0]).longValue();
            boolean deny = a[2].equals("deny");
            if (years < 0) return deny;
            return years < Integer.parseInt(bound) == deny;
          }
        });
    enforcer.addFunction(
        "holds",
        new Function("holds") {
          @Override
          boolean of(Object[] a) {
            Needs needs = needed.getOrDefault((String) a[1], UNMET);
            Set<?> holding = (Set<?>) a[0];
            for (String n : needs.present) if (!holding.contains(n)) return false;
            for (String n : needs.absent) if (holding.contains(n)) return false;
            return true;
          }
        });
  }

  boolean permits(Object[] request) {
    return enforcer.enforce(request);
  }

  static Object[] request(Asked q, List<Person> persons) {
    Person p = persons.get(q.person());
    return new Object[] {
      q.action(), q.data(), q.purpose(), q.recipient(), p.place(), (long) p.age(), p.holding(q.at())
    };
  }

  private List<String> policy(Rule rule) {
    Set<String> present = new HashSet<>();
    Set<String> absent = new HashSet<>();
    rule.consent().ifPresent(present::add);
    rule.evidence().ifPresent(present::add);
    rule.signal().ifPresent(rule.permits() ? absent::add : present::add);
    String needs = String.join("&", present) + "!" + String.join("&", absent);
    needed.put(needs, new Needs(present, absent));
    String where = String.join("|", rule.places());
    covered.put(where, places(rule.places()));
    return List.of(
        rule.id(),
        text(rule.actions(), Map.of(), World.ACTIONS),
        text(rule.data(), World.DATA.branch(), World.DATA.leaves()),
        text(rule.purposes(), World.PURPOSES.branch(), World.PURPOSES.leaves()),
        text(rule.recipients(), World.RECIPIENTS.branch(), World.RECIPIENTS.leaves()),
        where,
        rule.age() == 0 ? "" : Integer.toString(rule.age()),
        needs,
        rule.permits() ? "allow" : "deny");
  }

  private String text(List<String> listed, Map<String, String> branch, List<String> leaves) {
    String text = String.join("|", listed);
    Set<String> all = new HashSet<>(listed);
    for (String leaf : leaves) if (listed.contains(branch.getOrDefault(leaf, ""))) all.add(leaf);
    covered.put(text, all);
    return text;
  }

  private static Set<String> places(List<String> listed) {
    Set<String> all = new HashSet<>();
    for (String place : World.PLACES) {
      if (listed.stream().anyMatch(l -> World.inside(place, l))) all.add(place);
    }
    return all;
  }

  /** A matcher function of two or three values. */
  private abstract static class Function extends CustomFunction {
    private final String name;

    Function(String name) {
      this.name = name;
    }

    abstract boolean of(Object[] values);

    @Override
    public String getName() {
      return name;
    }

    @Override
    public AviatorObject call(Map<String, Object> env, AviatorObject a, AviatorObject b) {
      return AviatorBoolean.valueOf(of(new Object[] {a.getValue(env), b.getValue(env)}));
    }

    @Override
    public AviatorObject call(
        Map<String, Object> env, AviatorObject a, AviatorObject b, AviatorObject c) {
      return AviatorBoolean.valueOf(
          of(new Object[] {a.getValue(env), b.getValue(env), c.getValue(env)}));
    }
  }
}
