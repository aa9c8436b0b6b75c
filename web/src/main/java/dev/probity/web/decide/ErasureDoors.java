// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Facts;
import dev.probity.notice.yaml.Form;
import dev.probity.store.log.Ledgers;
import dev.probity.store.subject.Erasure;
import dev.probity.store.subject.Erasures;
import dev.probity.store.subject.Standing;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.token.Scope;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import dev.probity.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door at which a person is erased (GDPR Art. 17), or what that would take away is shown. It
 * answers once the receipt stands in the log, and the same to whoever asks again. Safe for any
 * number of threads.
 */
@RestController
public final class ErasureDoors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Doorkeeper doorkeeper;
  private final Ledgers ledgers;
  private final Subjects subjects;
  private final Erasures erasures;

  public ErasureDoors(
      Doorkeeper doorkeeper, Ledgers ledgers, Subjects subjects, Erasures erasures) {
    this.doorkeeper = doorkeeper;
    this.ledgers = ledgers;
    this.subjects = subjects;
    this.erasures = erasures;
  }

  @PostMapping(path = "/v1/{controller}/erasures", consumes = JSON, produces = JSON)
  byte[] erase(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.ERASE, request);
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(Body.one(request), "the body", faults);
    form.required("subject");
    Who who = Asked.who(form.node(), faults).orElse(new Who("", ""));
    boolean dry = form.flag("dry-run");
    form.done();
    Complaints.check(faults);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("subject", who.subject());
    answer.putAll(dry ? would(admitted, who) : done(admitted, who));
    return MAPPER.writeValueAsBytes(answer);
  }

  private Map<String, Object> done(Controller controller, Who who) {
    Erasure erasure =
        erasures
            .erase(
                controller.id(),
                who.subject(),
                standing -> {
                  ground(controller, standing)
                      .ifPresent(
                          ground -> {
                            Problem problem = Kind.MUST_STAY.problem();
                            for (var named : ground.tree().entrySet())
                              problem = problem.with(named.getKey(), named.getValue());
                            throw problem.refusal();
                          });
                  return Erasing.order(controller, standing, "", List.of());
                })
            .orElseThrow(() -> Kind.NOBODY.problem().refusal());
    return Erasing.tree(ledgers.of(controller.id()), erasure);
  }

  private Optional<Retaining.Ground> ground(Controller controller, Standing standing) {
    Facts facts =
        FactSheet.of(standing.sheet())
            .on(
                "breach",
                controller,
                subjects.registers().standing(controller.id()),
                standing.moment())
            .facts();
    return Retaining.of(controller, facts, standing.values(), standing.moment());
  }

  private Map<String, Object> would(Controller controller, Who who) {
    Standing standing =
        erasures
            .standing(controller.id(), who.subject())
            .orElseThrow(() -> Kind.NOBODY.problem().refusal());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("dry-run", true);
    TreeSet<String> elements = new TreeSet<>();
    standing.values().forEach(origin -> elements.add(origin.element()));
    tree.put("elements", elements);
    tree.put("values", standing.values().size());
    tree.put("facts", new TreeSet<>(FactSheet.of(standing.sheet()).facts().propertyNames()));
    tree.put("devices", standing.devices());
    tree.put("identifiers", standing.identifiers());
    tree.put("linked-until", Retaining.linkedUntil(controller, standing.moment()).toString());
    ground(controller, standing).ifPresent(ground -> tree.put("stays", ground.tree()));
    return tree;
  }
}
