// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

import java.util.Locale;
import java.util.Set;

/** What mail and its pages say where a pack has no words of its own. Stateless. */
public enum Wording {
  INSTRUCTIONS(
      "This is advertising. To stop mail like this, at once and for good, open:",
      "Det här är reklam. Öppna länken för att genast slippa fler sådana mejl:"),
  ASK_TITLE("Stop this mail?", "Sluta få dessa mejl?"),
  BUTTON("Stop it", "Sluta skicka"),
  DONE_TITLE("It is stopped", "Det är stoppat"),
  STOPS(
      "Press the button, and %s sends you no more news, offers or other advertising by e-mail.",
      "Tryck på knappen, så skickar %s inga fler nyheter, erbjudanden eller annan reklam till dig"
          + " med e-post."),
  ENDS("With that ends:", "Med det upphör:"),
  STOPPED(
      "%s sends you no more news, offers or other advertising by e-mail.",
      "%s skickar inga fler nyheter, erbjudanden eller annan reklam till dig med e-post."),
  AT_ONCE(
      "This takes effect at once. What waits to be sent is held back.",
      "Det gäller genast. Det som väntar på att skickas hålls inne."),
  OPERATOR_BY("It takes effect by %s.", "Det gäller senast den %s."),
  NOTICE_BY(
      "Our privacy notice would give us until %s to do so.",
      "Enligt vår integritetspolicy hade vi haft på oss till den %s."),
  LAW_BY("The law (%s) would allow until %s.", "Lagen (%s) skulle tillåta till den %s."),
  GOES_ON(
      "Mail about your account, and about services that you asked for, goes on.",
      "Mejl om ditt konto och om tjänster som du har bett om fortsätter."),
  UNDO(
      "Changed your mind? Ask for such mail again where you signed up, or answer any mail of ours."
          + " This link only stops.",
      "Ångrar du dig? Be om mejlen igen där du anmälde dig, eller svara på något av våra mejl. Den"
          + " här länken kan bara stoppa."),
  UNKNOWN_TITLE("This link leads nowhere", "Den här länken leder ingenstans"),
  UNKNOWN(
      "It is not one of ours, or whoever it was for is no longer known here. If mail still reaches"
          + " you, answer it and say so.",
      "Den är inte vår, eller så är den som den gällde inte längre känd här. Får du ändå mejl,"
          + " svara på det och säg till.");

  /** The languages there are; English stands for all others. */
  public static final Set<String> LANGUAGES = Set.of("en", "sv");

  private final String en;
  private final String sv;

  Wording(String en, String sv) {
    this.en = en;
    this.sv = sv;
  }

  public String in(String language, Object... filled) {
    return String.format(Locale.ROOT, language.equals("sv") ? sv : en, filled);
  }
}
