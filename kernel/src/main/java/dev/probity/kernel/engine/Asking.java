// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A question in the form the compiled engine reads, and the room it works in: made once, filled
 * again for each question, by handle or by name. Means what {@link Question} means. Belongs to one
 * engine and to one thread; filling and asking allocate nothing once it has held as many elements.
 */
public final class Asking {
  static final int CLASS = Space.DIMENSIONS;
  private static final int DATA = Space.DATA.ordinal();
  private static final int TECHNOLOGY = Space.TECHNOLOGY.ordinal();

  final Words words;
  private final int[] nothing = new int[Space.DIMENSIONS];
  private final int[] stated = new int[Space.DIMENSIONS];
  private final String[] statedWord = new String[Space.DIMENSIONS];
  private int[] data = new int[4];
  private String[] dataWord = new String[4];
  private int elements;
  boolean joined;
  int raised;
  @Nullable String mode;
  int modeSymbol;
  @Nullable String subject;
  @Nullable String party;
  Instant at;
  @Nullable String pinned;

  /** The question as the deciding version completes it, for the element in hand; then its class. */
  final int[] value = new int[Space.DIMENSIONS + 1];

  final String[] word = new String[Space.DIMENSIONS];

  /** Entries of the layer in hand that speak to it. */
  final int[] candidates;

  int count;

  /** Overlays in force for the element in hand. */
  final int[] overlays;

  int overlayCount;

  /** The version in force, and the older one the datum is still under; -1 for none. */
  int current;

  int older;
  private int taken;
  final Pen pen = new Pen();

  Asking(Words words, int entries, int overlays, Instant at) {
    this.words = words;
    this.candidates = new int[entries];
    this.overlays = new int[overlays];
    this.at = at;
    Arrays.fill(statedWord, "");
    Arrays.fill(dataWord, "");
    Arrays.fill(word, "");
    for (Dimension d : Dimension.values()) nothing[d.ordinal()] = words.left(Space.of(d));
    nothing[TECHNOLOGY] = words.index(Space.TECHNOLOGY, Question.NO_TECHNOLOGY);
    clear();
  }

  /** Back to nothing asked; the time stays. */
  public Asking clear() {
    System.arraycopy(nothing, 0, stated, 0, stated.length);
    elements = 0;
    joined = false;
    raised = DataClass.PUBLIC.ordinal();
    mode = null;
    modeSymbol = words.symbol("");
    subject = null;
    party = null;
    pinned = null;
    return this;
  }

  public Asking action(Handle term) {
    return state(Space.ACTION, term);
  }

  public Asking action(String term) {
    return state(Space.ACTION, term);
  }

  /** Asks for this element alone. */
  public Asking data(Handle term) {
    elements = 0;
    return and(term);
  }

  public Asking data(String term) {
    elements = 0;
    return and(term);
  }

  /** Asks for this element too. */
  public Asking and(Handle term) {
    return element(term.in(Space.DATA, words).index, term.word);
  }

  public Asking and(String term) {
    return element(words.value(Space.DATA, term), term);
  }

  public Asking purpose(Handle term) {
    return state(Space.PURPOSE, term);
  }

  public Asking purpose(String term) {
    return state(Space.PURPOSE, term);
  }

  public Asking recipient(Handle term) {
    return state(Space.RECIPIENT, term);
  }

  public Asking recipient(String term) {
    return state(Space.RECIPIENT, term);
  }

  public Asking point(Handle term) {
    return state(Space.POINT, term);
  }

  public Asking point(String term) {
    return state(Space.POINT, term);
  }

  public Asking source(Handle term) {
    return state(Space.SOURCE, term);
  }

  public Asking source(String term) {
    return state(Space.SOURCE, term);
  }

  public Asking technology(Handle term) {
    return state(Space.TECHNOLOGY, term);
  }

  public Asking technology(String term) {
    return state(Space.TECHNOLOGY, term);
  }

  /** Raises the class of every element. */
  public Asking dataClass(DataClass stated) {
    raised = stated.ordinal();
    return this;
  }

  public Asking joined(boolean together) {
    joined = together;
    return this;
  }

  /** What a record's {@code covers} may be tied to: mode, subject, or the recipient by name. */
  public Asking tie(Tie tie, String name) {
    switch (tie) {
      case MODE -> {
        mode = name;
        modeSymbol = words.symbol(name);
      }
      case SUBJECT -> subject = name;
      case RECIPIENT -> party = name;
      case PURPOSE, DATA -> {}
    }
    return this;
  }

  /** When the event happens. */
  public Asking at(Instant event) {
    at = event;
    return this;
  }

  /** The version the datum was collected under. */
  public Asking pinned(@Nullable String version) {
    pinned = version;
    return this;
  }

  /** Clears, and takes over the question, its facts excepted. */
  public Asking load(Question question) {
    clear().action(question.action()).joined(question.joined()).at(question.at());
    question.data().forEach(this::and);
    question.terms().forEach(this::load);
    question.ties().forEach(this::tie);
    if (question.dataClass() != null) dataClass(question.dataClass());
    return pinned(question.pinned());
  }

  /** Action and elements have places of their own in a question. */
  private void load(Dimension dimension, String term) {
    if (dimension == Dimension.ACTION || dimension == Dimension.DATA) return;
    state(Space.of(dimension), term);
  }

  private Asking state(Space space, Handle term) {
    return state(space, term.in(space, words).index, term.word);
  }

  private Asking state(Space space, String term) {
    return state(space, words.value(space, term), term);
  }

  private Asking state(Space space, int index, String term) {
    stated[space.ordinal()] = index;
    statedWord[space.ordinal()] = term;
    return this;
  }

  private Asking element(int index, String term) {
    if (elements == data.length) {
      data = Arrays.copyOf(data, 2 * elements);
      dataWord = Arrays.copyOf(dataWord, 2 * elements);
    }
    data[elements] = index;
    dataWord[elements++] = term;
    return this;
  }

  int elements() {
    return elements;
  }

  int element(int i) {
    return data[i];
  }

  String elementWord(int i) {
    return dataWord[i];
  }

  /** Takes an element in hand, the question as its caller stated it. */
  void take(int i) {
    taken = i;
    for (int d = 0; d < Space.DIMENSIONS; d++) {
      value[d] = stated[d];
      word[d] = statedWord[d];
    }
    value[DATA] = data[i];
    word[DATA] = dataWord[i];
  }

  /** Undoes what a version filled in. */
  void retake() {
    take(taken);
  }

  /** Fills in what the collection point says of a dimension the question leaves out. */
  void complete(Space dimension, int[] byPoint) {
    int d = dimension.ordinal();
    if (value[d] != words.left(dimension)) return;
    int filled = byPoint[value[Space.POINT.ordinal()]];
    if (filled != Words.NONE) value[d] = filled;
  }
}
