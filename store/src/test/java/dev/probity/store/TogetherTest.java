// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final List<List<String>> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger state = new AtomicInteger();

  private List<String> database(List<String> questions) {
    int seen = state.get();
    asked.add(questions);
    begun.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (questions.contains("fail")) throw new IllegalStateException("the database is away");
    return questions.stream().map(q -> q + seen).toList();
  }

  @Test
  void whoComesMeanwhileGoesTogetherAndSeesWhatWasThenThere() throws Exception {
    Together<String, String> together = new Together<>(this::database);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = pool.submit(() -> together.ask("first "));
      begun.await();
      state.set(1);
      List<Future<String>> later = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String question = i + " ";
        later.add(pool.submit(() -> together.ask(question)));
      }
      while (together.waiting() < 20) Thread.onSpinWait();
      goOn.countDown();
      assertEquals("first 0", first.get());
      for (int i = 0; i < 20; i++) assertEquals(i + " 1", later.get(i).get());
      assertEquals(2, asked.size());
    }
  }

  @Test
  void theyFailTogetherAndTheNextDoesNot() {
    Together<String, String> together = new Together<>(this::database);
    goOn.countDown();
    var failure = assertThrows(IllegalStateException.class, () -> together.ask("fail"));
    assertEquals("the database is away", failure.getMessage());
    assertEquals("again 0", together.ask("again "));
  }
}
