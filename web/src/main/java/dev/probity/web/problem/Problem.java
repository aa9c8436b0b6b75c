// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request was refused (RFC 9457). Holds nothing of what was sent: who sends personal data to
 * the wrong place does not find them in an answer or in a log. Immutable.
 *
 * @param more members of its own, such as the places of faults
 */
public record Problem(String code, int status, String title, String fix, Map<String, Object> more) {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = JsonMapper.shared();

  public Problem with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(name, value);
    return new Problem(code, status, title, fix, all);
  }

  public byte[] json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", "urn:probity:problem:" + code);
    tree.put("title", title);
    tree.put("status", status);
    tree.put("detail", fix);
    tree.putAll(more);
    return JSON.writeValueAsBytes(tree);
  }

  /** As what a door throws. */
  public Refusal refusal() {
    return new Refusal(this);
  }

  /** A problem on its way out; has no stack, since it is an answer and no mistake. */
  public static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(Problem problem) {
      super(problem.code(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
