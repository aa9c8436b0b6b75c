// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What undoes a stage, last thing first and once: its own end, or a signal that ends the program.
 * Whoever sets the stage holds this object's lock meanwhile, so that a signal undoes all of it and
 * nothing is begun behind its back. Safe for any number of threads.
 */
final class Undoing implements AutoCloseable {
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final Thread hook = new Thread(this::undo, "undoing");

  Undoing() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Remembers how what was just done is undone. */
  synchronized void by(Runnable step) {
    steps.push(step);
  }

  private synchronized void undo() {
    while (!steps.isEmpty()) steps.pop().run();
  }

  @Override
  public void close() {
    undo();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The program ends already, and the hook with it.
      return;
    }
  }
}
