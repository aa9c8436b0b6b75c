// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.token;

import dev.probity.store.Tenancy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tokens of services: 256 random bits each, of which only the SHA-256 is kept. Safe for any
 * number of threads; each call is one transaction.
 */
public final class Tokens {
  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("prb_[A-Za-z0-9_-]{43}");

  private final Tenancy tenancy;
  private final InstantSource clock;
  private final SecureRandom random;

  public Tokens(Tenancy tenancy, InstantSource clock, SecureRandom random) {
    this.tenancy = tenancy;
    this.clock = clock;
    this.random = random;
  }

  /** Makes a token and returns it; nobody can read it again. The controller must be admitted. */
  public String create(String controller, String name, Set<Scope> scopes, Duration lasts) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = "prb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String[] words = scopes.stream().map(Scope::word).toArray(String[]::new);
    tenancy.in(
        controller,
        client ->
            client
                .sql(
                    "insert into token (controller, hash, name, scopes, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                    controller,
                    hash(token),
                    name,
                    words,
                    Timestamp.from(clock.instant()),
                    Timestamp.from(clock.instant().plus(lasts)))
                .update());
    return token;
  }

  /** What the token allows at this controller; empty where it is not one of its own, or ended. */
  public Optional<Set<Scope>> scopes(String controller, String token) {
    if (!SHAPE.matcher(token).matches()) return Optional.empty();
    return tenancy.in(
        controller,
        client ->
            client
                .sql(
                    "select scopes from token"
                        + " where hash = ? and revoked_at is null and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query((row, number) -> scopes(row.getArray(1)))
                .optional());
  }

  /** Ends a token; false where it is not one of this controller's. */
  public boolean revoke(String controller, String token) {
    return tenancy.in(
            controller,
            client ->
                client
                    .sql("update token set revoked_at = ? where hash = ? and revoked_at is null")
                    .params(Timestamp.from(clock.instant()), hash(token))
                    .update())
        > 0;
  }

  private static Set<Scope> scopes(Array words) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : (String[]) words.getArray()) Scope.of(word).ifPresent(scopes::add);
    return scopes;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
