// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

/** Where mail is handed over: a mail server or a folder. Safe for many threads. */
public interface Delivery {
  /**
   * A line on which mail to this address can be handed over, which is there before anything is said
   * to be sent.
   *
   * @throws Undelivered if there is none at present, or never is for such an address
   */
  Line open(String to) throws Undelivered;

  /** A way that is open. One thread. */
  interface Line extends AutoCloseable {
    /**
     * Hands one mail over; once this returns, it is the receiver's.
     *
     * @throws Undelivered if it was not taken; whoever took it and could not say so is not told
     *     apart
     */
    void send(Message message) throws Undelivered;

    @Override
    void close();
  }
}
