// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets so many postings a minute in from one place. Keeps no address: only how often each of some
 * thousand boxes was hit in this minute, the box chosen by a keyed hash whose key is new at each
 * start. Safe for any number of threads.
 */
public final class Pace {
  private static final int BOXES = 1 << 14;

  private final InstantSource clock;
  private final SecretKeySpec key;
  private final int most;
  private final int[] hits = new int[BOXES];
  private long minute;

  /**
   * @param most postings a minute
   */
  public Pace(InstantSource clock, SecureRandom random, int most) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    this.clock = clock;
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.most = most;
  }

  boolean allows(String address) {
    int box = box(address);
    long now = clock.instant().getEpochSecond() / 60;
    synchronized (hits) {
      if (now != minute) Arrays.fill(hits, 0);
      minute = now;
      return ++hits[box] <= most;
    }
  }

  private int box(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getInt() & (BOXES - 1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
