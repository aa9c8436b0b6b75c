// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.problem;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Requests that do not even reach the application: refused by Tomcat, in our words. And those that
 * were given up: the rest of them is not waited for.
 */
public final class ProblemValve extends ErrorReportValve {
  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    super.invoke(request, response);
    // Why: who sends a byte at a time would be read to the end of what he announced.
    if (response.getStatus() == Kind.TOO_SLOW.problem().status())
      request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < 400 || response.getContentWritten() > 0) return;
    if (!response.setErrorReported()) return;
    Problem problem = Kind.of(response.getStatus()).problem();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    try {
      response.getReporter().write(new String(problem.json(), StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      // The caller is gone, or somebody answered already: nothing to add.
      container.getLogger().debug("no answer was possible");
    }
  }
}
