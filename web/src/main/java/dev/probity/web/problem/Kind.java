// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.problem;

import java.util.Map;

/** The kinds of refusal, each with its code, its status and what to do. Codes never change. */
public enum Kind {
  NO_TOKEN(
      "PRB-W001",
      401,
      "the token is missing, or is none of this controller's",
      "send `Authorization: Bearer prb_...` with a token of this controller"),
  NOT_ALLOWED(
      "PRB-W002", 403, "the token does not allow this", "use a token with the scope of this door"),
  NOT_JSON(
      "PRB-W003",
      400,
      "the body is not JSON as RFC 8259 has it, in UTF-8, each key once, not too deep, no value too"
          + " long",
      "correct the place named"),
  FAULTS(
      "PRB-W004",
      422,
      "what is asked cannot be understood",
      "correct every place named; nothing was decided"),
  TOO_LARGE(
      "PRB-W005",
      413,
      "the body is too large",
      "send at most 1 MiB for one question, 16 MiB and 10,000 questions in an array"),
  MEDIA_TYPE(
      "PRB-W006", 415, "the body is not marked as JSON", "send `Content-Type: application/json`"),
  METHOD(
      "PRB-W007",
      405,
      "this door is not opened in this way",
      "use the method that the header `Allow` names"),
  NO_DOOR("PRB-W008", 404, "there is nothing here", "see /v1/openapi.json"),
  NOT_ACCEPTABLE(
      "PRB-W009",
      406,
      "answers are JSON, which the request does not accept",
      "send `Accept: application/json`, or leave it out"),
  MALFORMED(
      "PRB-W010",
      400,
      "this is not a request that can be read",
      "correct the address and the headers"),
  OURS(
      "PRB-W011",
      500,
      "something went wrong inside Probity; this is our mistake, not yours",
      "report it with the reference"),
  NO_DATABASE("PRB-W012", 503, "the database does not answer", "ask again in a moment"),
  NO_CLAUSE("PRB-W013", 404, "the pack has no such clause", "use an id of the pack"),
  OTHER_DOOR(
      "PRB-W014",
      422,
      "this is asked at another door",
      "ask views at /views, everything else at /decisions"),
  NOBODY("PRB-W015", 404, "this is nobody of this controller", "ask /subjects for the person's id"),
  TWO_PEOPLE(
      "PRB-W017",
      409,
      "these identifiers are not one person's",
      "name them one at a time, and find out who is who"),
  TOO_MUCH(
      "PRB-W018",
      409,
      "more would be held of this person than of anybody",
      "hold at most 64 KiB of facts a person; take out with `set` what no longer counts"),
  TOO_SLOW(
      "PRB-W019",
      408,
      "the body came too slowly",
      "send at least 64 KiB a second once the first fifteen seconds are over"),
  NO_DISCLOSURE(
      "PRB-W021",
      422,
      "this is not a disclosure that can be recorded",
      "send `ask` with `disclose`, `to` and `for`, a `subject`, and a `record` with a text for"
          + " elements that `disclose` names"),
  OTHER_BODY(
      "PRB-W022",
      422,
      "this Idempotency-Key was used for another body",
      "send the body that it was first used for, or a new key"),
  NO_MAIL(
      "PRB-W040",
      503,
      "this server has no way to send mail",
      "start it with PROBITY_SMTP_URL, or with --demo"),
  NO_ADDRESS(
      "PRB-W041",
      422,
      "no address is held of this person that mail can be sent to",
      "take the person's contact.email at a collection point first"),
  NO_SUCH_MAIL(
      "PRB-W044",
      404,
      "there is no such mail of this controller",
      "use the id that /mail answered"),
  NOT_ONE_CLICK(
      "PRB-W045",
      400,
      "this does not ask for mail to be stopped",
      "send the form field `List-Unsubscribe=One-Click` (RFC 8058), or open the link and press its"
          + " button"),
  NO_ROOM(
      "PRB-W029",
      503,
      "the server cannot read or write its files",
      "ask again later; whoever runs the server finds a full disk or a folder that is closed to"
          + " it"),
  MUST_STAY(
      "PRB-W060",
      409,
      "something of this person has to stay, so nothing was erased",
      "see `because` for the clauses or the hold, and `until` for the day it ends; ask again then"),
  KEPT_OUT(
      "PRB-W061",
      409,
      "this person was erased, and may come back by her own act alone",
      "take nothing about her from others; what she gives herself is taken"),
  NO_LIMIT(
      "PRB-W062",
      409,
      "there is no such limit on this person",
      "see `limits` at /facts/read for those there are"),
  NO_REGISTER("PRB-W051", 404, "there is no such register", "see docs/guide/registers.md"),
  NO_DOCUMENT(
      "PRB-W052",
      404,
      "the register has no document with this number",
      "read the register for the numbers it has"),
  NUMBER_USED(
      "PRB-W053",
      409,
      "the document with this number was ended, and stays ended",
      "keep the new one under another number"),
  LOG_CLOSED(
      "PRB-W023",
      503,
      "the log takes nothing until a person has looked at it",
      "tell whoever runs the server; its log names the reason"),
  NO_PLACE(
      "PRB-W024",
      503,
      "other long bodies are being answered",
      "send it again in a moment, or fewer questions at once"),
  REFUSED(
      "PRB-W030",
      403,
      "the notice does not let this be taken here; nothing was kept",
      "see `because` and, where there are any, `remedies`"),
  NO_POINT("PRB-W031", 404, "there is no such collection point", "see /v1/NAME/points"),
  NO_FIELD(
      "PRB-W032",
      422,
      "something was sent that this point does not take; nothing was kept, not even its name",
      "send only what `takes` names"),
  FIELDS(
      "PRB-W033",
      422,
      "some fields are missing or cannot be kept as they are; nothing was kept",
      "mend each of `fields`"),
  NOT_ASKED(
      "PRB-W034",
      422,
      "this point does not ask for that consent or choice, or not at that level",
      "send only what the point asks for, at most at the level `opt-in`; record what was signed at"
          + " /facts"),
  NO_VERSION(
      "PRB-W035",
      422,
      "the notice has no such version",
      "send as `notice` the version or the digest that was shown, as /v1/NAME/points names it"),
  TOO_MANY(
      "PRB-W036", 429, "this is more than anybody fills in", "wait a minute and send it again"),
  SENT_ALREADY(
      "PRB-W037",
      409,
      "this form was sent already, with other words",
      "open the form anew; nothing was kept a second time");

  private final String code;
  private final int status;
  private final String title;
  private final String fix;

  Kind(String code, int status, String title, String fix) {
    this.code = code;
    this.status = status;
    this.title = title;
    this.fix = fix;
  }

  public int status() {
    return status;
  }

  /** The problem of this kind and no more. */
  public Problem problem() {
    return new Problem(code, status, title, fix, Map.of());
  }

  /** The kind for a status that a library below has set. */
  public static Kind of(int status) {
    return switch (status) {
      case 401 -> NO_TOKEN;
      case 403 -> NOT_ALLOWED;
      case 404 -> NO_DOOR;
      case 405 -> METHOD;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> TOO_SLOW;
      case 413 -> TOO_LARGE;
      case 415 -> MEDIA_TYPE;
      case 429 -> TOO_MANY;
      // Why: a coding or a version of HTTP that nobody here speaks.
      case 501, 505 -> MALFORMED;
      case 503 -> NO_DATABASE;
      default -> status >= 500 ? OURS : MALFORMED;
    };
  }
}
