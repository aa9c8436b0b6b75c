// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackSource;
import dev.probity.store.Store;
import dev.probity.vault.keys.KeyStore;
import dev.probity.web.decide.Controllers;
import dev.probity.web.decide.Outbox;
import dev.probity.web.mail.Post;
import dev.probity.web.page.Page;
import dev.probity.web.publish.Notices;
import dev.probity.web.publish.Publication;
import dev.probity.web.trace.Spans;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The HTTP server, running. Closing it lets requests under way come to their end first. One thread
 * opens and closes it; the store stays its owner's to close.
 */
public final class Web implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Web(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Where a server listens and writes.
   *
   * @param port 0 is any that is free
   * @param log the file of its log, or null for the standard output
   */
  public record Place(String address, int port, @Nullable Path log) {}

  /**
   * What a server is made of.
   *
   * @param packs by the controller's name in addresses
   * @param keys what opens and finds what is held of people; never in the database
   * @param ledger for the signing keys and the kept checkpoints of the logs
   * @param post how mail leaves it, or null where it does not
   * @param notices the texts that the packs encode, as far as they are at hand
   */
  public record Parts(
      Map<String, PackSource> packs,
      Store store,
      KeyStore keys,
      Path ledger,
      @Nullable Post post,
      InstantSource clock,
      Notices notices) {}

  /** A server that listens, or why it does not. */
  public sealed interface Outcome {
    record Listens(Web web) implements Outcome {}

    record Refused(Fault fault) implements Outcome {}
  }

  public static Outcome start(Place place, Parts parts) {
    return start(place, () -> parts, context -> {});
  }

  /**
   * As {@link #start(Place, Parts)}, while the parts are still being made.
   *
   * @param parts is asked once, when nothing is left to do without them; what it throws is the
   *     cause of what this throws
   * @param collector of spans by OTLP over HTTP, one for each request; empty for none
   */
  public static Outcome start(Place place, Supplier<Parts> parts, String collector) {
    return start(
        place,
        parts,
        context -> {
          if (!collector.isEmpty())
            context.registerBean(Spans.class, () -> new Spans(URI.create(collector)));
        });
  }

  private static Outcome start(
      Place place, Supplier<Parts> parts, Consumer<GenericApplicationContext> more) {
    Web web;
    try {
      web = new Web(new Assembly(place, parts).with(more).run());
    } catch (RuntimeException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof PortInUseException) return new Outcome.Refused(taken(place));
      }
      throw e;
    }
    try {
      web.context.getBean(Controllers.class).whole();
      web.send(place, web.context.getBean(Parts.class).post());
      web.upkeep().begin();
      return new Outcome.Listens(web);
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
  }

  /** Begins to send mail, whose links lead here unless another address is set. */
  private void send(Place place, @Nullable Post post) {
    if (post == null) return;
    String host = place.address().contains(":") ? "[" + place.address() + "]" : place.address();
    String url = post.url().isEmpty() ? "http://" + host + ":" + port() : post.url();
    context.getBean(Outbox.class).start(post, url);
  }

  private static Fault taken(Place place) {
    return new Fault(
        "PRB-W020",
        "another program listens on port " + place.port(),
        "stop it, or choose another with --port",
        Where.file(place.address()));
  }

  /** The port it listens on. */
  public int port() {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  /**
   * Makes the versions and the texts of all notices public, of which the logs may not know yet.
   *
   * @return why a log was not told, for each that takes nothing
   */
  public List<Fault> publish() {
    return context.getBean(Publication.class).all();
  }

  /**
   * Makes another version of a controller's notice public while the server runs, as a start with it
   * would.
   *
   * @return the acts that this obliges to
   */
  public List<String> publish(String controller, PackSource version) {
    return context.getBean(Publication.class).renew(controller, version);
  }

  Upkeep upkeep() {
    return context.getBean(Upkeep.class);
  }

  /**
   * The doors there are, by pattern, each with its methods; those of health, metrics and pages for
   * people aside.
   */
  Map<String, Set<String>> doors() {
    Map<String, Set<String>> doors = new TreeMap<>();
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            info ->
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(
                        method ->
                            info.getPatternValues().stream()
                                .filter(p -> !isPage(p))
                                .forEach(
                                    p ->
                                        doors
                                            .computeIfAbsent(p, d -> new TreeSet<>())
                                            .add(method.name().toLowerCase(Locale.ROOT)))));
    return doors;
  }

  /** Tells who asks for readiness to send nothing more; every door still answers. */
  public void leave() {
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
  }

  /** Described by itself, to whoever reads it. */
  private static boolean isPage(String pattern) {
    return pattern.startsWith("/forms/")
        || pattern.startsWith("/notices/")
        || pattern.equals(Page.STYLE);
  }

  @Override
  public void close() {
    context.close();
  }
}
