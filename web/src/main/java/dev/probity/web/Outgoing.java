// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What every answer carries, and one line in the log for each request: the door's pattern and never
 * the address itself, which somebody may have written a name into.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Outgoing extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger("dev.probity.web.request");
  private static final String SEEN = Outgoing.class.getName();

  private static final Set<String> QUESTIONS =
      Set.of("/v1/{controller}/decisions", "/v1/{controller}/views");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getAttribute(SEEN) != null) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(SEEN, true);
    String id = UUID.randomUUID().toString();
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    long began = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      LOG.atLevel(level(pattern, response.getStatus()))
          .addKeyValue("request", id)
          .addKeyValue("method", known(request.getMethod()))
          .addKeyValue("door", pattern == null ? "none" : pattern.toString())
          .addKeyValue("status", response.getStatus())
          .addKeyValue("micros", (System.nanoTime() - began) / 1_000)
          .log("answered");
    }
  }

  /**
   * Questions that were simply answered are counted in metrics: a line for each would be most of
   * what they cost, and a disk full of nothing.
   */
  private static Level level(@Nullable Object pattern, int status) {
    return status < 400 && QUESTIONS.contains(String.valueOf(pattern)) ? Level.DEBUG : Level.INFO;
  }

  /** What Tomcat refuses comes here as an error alone. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static String known(String method) {
    return switch (method) {
      case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> method;
      default -> "other";
    };
  }
}
