// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.store.mail.Mails;
import dev.probity.store.mail.Pixel;
import dev.probity.store.subject.Given;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Told;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.vault.seal.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pixel in a mail. Whoever fetches it gets the same bytes, whatever it leads to; that the mail
 * was opened is kept once, and only where the notice lets it be at that moment. Nothing else of who
 * fetched it is looked at. Safe for any number of threads.
 */
@RestController
public final class PixelDoors {
  private static final byte[] CLEAR =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

  private final Controllers controllers;
  private final Subjects subjects;
  private final Mails mails;
  private final InstantSource clock;

  public PixelDoors(Controllers controllers, Subjects subjects, Mails mails, InstantSource clock) {
    this.controllers = controllers;
    this.subjects = subjects;
    this.mails = mails;
    this.clock = clock;
  }

  @GetMapping("/pixel/{controller}/{token}")
  ResponseEntity<byte[]> fetch(
      @PathVariable String controller, @PathVariable String token, HttpServletRequest request) {
    if (request.getMethod().equals("GET") && controllers.has(controller))
      mails
          .opening(controller, token)
          .ifPresent(pixel -> opened(controllers.get(controller), pixel, token));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_GIF)
        // Why: a mailbox is a page of somebody else's.
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .body(CLEAR);
  }

  private void opened(Controller controller, Pixel pixel, String token) {
    Optional<Opening> opening =
        Opening.of(controller, subjects, pixel.subject(), clock.instant())
            .filter(Opening::permitted);
    if (opening.isEmpty()) return;
    boolean unused =
        subjects
            .change(
                controller.id(),
                new Who(pixel.subject(), ""),
                (sheet, moment) -> writing(controller, pixel, opening.get(), sheet, moment),
                mails.spend(controller.id(), token))
            .isPresent();
  }

  private static Writing writing(
      Controller controller, Pixel pixel, Opening opening, byte[] sheet, Instant moment) {
    PackPin pin = controller.pin(moment);
    String mail = MailDoors.name(pixel.mail());
    Word element = new Word(Opening.ELEMENT);
    Told told =
        (who, person) ->
            new Entry.Collected(
                moment,
                who,
                pin,
                new Word(opening.tracker()),
                new TreeMap<>(Map.of(element, person.commitment(who, element, mail))));
    Origin origin = new Origin(Opening.ELEMENT, Opening.SOURCE, "", pin.text(), moment);
    return new Writing(sheet, List.of(new Given(origin, mail, "", false, false)), List.of(told));
  }
}
