// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one style sheet of our pages. Safe for any number of threads. */
@RestController
public final class StyleDoor {
  @GetMapping(Page.STYLE)
  void style(HttpServletResponse response) throws IOException {
    try (InputStream file = StyleDoor.class.getResourceAsStream("style.css")) {
      if (file == null) throw new IllegalStateException("style.css is not packed");
      Page.send(response, 200, "text/css;charset=utf-8", file.readAllBytes());
    }
  }
}
