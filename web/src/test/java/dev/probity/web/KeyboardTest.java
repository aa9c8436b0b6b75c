// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form by the keyboard alone, in a real browser: from the first Tab to the receipt. */
class KeyboardTest {
  private static final int MOST = 40;

  @TempDir static Path folder;

  @Test
  void aFormNeedsNoPointer() throws Exception {
    Path data = folder.resolve("data");
    java.nio.file.Files.createDirectory(data);
    try (Served served = new Served(data, Map.of("omron", Served.pack("omron")));
        Browser browser = new Browser(folder.resolve("profile"))) {
      browser.screen(390, 844, false);
      browser.open(
          "http://127.0.0.1:" + served.web.port() + "/forms/omron/product-registration?lang=en");
      browser.press("Tab");
      assertEquals("skip", focus(browser, "className"));
      assertTrue(browser.see("document.activeElement.getBoundingClientRect().left").asInt() >= 0);
      browser.press("Enter");
      assertEquals("main", focus(browser, "id"));

      List<String> order = toButton(browser);
      List<String> fields =
          browser
              .see(
                  "[...document.querySelectorAll('form [name]:not([type=hidden])')].map(f => f.id)")
              .valueStream()
              .map(v -> v.asString())
              .toList();
      assertEquals(fields, order.stream().filter(fields::contains).toList(), "each, in its order");
      browser.leads(() -> browser.press("Enter"));

      settled(browser);
      assertEquals("alert", focus(browser, "role"), "what to mend is where the focus is");
      browser.press("Tab");
      assertEquals("#f.contact.name", browser.see("document.activeElement.hash").asString());
      browser.press("Enter");
      settled(browser);
      assertEquals("f.contact.name", focus(browser, "id"));

      fill(browser, "f.contact.name", "Anna Ek");
      fill(browser, "f.contact.email", "anna@mail.test");
      fill(browser, "f.product.owned", "A blood pressure monitor");
      to(browser, "region");
      for (int i = 0; i < 80 && !focus(browser, "value").equals("US-TX"); i++)
        browser.press("ArrowDown");
      assertEquals("US-TX", focus(browser, "value"));
      fill(browser, "age", "41");
      to(browser, "c.marketing");
      browser.press(" ");
      assertTrue(browser.see("document.activeElement.checked").asBoolean());
      browser.back();
      assertEquals("age", focus(browser, "id"), "and back");
      toButton(browser);
      browser.leads(() -> browser.press("Enter"));
      assertEquals("Thank you", browser.see("document.querySelector('h1').textContent").asString());
      assertFalse(
          browser.see("document.querySelector('.number').textContent").asString().isEmpty());
    }
  }

  /** On the way each place where the focus is can be seen. */
  private static List<String> toButton(Browser browser) throws Exception {
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      browser.press("Tab");
      passed.add(focus(browser, "id"));
      String seen = browser.see("getComputedStyle(document.activeElement).outlineStyle").asString();
      assertEquals("solid", seen, passed.toString());
      if (focus(browser, "tagName").equals("BUTTON")) return passed;
    }
    throw new AssertionError("no button after " + passed);
  }

  private static void to(Browser browser, String id) throws Exception {
    for (int i = 0; i < MOST && !focus(browser, "id").equals(id); i++) browser.press("Tab");
    assertEquals(id, focus(browser, "id"));
  }

  private static void fill(Browser browser, String id, String text) throws Exception {
    to(browser, id);
    browser.type(text);
  }

  private static String focus(Browser browser, String property) throws Exception {
    return browser.see("String(document.activeElement." + property + ")").asString();
  }

  /** The focus moves once the page is drawn. */
  private static void settled(Browser browser) throws Exception {
    browser.see(
        "new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))).then(() => 0)");
  }

  /** Axe says what it finds: a page with known faults has them. */
  @Test
  void whatIsWrongIsFound() throws Exception {
    try (Browser browser = new Browser(folder.resolve("other"))) {
      browser.open("data:text/html,<title>x</title><img src=x><input><p style='color:%23ddd'>pale");
      String found = String.join("\n", browser.faults());
      for (String rule : List.of("image-alt", "label", "html-has-lang", "color-contrast", "region"))
        assertTrue(found.contains(rule), found);
    }
  }
}
