// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Who;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is said to have happened to a person: one of event, act and lift. Immutable.
 *
 * @param act what staff does to her
 * @param lift what of that ends
 * @param consent which one the event is about
 */
record Happening(
    Who who,
    Optional<String> event,
    Optional<String> act,
    Optional<String> lift,
    Optional<String> consent) {
  static Happening read(Node body, Controller controller) {
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(body, "the body", faults);
    form.required("subject");
    Who who = Asked.who(form.node(), faults).orElse(new Who("", ""));
    Happening happening =
        new Happening(
            who, form.text("event"), form.text("act"), form.text("lift"), form.text("consent"));
    form.done();
    happening.check(form, controller, faults);
    Complaints.check(faults);
    return happening;
  }

  private void check(Form form, Controller controller, List<Fault> faults) {
    if (List.of(event, act, lift).stream().filter(Optional::isPresent).count() != 1)
      faults.add(
          new Fault(
              "PRB-N011",
              "what happened is not said",
              "write one of `event`, `act` and `lift`",
              form.where()));
    event.ifPresent(e -> controller.words(faults).check("event", e, form.where("event")));
    consent.ifPresent(c -> controller.words(faults).check("consent", c, form.where("consent")));
    act.ifPresent(a -> known(a, form, "act", faults));
    lift.ifPresent(l -> known(l, form, "lift", faults));
  }

  private static void known(String act, Form form, String key, List<Fault> faults) {
    if (!Acts.STATES.containsKey(act))
      faults.add(
          new Fault(
              "PRB-N014",
              "this is no act that is done to a person by hand",
              "use " + String.join(", ", new TreeSet<>(Acts.STATES.keySet())),
              form.where(key)));
  }
}
