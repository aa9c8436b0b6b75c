// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.problem;

import dev.probity.kernel.fault.Fault;
import dev.probity.store.log.LogRefused;
import dev.probity.store.subject.KeptOut;
import dev.probity.vault.keys.KeyFault;
import dev.probity.web.page.Page;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whatever goes wrong on the way becomes a problem here. Safe for any number of threads. */
@RestControllerAdvice
@RestController
public final class Problems implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final InstantSource clock;

  public Problems(InstantSource clock) {
    this.clock = clock;
  }

  /** What the container refused before any door. */
  @RequestMapping("/error")
  ResponseEntity<byte[]> container(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return answer(
        Kind.of(status instanceof Integer it ? it : 404).problem(), new HttpHeaders(), request);
  }

  @ExceptionHandler
  ResponseEntity<byte[]> any(Exception e, HttpServletRequest request) {
    return answer(problem(e), headers(e), request);
  }

  Problem problem(Exception e) {
    return switch (e) {
      case Problem.Refusal refusal -> refusal.problem();
      case ErrorResponse known -> Kind.of(known.getStatusCode().value()).problem();
      case DataAccessException lost -> Kind.NO_DATABASE.problem();
      case TransactionException lost -> Kind.NO_DATABASE.problem();
      case ClientAbortException gone -> Kind.TOO_SLOW.problem();
      case BadRequestException unread -> Kind.MALFORMED.problem();
      case InvalidParameterException many -> Kind.MALFORMED.problem();
      case UncheckedIOException lost -> {
        LOG.atError().addKeyValue("where", where(lost)).log("a file cannot be read or written");
        yield Kind.NO_ROOM.problem();
      }
      case LogRefused refused -> closed(refused.fault());
      case KeptOut kept -> Kind.KEPT_OUT.problem();
      case KeyFault refused -> closed(refused.fault());
      default -> ours(e);
    };
  }

  private static HttpHeaders headers(Exception e) {
    return switch (e) {
      case Problem.Refusal refusal -> challenge(refusal.problem());
      case ErrorResponse known -> allowed(known);
      default -> new HttpHeaders();
    };
  }

  private static Problem closed(Fault fault) {
    LOG.atError()
        .addKeyValue("code", fault.code())
        .addKeyValue("where", fault.where().toString())
        .log(fault.sentence());
    return Kind.LOG_CLOSED.problem();
  }

  private Problem ours(Exception e) {
    String reference = Long.toString(clock.millis(), 36).toUpperCase(Locale.ROOT);
    LOG.atError()
        .addKeyValue("reference", reference)
        .addKeyValue("where", where(e))
        .log("a mistake of ours");
    return Kind.OURS.problem().with("reference", reference);
  }

  /** Where in our code, and no message: one may hold what was sent. */
  private static String where(Exception e) {
    StringBuilder where = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      where.append(t.getClass().getName());
      for (StackTraceElement step : t.getStackTrace()) where.append(" <- ").append(step);
      where.append(" ; ");
    }
    return where.toString();
  }

  private static HttpHeaders challenge(Problem problem) {
    HttpHeaders headers = new HttpHeaders();
    if (problem.status() == 401) headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return headers;
  }

  private static HttpHeaders allowed(ErrorResponse known) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAllow(known.getHeaders().getAllow());
    if (known.getHeaders().getAllow().isEmpty()) headers.remove(HttpHeaders.ALLOW);
    return headers;
  }

  /** A page to people, and to programs the problem itself. */
  private static ResponseEntity<byte[]> answer(
      Problem problem, HttpHeaders headers, HttpServletRequest request) {
    if (ProblemPage.isWanted(request)) {
      headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
      headers.set("Content-Security-Policy", Page.POLICY);
      headers.set(HttpHeaders.VARY, "Accept, Accept-Language");
      byte[] page = ProblemPage.of(problem, request).getBytes(StandardCharsets.UTF_8);
      return ResponseEntity.status(problem.status()).headers(headers).body(page);
    }
    headers.setContentType(MediaType.valueOf(Problem.MEDIA_TYPE));
    return ResponseEntity.status(problem.status()).headers(headers).body(problem.json());
  }
}
