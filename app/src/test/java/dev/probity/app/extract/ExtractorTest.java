// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.extract.Pages.Block;
import dev.probity.notice.text.Line;
import dev.probity.notice.text.Reading;
import dev.probity.notice.text.Unit;
import dev.probity.notice.text.Units;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractorTest {
  private static final String TEXT =
      """
      Privacy at Lantern Hill Optics

      Lantern Hill Optics fits spectacles and lenses for people who live nearby. This page says what we do with the information that you leave with us & why.

      What we keep

      • Your name and the address to which a pair is sent.
      • The strength of your lenses. We call it a "measurement".

      1. Ask at the desk, e.g. by telephone. We answer within ten days.

      Måns Lindqvist answers for all of this. Third-party couriers see the address only.
      """;

  private static final String MARKDOWN =
      """
      ---
      title: left out
      ---
      # Privacy at Lantern Hill Optics

      Lantern Hill Optics fits **spectacles and lenses** for people
      who live nearby. This page says what we do with the
      [information](https://example.test/data) that you leave with us &amp; why.

      What we keep
      ------------

      <!-- nobody sees this. Nor this. -->
      - Your name and the address to which a pair is sent.
      - The strength of your lenses. We call it a "measurement".

      1. Ask at the desk, e.g. by telephone.
         We answer within ten days.

      Måns *Lindqvist* answers for all of this. Third-party couriers see the address only.
      """;

  private static final String HTML =
      """
      <!doctype html><html lang="en"><head><title>Privacy</title><meta charset="utf-8">
      <style>p { color: red }</style><script>document.write("No. This is not text.")</script></head>
      <body><header>Shop. Cart. Menu.</header><nav><ul><li>Home</li></ul></nav>
      <h1>Privacy at Lantern&nbsp;Hill Optics</h1>
      <p>Lantern Hill Optics fits <b>spectacles and
        lenses</b> for people who live nearby. This page says what we do with the
        <a href="#x">information</a> that you leave with us &amp; why.</p>
      <h2>What we keep</h2><div hidden>Old. Text.</div><div style="display: none">Older. Text.</div>
      <ul><li><p>Your name and the address to which a pair is sent.</p></li>
      <li>The strength of your lenses. We call it a &ldquo;measurement&rdquo;.</li></ul>
      <ol><li>Ask at the desk, e.g. by telephone. We answer within ten days.</li></ol>
      <div>M&aring;ns <i>Lindqvist</i> answers for all of this. Third-party couriers see the address only.</div>
      <button>Accept. All.</button><footer>Lantern Hill. 2031.</footer></body></html>
      """;

  private static byte[] pdf() throws IOException {
    return Pages.pdf(
        List.of(
            List.of(
                Block.heading("Privacy at Lantern Hill Optics"),
                Block.of(
                    "Lantern Hill Optics fits spectacles and lenses for people who live nearby."
                        + " This page says what we do with the information that you leave with us"
                        + " & why."),
                Block.heading("What we keep"),
                Block.of("\u2022 Your name and the address to which a pair is sent."),
                Block.of("\u2022 The strength of your lenses. We call it a \"measurement\".")),
            List.of(
                Block.of("1. Ask at the desk, e.g. by telephone. We answer within ten days."),
                Block.of(
                    "M\u00e5ns Lindqvist answers for all of this. Third-party couriers see the"
                        + " address only."))));
  }

  private static final Extractor USUAL = new Extractor(Limits.USUAL, InstantSource.system());

  private static List<String> units(String name, byte[] bytes) {
    Extract.Text text = assertInstanceOf(Extract.Text.class, USUAL.read(name, bytes));
    return Units.split(text.notice(), Reading.LINES).stream()
        .map(Unit::text)
        .map(t -> t.replaceAll("[\u201C\u201D]", "\"").replace('\u00A0', ' '))
        .toList();
  }

  private static List<String> units(String name, String text) {
    return units(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String code(Extract extract) {
    return assertInstanceOf(Extract.Refused.class, extract).fault().code();
  }

  @Test
  void oneNoticeHasTheSameUnitsInAllFourForms() throws IOException {
    List<String> expected = units("notice.txt", TEXT);

    assertEquals(11, expected.size());
    assertEquals(expected, units("notice.md", MARKDOWN));
    assertEquals(expected, units("notice.html", HTML));
    assertEquals(expected, units("notice.pdf", pdf()));
  }

  @Test
  void aHyphenGoesWhereTheDocumentWritesTheWordWithoutIt() throws IOException {
    String sentence =
        "We keep information, the information you give, the infor\u00ADmation that we find and all"
            + " other infor\u00ADmation, as long as the law says and no longer than that; we share"
            + " it with recip\u00ADients whom we name here, with third-party couriers, and with no"
            + " other third-party.";
    byte[] pdf =
        Pages.pdf(
            List.of(List.of(Block.of(sentence), Block.of("Done.")), List.of(Block.of("No."))));

    assertEquals(List.of(sentence.replace("\u00AD", ""), "Done.", "No."), units("notice.pdf", pdf));
  }

  /** Moved along word by word, so that the line breaks once at each of its hyphens. */
  @Test
  void aHyphenStaysWhereNothingSaysThatTheDocumentHyphenates() throws IOException {
    String sentence =
        "we keep measurements for as long as the law says, we tell nobody but well-known couriers,"
            + " and we look after health- and eyesight data, see a-long-way.example/1f-2e-3d.html.";
    for (int words = 1; words < 25; words++) {
      String moved = "Now " + "and then ".repeat(words) + sentence;
      byte[] pdf = Pages.pdf(List.of(List.of(Block.of(moved)), List.of(Block.of("No."))));

      assertEquals(List.of(moved, "No."), units("notice.pdf", pdf));
    }
  }

  @Test
  void markdownKeepsTheLineNumbersOfItsSource() {
    Extract.Text text =
        assertInstanceOf(
            Extract.Text.class, USUAL.read("n.md", MARKDOWN.getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        List.of(4, 6, 10, 14, 15, 17, 20),
        text.notice().lines().stream().map(Line::number).toList());
  }

  @Test
  void aTableRowOfWordsIsOneLineAndACellOfBlocksIsSeveral() {
    String html =
        "<table><tr><th>Kind</th><th>Sold</th></tr><tr><td>Name</td><td>no</td></tr>"
            + "<tr><td><p>One.</p><p>Two.</p></td><td>Three</td></tr></table>";

    assertEquals(List.of("Kind Sold", "Name no", "One.", "Two.", "Three"), units("n.html", html));
    assertEquals(
        List.of("Kind Sold", "Name no"),
        units("n.md", "| Kind | Sold |\n|---|---|\n| Name | no |\n"));
  }

  @Test
  void anHtmlPageIsReadInTheEncodingItDeclares() {
    String html = "<html><head><meta charset=iso-8859-1></head><body><p>Måns";

    assertEquals(List.of("Måns"), units("n.html", html.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void wrongEncodingsAreRefused() {
    byte[] latin =
        "<html><head><meta charset=utf-8><body><p>Måns".getBytes(Charset.forName("ISO-8859-1"));

    assertEquals("PRB-A005", code(USUAL.read("n.html", latin)));
    assertEquals(
        "PRB-N101", code(USUAL.read("n.txt", "Måns".getBytes(StandardCharsets.ISO_8859_1))));
    assertEquals("PRB-N101", code(USUAL.read("n.md", "Måns".getBytes(StandardCharsets.UTF_16))));
  }

  @Test
  void pdfsThatHoldNoTextSayWhy() throws IOException {
    assertEquals("PRB-A006", code(USUAL.read("n.pdf", Pages.locked())));
    assertEquals("PRB-A007", code(USUAL.read("n.pdf", Pages.empty(1))));
    assertEquals(
        "PRB-A008",
        code(USUAL.read("n.pdf", "%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8))));
    assertEquals(
        "PRB-A008", code(USUAL.read("n.txt", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void pagesThatHoldNoTextAreRefused() {
    assertEquals(
        "PRB-A007",
        code(USUAL.read("n.html", "<script>x</script>".getBytes(StandardCharsets.UTF_8))));
    assertEquals("PRB-N103", code(USUAL.read("n.txt", new byte[0])));
  }

  @Test
  void whatIsTooLargeIsRefusedUnread(@TempDir Path folder) throws IOException {
    Extractor small =
        new Extractor(new Limits(100, 2, Duration.ofSeconds(9)), InstantSource.system());
    Path file = Files.write(folder.resolve("n.txt"), new byte[101]);

    assertEquals("PRB-A004", code(small.read(file, "n.txt")));
    assertEquals("PRB-A004", code(small.read("n.html", new byte[101])));
    Extractor short2 =
        new Extractor(new Limits(9_000, 2, Duration.ofSeconds(9)), InstantSource.system());
    assertEquals("PRB-A004", code(short2.read("n.pdf", Pages.empty(3))));
    byte[] wordy = ("<p>" + "word ".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals("PRB-A004", code(USUAL.read("n.html", wordy)));
  }

  @Test
  void filesThatAreNoneAreRefused(@TempDir Path folder) {
    assertEquals("PRB-A002", code(USUAL.read(folder.resolve("none.txt"), "none.txt")));
    assertEquals("PRB-A003", code(USUAL.read(folder, "folder")));
  }

  @Test
  void readingIsGivenUpAtTheDeadline() throws IOException {
    AtomicLong second = new AtomicLong();
    InstantSource hurried = () -> Instant.ofEpochSecond(second.addAndGet(7));
    Extractor extractor = new Extractor(Limits.USUAL, hurried);

    assertEquals("PRB-A009", code(extractor.read("n.html", HTML.getBytes(StandardCharsets.UTF_8))));
    assertEquals("PRB-A009", code(extractor.read("n.pdf", pdf())));
  }

  @Test
  void aDeepPageIsReadWithoutDigging() {
    String deep = "<div>".repeat(50_000) + "Down here.";

    assertFalse(units("n.html", deep).isEmpty());
    assertTrue(units("n.html", deep).getFirst().endsWith("Down here."));
  }
}
