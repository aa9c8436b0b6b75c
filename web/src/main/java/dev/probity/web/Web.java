// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.PackSource;
import dev.probity.store.Store;
import dev.probity.store.log.Ledgers;
import dev.probity.store.mail.Mails;
import dev.probity.store.subject.Erasures;
import dev.probity.store.subject.Subjects;
import dev.probity.vault.keys.KeyStore;
import dev.probity.web.decide.Controllers;
import dev.probity.web.decide.MailDoors;
import dev.probity.web.decide.Outbox;
import dev.probity.web.mail.Post;
import dev.probity.web.page.Page;
import dev.probity.web.publish.Notices;
import dev.probity.web.publish.Publication;
import dev.probity.web.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
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
   * What a server is made of.
   *
   * @param address where it listens
   * @param port its port; 0 is any that is free
   * @param packs by the controller's name in addresses
   * @param keys what opens and finds what is held of people; never in the database
   * @param ledger for the signing keys and the kept checkpoints of the logs
   * @param post how mail leaves it, or null where it does not
   * @param log the file of its log, or null for the standard output
   * @param notices the texts that the packs encode, as far as they are at hand
   */
  public record Parts(
      String address,
      int port,
      Map<String, PackSource> packs,
      Store store,
      KeyStore keys,
      Path ledger,
      @Nullable Post post,
      @Nullable Path log,
      InstantSource clock,
      Notices notices) {}

  /** A server that listens, or why it does not. */
  public sealed interface Outcome {
    record Listens(Web web) implements Outcome {}

    record Refused(Fault fault) implements Outcome {}
  }

  public static Outcome start(Parts parts) {
    return start(parts, context -> {});
  }

  /**
   * As {@link #start(Parts)}, and sends a span for each request to a collector.
   *
   * @param collector of OTLP over HTTP
   */
  public static Outcome start(Parts parts, URI collector) {
    return start(parts, context -> context.registerBean(Spans.class, () -> new Spans(collector)));
  }

  private static Outcome start(Parts parts, Consumer<GenericApplicationContext> more) {
    // Why first: packs are compiled on one core while Spring starts on another.
    Controllers controllers = new Controllers(parts.packs());
    Web web;
    try {
      web = new Web(application(parts, controllers, more).run());
    } catch (RuntimeException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof PortInUseException) return new Outcome.Refused(taken(parts));
      }
      throw e;
    }
    try {
      controllers.whole();
      web.send(parts);
      web.upkeep().begin();
      return new Outcome.Listens(web);
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
  }

  /** Begins to send mail, whose links lead here unless another address is set. */
  private void send(Parts parts) {
    Post post = parts.post();
    if (post == null) return;
    String host = parts.address().contains(":") ? "[" + parts.address() + "]" : parts.address();
    String url = post.url().isEmpty() ? "http://" + host + ":" + port() : post.url();
    context.getBean(Outbox.class).start(post, url);
  }

  private static Fault taken(Parts parts) {
    return new Fault(
        "PRB-W020",
        "another program listens on port " + parts.port(),
        "stop it, or choose another with --port",
        Where.file(parts.address()));
  }

  private static SpringApplicationBuilder application(
      Parts parts, Controllers controllers, Consumer<GenericApplicationContext> more) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.SERVLET)
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .environment(closed(properties(parts)))
        .initializers(context -> register((GenericApplicationContext) context, parts, controllers))
        .initializers(context -> more.accept((GenericApplicationContext) context));
  }

  private static void register(
      GenericApplicationContext context, Parts parts, Controllers controllers) {
    context.registerBean(Controllers.class, () -> controllers);
    context.registerBean(
        Store.class, parts::store, definition -> definition.setDestroyMethodName(""));
    context.registerBean(InstantSource.class, parts::clock);
    context.registerBean(Notices.class, parts::notices);
    context.registerBean(SecureRandom.class, () -> new SecureRandom());
    Ledgers ledgers = parts.store().ledgers(parts.ledger());
    context.registerBean(Ledgers.class, () -> ledgers);
    Subjects subjects = parts.store().subjects(parts.keys(), ledgers);
    context.registerBean(Subjects.class, () -> subjects);
    context.registerBean(Mails.class, () -> parts.store().mails(subjects, ledgers));
    context.registerBean(Outbox.class);
    Publication publication =
        new Publication(controllers, parts.packs(), parts.notices(), ledgers, parts.clock());
    context.registerBean(Publication.class, () -> publication);
    context.registerBean(
        MailDoors.MailAllowed.class, () -> new MailDoors.MailAllowed(parts.post() != null));
    context.registerBean(Erasures.class, () -> parts.store().erasures(parts.keys(), ledgers));
    context.registerBean(
        Upkeep.class,
        () ->
            new Upkeep(
                parts.packs().keySet(),
                context.getBean(Erasures.class),
                parts.keys(),
                parts.clock(),
                context.getBean(MeterRegistry.class)));
  }

  /**
   * Nothing but these: a variable such as {@code SERVER_ADDRESS}, or a file that lies where the
   * server is started, must not open what is closed here.
   */
  private static ConfigurableEnvironment closed(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
    sources.addFirst(new MapPropertySource("probity", properties));
    return environment;
  }

  private static Map<String, Object> properties(Parts parts) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("spring.config.location", "optional:classpath:/dev/probity/web/none/");
    all.put("server.address", parts.address());
    all.put("server.port", parts.port());
    all.put("server.shutdown", "graceful");
    all.put("server.server-header", "");
    all.put("server.tomcat.connection-timeout", "10s");
    all.put("server.tomcat.max-swallow-size", "1MB");
    // Why: services ask again and again; a new connection every hundred times would cost them more.
    all.put("server.tomcat.max-keep-alive-requests", -1);
    all.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.threads.virtual.enabled", true);
    all.put("spring.mvc.log-resolved-exception", false);
    all.put("spring.web.resources.add-mappings", false);
    all.put("spring.jmx.enabled", false);
    // Why: parts of a form would be laid down as files.
    all.put("spring.servlet.multipart.enabled", false);
    all.put("management.endpoints.web.base-path", "/");
    all.put("management.endpoints.web.discovery.enabled", false);
    all.put("management.endpoints.web.exposure.include", "health,prometheus");
    all.put("management.endpoints.web.path-mapping.prometheus", "metrics");
    all.put("management.endpoint.health.probes.enabled", true);
    all.put("management.endpoint.health.group.readiness.include", "readinessState,database");
    all.put("management.endpoint.health.show-components", "always");
    all.put("management.health.defaults.enabled", false);
    all.put("management.metrics.tags.application", "probity");
    boolean file = parts.log() != null;
    if (file) all.put("logging.file.name", String.valueOf(parts.log()));
    all.put("logging.threshold.console", file ? "OFF" : "INFO");
    all.put("logging.structured.format." + (file ? "file" : "console"), "ecs");
    all.put("logging.level.root", "WARN");
    all.put("logging.level.dev.probity", "INFO");
    // Why: these quote what was sent.
    all.put("logging.level.org.apache", "OFF");
    all.put("logging.level.org.springframework.web", "ERROR");
    return all;
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
