// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import java.util.Arrays;

/**
 * Which variable to decide next: the one that took part in most conflicts lately, kept in a binary
 * heap; among equals the one made first. One thread.
 */
final class Activity {
  private static final double MOST = 1e100;

  private double[] score = new double[64];
  private int[] heap = new int[64];
  private int[] place = new int[64];
  private int size;
  private double step = 1;

  void add(int variable) {
    if (variable >= score.length) {
      score = Arrays.copyOf(score, 2 * variable);
      place = Arrays.copyOf(place, 2 * variable);
      heap = Arrays.copyOf(heap, 2 * variable);
    }
    place[variable] = -1;
    free(variable);
  }

  /** The variable may be decided again. */
  void free(int variable) {
    if (place[variable] >= 0) return;
    place[variable] = size;
    heap[size] = variable;
    up(size++);
  }

  void bump(int variable) {
    score[variable] += step;
    if (score[variable] > MOST) rescale();
    if (place[variable] >= 0) up(place[variable]);
  }

  private void rescale() {
    for (int v = 0; v < score.length; v++) score[v] /= MOST;
    step /= MOST;
  }

  void decay(double factor) {
    step *= factor;
  }

  /** The most active variable without a value; 0 where all have one. */
  int next(byte[] value) {
    while (size > 0) {
      int top = heap[0];
      place[top] = -1;
      int last = heap[--size];
      if (size > 0) {
        heap[0] = last;
        place[last] = 0;
        down(0);
      }
      if (value[top] == 0) return top;
    }
    return 0;
  }

  private boolean before(int one, int other) {
    return score[one] != score[other] ? score[one] > score[other] : one < other;
  }

  private void up(int from) {
    int at = from;
    int variable = heap[at];
    while (at > 0 && before(variable, heap[(at - 1) / 2])) {
      heap[at] = heap[(at - 1) / 2];
      place[heap[at]] = at;
      at = (at - 1) / 2;
    }
    heap[at] = variable;
    place[variable] = at;
  }

  private void down(int from) {
    int at = from;
    int variable = heap[at];
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && before(heap[child + 1], heap[child])) child++;
      if (!before(heap[child], variable)) break;
      heap[at] = heap[child];
      place[heap[at]] = at;
      at = child;
    }
    heap[at] = variable;
    place[variable] = at;
  }
}
