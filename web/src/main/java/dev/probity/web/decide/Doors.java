// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.explain.Explanation;
import dev.probity.notice.yaml.Form;
import dev.probity.store.subject.Subjects;
import dev.probity.store.token.Scope;
import dev.probity.web.json.Body;
import dev.probity.web.json.Room;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The doors that services ask at. Safe for any number of threads. */
@RestController
public final class Doors {
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Doorkeeper doorkeeper;
  private final Subjects subjects;
  private final InstantSource clock;
  private final Room room;

  public Doors(Doorkeeper doorkeeper, Subjects subjects, InstantSource clock, Room room) {
    this.doorkeeper = doorkeeper;
    this.subjects = subjects;
    this.clock = clock;
    this.room = room;
  }

  @PostMapping(path = "/v1/{controller}/decisions", consumes = JSON, produces = JSON)
  void decisions(
      @PathVariable String controller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.DECIDE, request);
    answer(admitted, Questions::decisions, request, response);
  }

  @PostMapping(path = "/v1/{controller}/views", consumes = JSON, produces = JSON)
  void views(
      @PathVariable String controller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.VIEW, request);
    answer(admitted, Questions::views, request, response);
  }

  @PostMapping(path = "/v1/{controller}/explain", consumes = JSON, produces = JSON)
  byte[] explain(@PathVariable String controller, HttpServletRequest request) throws IOException {
    Controller admitted = doorkeeper.admit(controller, Scope.EXPLAIN, request);
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(Body.one(request), "the body", faults);
    String clause = form.required("clause");
    form.done();
    Complaints.check(faults);
    return Explanation.of(admitted.source(), clause)
        .map(found -> answer(List.of(Trees.of(found, admitted.source())), false))
        .orElseThrow(() -> Kind.NO_CLAUSE.problem().refusal());
  }

  /** The description of these doors, as it lies beside this class. */
  @GetMapping(path = "/v1/openapi.json", produces = JSON)
  byte[] openapi() throws IOException {
    try (InputStream file = Doors.class.getResourceAsStream("openapi.json")) {
      if (file == null) throw new IllegalStateException("openapi.json is not packed");
      return file.readAllBytes();
    }
  }

  private void answer(
      Controller admitted,
      Function<Questions, List<Map<String, Object>>> answering,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    byte[] answer =
        room.in(
            request,
            () -> {
              Body body = Body.oneOrMany(request);
              Questions asked = Questions.of(body, admitted, subjects, clock.instant());
              return answer(answering.apply(asked), body.array());
            });
    send(answer, response);
  }

  /** What is asked most is not asked about by Spring's converters once more. */
  private static void send(byte[] answer, HttpServletResponse response) throws IOException {
    response.setContentType(JSON);
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
  }

  private static byte[] answer(List<Map<String, Object>> answers, boolean array) {
    return MAPPER.writeValueAsBytes(array ? answers : answers.getFirst());
  }
}
