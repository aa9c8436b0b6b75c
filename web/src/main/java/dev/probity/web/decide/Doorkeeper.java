// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.store.token.Scope;
import dev.probity.store.token.Tokens;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets services in by their tokens. Who has none, one of another controller or asks for a
 * controller that is not there is told the same. Safe for any number of threads. A token that was
 * let in is looked up again after two seconds, so that one revoked works no longer than that.
 */
public final class Doorkeeper {
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer) (\\S{1,100})");
  private static final Duration TRUSTED = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  private final Controllers controllers;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Map<Shown, Seen> seen = new ConcurrentHashMap<>();

  public Doorkeeper(Controllers controllers, Tokens tokens, InstantSource clock) {
    this.controllers = controllers;
    this.tokens = tokens;
    this.clock = clock;
  }

  private record Shown(String controller, String token) {}

  private record Seen(Set<Scope> scopes, Instant at) {}

  /** The controller, for a request that may do this there. */
  public Controller admit(String controller, Scope scope, HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    // Why not the first of several: whoever stands between may have looked at another.
    Matcher bearer = BEARER.matcher(headers.size() == 1 ? headers.getFirst() : "");
    if (!bearer.matches() || !controllers.has(controller)) throw Kind.NO_TOKEN.problem().refusal();
    Set<Scope> scopes =
        scopes(new Shown(controller, bearer.group(1)))
            .orElseThrow(() -> Kind.NO_TOKEN.problem().refusal());
    if (!scopes.contains(scope)) throw Kind.NOT_ALLOWED.problem().refusal();
    return controllers.get(controller);
  }

  private Optional<Set<Scope>> scopes(Shown shown) {
    Instant now = clock.instant();
    Seen before = seen.get(shown);
    // Why both: a clock that was set back would lengthen the trust.
    if (before != null && !now.isBefore(before.at()) && now.isBefore(before.at().plus(TRUSTED)))
      return Optional.of(before.scopes());
    Optional<Set<Scope>> scopes = tokens.scopes(shown.controller(), shown.token());
    if (seen.size() >= MOST) seen.clear();
    if (scopes.isPresent()) seen.put(shown, new Seen(scopes.get(), now));
    else seen.remove(shown);
    return scopes;
  }
}
